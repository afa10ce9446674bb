"""Whatever goes wrong during an upload, visitors see the old site, the report says so, and the next upload works."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from random import Random

import pytest
from test_disks import small_disk

from .published_site import Site, ended, files, program

HEAD = "1 problem in 1 file; the site that is online was not changed.\n"
TAIL = '  See content/README.md, "Going public".\n'
BIG = Random(1).randbytes(400_000).hex()


def report(place, message: str) -> str:
    return f"{HEAD}  {place}: {message}\n{TAIL}"


def until(condition, seconds=20):
    """Wait for something that another process does."""
    for _ in range(seconds * 50):
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("waited in vain")


def is_link(path) -> bool:
    return os.path.islink(path)


def waiting(folder, gate) -> str:
    """Return a PATH whose rsync waits, once it has sent everything, until the gate is there."""
    rsync = shutil.which("rsync")
    return program(
        folder, "rsync", f'"{rsync}" "$@"; status=$?; while [ ! -e "{gate}" ]; do sleep 0.05; done; exit $status'
    )


def test_a_second_publisher_is_told_who_is_first_and_changes_nothing(site, place, tmp_path):
    site.deploy("rsync", place.address, **place.environment)
    site.write(**{"index.html": "first"})
    other = Site(tmp_path / "other", site.environment).write(**{"index.html": "second"})
    gate = tmp_path / "gate"

    first = site.start("rsync", place.address, **place.environment, PATH=waiting(tmp_path / "bin", gate))
    until(lambda: is_link(place.folder / ".publishing"))
    holder = os.readlink(place.folder / ".publishing")
    second = other.deploy("rsync", place.address, **place.environment)

    message = (
        f"somebody is publishing there right now ({holder}). Try again when that is done. "
        "If nobody is (a computer may have been switched off), remove the link .publishing there."
    )
    assert (1, report(place.address, message)) == (second.status, second.problems)
    assert "home" == (place.online / "index.html").read_text()
    gate.touch()
    assert 0 == ended(first).status
    assert "first" == (place.online / "index.html").read_text()
    assert 0 == other.deploy("rsync", place.address, **place.environment).status
    assert other.files() == files(place.online)
    assert ["current", "releases"] == place.names()


def test_a_connection_that_breaks_midway_leaves_the_old_site(site, remote, tmp_path):
    site.deploy("rsync", remote.address, **remote.environment)
    before = remote.releases()
    site.write(**{"big.html": BIG})
    ssh = f'{remote.environment["RSYNC_RSH"]} "$@"'
    breaking = f'case "$*" in *rsync*--server*) dd bs=1 count=100000 status=none | {ssh} ;; *) exec {ssh} ;; esac'
    program(tmp_path / "bin", "breaking-ssh", breaking)

    said = site.deploy("rsync", remote.address, RSYNC_RSH=str(tmp_path / "bin" / "breaking-ssh"))

    assert report(remote.address, "the connection broke before the end of the upload. Deploy again.") == said.problems
    assert 1 == said.status
    assert "home" == (remote.online / "index.html").read_text()
    assert (["current", "releases"], before) == (remote.names(), remote.releases())
    assert 0 == site.deploy("rsync", remote.address, **remote.environment).status
    assert site.files() == files(remote.online)


def test_a_computer_that_is_switched_off_midway_leaves_no_rubbish(site, place, tmp_path):
    site.deploy("rsync", place.address, **place.environment)
    before = place.releases()
    site.write(**{"index.html": "new"})
    process = site.start(
        "rsync", place.address, **place.environment, PATH=waiting(tmp_path / "bin", tmp_path / "never")
    )
    until(lambda: any((place.folder / "releases").glob("*.part/SHA256SUMS")))

    kill_with_children(process)

    assert "home" == (place.online / "index.html").read_text()
    if place.environment:  # a server outlives the publisher's computer, and clears up
        until(lambda: not is_link(place.folder / ".publishing"))
        assert (["current", "releases"], before) == (place.names(), place.releases())
    assert 0 == site.deploy("rsync", place.address, **place.environment).status
    assert site.files() == files(place.online)
    assert (["current", "releases"], 2) == (place.names(), len(place.releases()))


def kill_with_children(process):
    """End a process that we started and those it started, as a power cut does."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = [tuple(map(int, line.split())) for line in listed.splitlines()]
    doomed = [process.pid]
    for pid in doomed:
        doomed += [child for child, parent in parents if parent == pid]
    for pid in doomed:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("process", ["ended", "another"])
def test_a_server_that_is_switched_off_midway_leaves_nothing_that_stops_the_next(site, place, process):
    site.deploy("rsync", place.address, **place.environment)
    holder = subprocess.Popen(["sleep", "60"])
    if process == "ended":
        holder.kill()
        holder.wait()
    (place.folder / ".publishing").symlink_to(f"{holder.pid}@{os.uname().nodename} ana on laptop, since 10:00 UTC")
    (place.folder / "releases" / "20200101T000000Z-00000000.part").mkdir()
    (place.folder / ".current.4711").symlink_to("releases/20200101T000000Z-00000000")
    site.write(**{"index.html": "new"})

    said = site.deploy("rsync", place.address, **place.environment)

    holder.kill()
    holder.wait()
    assert (0, "") == (said.status, said.problems)
    assert "new" == (place.online / "index.html").read_text()
    assert ["current", "releases"] == place.names()
    assert 2 == len(place.releases())


def test_a_lock_of_another_machine_is_believed(site, local):
    site.deploy("rsync", local.address)
    (local.folder / ".publishing").symlink_to("1@elsewhere ana on laptop, since 10:00 UTC")
    site.write(**{"index.html": "new"})

    said = site.deploy("rsync", local.address)

    assert "somebody is publishing there right now (1@elsewhere ana on laptop, since 10:00 UTC)." in said.problems
    assert "home" == (local.online / "index.html").read_text()


def test_a_lock_that_was_taken_away_is_noticed_before_the_switch(site, local, tmp_path):
    site.deploy("rsync", local.address)
    site.write(**{"index.html": "new"})
    gate = tmp_path / "gate"
    process = site.start("rsync", local.address, PATH=waiting(tmp_path / "bin", gate))
    until(lambda: is_link(local.folder / ".publishing"))
    (local.folder / ".publishing").unlink()
    (local.folder / ".publishing").symlink_to("1@elsewhere ben on laptop, since 10:00 UTC")
    gate.touch()

    said = ended(process)

    assert "somebody is publishing there right now (1@elsewhere ben on laptop, since 10:00 UTC)." in said.problems
    assert "home" == (local.online / "index.html").read_text()
    assert [".publishing", "current", "releases"] == local.names()
    assert 1 == len(local.releases())


def test_an_answer_that_is_lost_at_the_last_step_is_not_called_a_failure(site, remote, tmp_path):
    site.deploy("rsync", remote.address, **remote.environment)
    site.write(**{"index.html": "new"})
    ssh = f'{remote.environment["RSYNC_RSH"]} "$@"'
    program(tmp_path / "bin", "deaf-ssh", f'case "$*" in *rsync*--server*) exec {ssh} ;; esac; {ssh} | head -n 1')

    said = site.deploy("rsync", remote.address, RSYNC_RSH=str(tmp_path / "bin" / "deaf-ssh"))

    assert (1, "1 problem in 1 file; visitors see the old site or the new one, both whole.\n"
        f"  {remote.address}: the connection broke during the last step. Deploy again.\n{TAIL}",
    ) == (said.status, said.problems)  # fmt: skip
    until(lambda: not is_link(remote.folder / ".publishing"))
    assert "has the same 7 files: nothing to send." in site.deploy("rsync", remote.address, **remote.environment).out


def test_a_file_that_arrives_damaged_is_never_shown(site, local, tmp_path):
    site.deploy("rsync", local.address)
    site.write(**{"index.html": "new"})
    rsync = shutil.which("rsync")
    script = f'"{rsync}" "$@"; for last; do :; done; echo x >"${{last}}index.html"'

    said = site.deploy("rsync", local.address, PATH=program(tmp_path / "bin", "rsync", script))

    message = "what arrived is not what was sent. Deploy again; is the disk there full?"
    assert (1, report(local.address, message)) == (said.status, said.problems)
    assert "home" == (local.online / "index.html").read_text()
    assert (["current", "releases"], 1) == (local.names(), len(local.releases()))


def test_a_full_disk_leaves_the_old_site(site, tmp_path, local):
    with small_disk(tmp_path / "disk", "300k") as web:
        site.deploy("rsync", web)
        site.write(**{"big.html": BIG})

        said = site.deploy("rsync", web)

        assert report(web, "the disk there is full. Make room and deploy again.") == said.problems
        assert "home" == (web / "current" / "index.html").read_text()
        assert ["current", "releases"] == sorted(path.name for path in web.iterdir())
        assert 1 == len(list((web / "releases").iterdir()))
        site.write(**{"big.html": None, "index.html": "new"})
        assert 0 == site.deploy("rsync", web).status


def test_a_disk_that_is_read_only_is_told_at_once(site, tmp_path, local):
    with small_disk(tmp_path / "disk", "300k") as web:
        site.deploy("rsync", web)
        site.write(**{"index.html": "new"})
        subprocess.run(["mount", "-o", "remount,ro", tmp_path / "disk"], check=True)

        said = site.deploy("rsync", web)

        assert 1 == said.status
        assert f"  {web}: nothing can be written there (ln: failed to create symbolic link" in said.problems
        assert "Read-only file system).\n" in said.problems
        assert "home" == (web / "current" / "index.html").read_text()


@pytest.mark.parametrize("refuses", ["-T", "-h", "-T and -h"])
def test_a_server_whose_mv_lacks_an_option_switches_all_the_same(site, local, tmp_path, refuses):
    mv = shutil.which("mv")
    answers = [f'{option}) echo "mv: unknown option" >&2; exit 1 ;;' for option in refuses.split(" and ")]
    rename = '-h) shift; exec python3 -c "import os, sys; os.rename(sys.argv[1], sys.argv[2])" "$@" ;;'
    script = f'case $1 in {" ".join(answers)} {rename} *) exec {mv} "$@" ;; esac'
    program(tmp_path / "bin", "mv", script)
    last_resort = tmp_path / "last resort"
    ln = f'[ "$1" != -sfn ] || touch "{last_resort}"; exec {shutil.which("ln")} "$@"'
    path = program(tmp_path / "bin", "ln", ln)
    site.deploy("rsync", local.address, PATH=path)
    site.write(**{"index.html": "new"})

    said = site.deploy("rsync", local.address, PATH=path)

    assert (0, "") == (said.status, said.problems)
    assert "new" == (local.online / "index.html").read_text()
    assert ["current", "releases"] == local.names()
    assert (refuses == "-T and -h") == last_resort.exists()


def test_a_switch_that_fails_leaves_the_old_site_and_no_rubbish(site, local, tmp_path):
    site.deploy("rsync", local.address)
    site.write(**{"index.html": "new"})
    ln = f'case "$*" in *current*) exit 1 ;; esac; exec {shutil.which("ln")} "$@"'

    said = site.deploy("rsync", local.address, PATH=program(tmp_path / "bin", "ln", ln))

    assert (1, report(local.address, "nothing can be written there.")) == (said.status, said.problems)
    assert "home" == (local.online / "index.html").read_text()
    assert (["current", "releases"], 1) == (local.names(), len(local.releases()))


@pytest.mark.parametrize("what", ["folder", "file", "link"])
def test_what_is_not_ours_is_left_alone(site, local, tmp_path, what):
    local.folder.mkdir()
    if what == "folder":
        local.online.mkdir()
    elif what == "file":
        local.online.write_text("precious")
    else:
        local.online.symlink_to(tmp_path)

    said = site.deploy("rsync", local.address)

    message = '"current" there was not made by this command. Remove it, or choose another folder.'
    assert (1, report(local.address, message)) == (said.status, said.problems)
    assert (what == "folder", what == "file", what == "link") == (
        local.online.is_dir() and not is_link(local.online),
        local.online.is_file(),
        is_link(local.online),
    )


def test_a_link_to_a_release_that_somebody_deleted_is_turned_to_the_new_one(site, local):
    local.folder.mkdir()
    local.online.symlink_to("releases/20200101T000000Z-00000000")

    said = site.deploy("rsync", local.address)

    assert (0, "") == (said.status, said.problems)
    assert "This is the first release there" in said.out
    assert site.files() == files(local.online)


def test_other_things_in_the_folder_stay(site, local):
    (local.folder / "releases" / "mine.part").mkdir(parents=True)
    (local.folder / "letters.txt").write_text("precious")

    for number in range(5):
        site.write(**{"index.html": f"number {number}"})
        assert 0 == site.deploy("rsync", local.address).status

    assert ["current", "letters.txt", "releases"] == local.names()
    assert "mine.part" in local.releases()


def test_a_server_that_does_not_answer_is_named(site, remote):
    said = site.deploy("rsync", "nobody:/srv/site", **remote.environment)

    assert 1 == said.status
    assert (
        "  nobody:/srv/site: no connection to nobody:/srv/site (ssh: connect to host 127.0.0.1 port " in said.problems
    )


def test_a_server_without_rsync_is_told(site, remote, tmp_path):
    ssh = remote.environment["RSYNC_RSH"]
    script = (
        f'''case "$*" in *rsync*--server*) exec {ssh} web "PATH=/nowhere; rsync --server" ;; esac; exec {ssh} "$@"'''
    )
    program(tmp_path / "bin", "bare-ssh", script)

    said = site.deploy("rsync", remote.address, RSYNC_RSH=str(tmp_path / "bin" / "bare-ssh"))

    assert report(remote.address, "the program rsync is missing there.") == said.problems
    assert (["releases"], []) == (remote.names(), remote.releases())


@pytest.mark.parametrize("missing", ["rsync", "ssh"])
def test_a_program_that_is_missing_here_is_named(site, tmp_path, missing):
    (tmp_path / "bin").mkdir()
    for name in {"rsync", "ssh"} - {missing}:
        (tmp_path / "bin" / name).symlink_to("/bin/true")

    said = site.deploy("rsync", "web:/srv/site", PATH=str(tmp_path / "bin"))

    package = {"ssh": "openssh-client"}.get(missing, missing)
    message = f"this program is needed and not installed here. On Debian: apt install {package}"
    assert (1, report(missing, message)) == (said.status, said.problems)


def test_a_folder_that_was_not_published_is_not_uploaded(site, local, tmp_path):
    (tmp_path / "drafts").mkdir()

    said = Site(tmp_path / "drafts", site.environment).deploy("rsync", local.address)

    message = "no site was published there (there is no SHA256SUMS). First: make publish"
    assert (1, report("drafts", message)) == (said.status, said.problems)
    assert not local.folder.exists()


@pytest.mark.parametrize("change", ["changed", "added", "deleted", "linked"])
def test_a_folder_that_changed_since_it_was_published_is_not_uploaded(site, local, tmp_path, change):
    page = site.folder / ("draft.html" if change == "added" else "index.html")
    if change == "linked":
        page.rename(tmp_path / "elsewhere")
        page.symlink_to(tmp_path / "elsewhere")
    else:
        page.unlink() if change == "deleted" else page.write_text("not audited")

    said = site.deploy("rsync", local.address)

    message = f"it is not as it was published ({page.name}). First: make publish"
    assert (1, report("public", message)) == (said.status, said.problems)
    assert not local.folder.exists()
