"""Whatever breaks during an upload, visitors see the old site, the report says so, and the next upload works."""

import shutil
import subprocess
from random import Random

import pytest
from test_disks import small_disk

from .published_site import TAIL, files, program, report
from .waiting import until

BIG = Random(1).randbytes(400_000).hex()


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


def test_an_answer_that_is_lost_at_the_last_step_is_not_called_a_failure(site, remote, tmp_path):
    site.deploy("rsync", remote.address, **remote.environment)
    site.write(**{"index.html": "new"})
    ssh = f'{remote.environment["RSYNC_RSH"]} "$@"'
    program(tmp_path / "bin", "deaf-ssh", f'case "$*" in *rsync*--server*) exec {ssh} ;; esac; {ssh} | head -n 1')

    said = site.deploy("rsync", remote.address, RSYNC_RSH=str(tmp_path / "bin" / "deaf-ssh"))

    assert (1, "1 problem in 1 file; visitors see the old site or the new one, both whole.\n"
        f"  {remote.address}: the connection broke during the last step. Deploy again.\n{TAIL}",
    ) == (said.status, said.problems)  # fmt: skip
    until(lambda: not (remote.folder / ".publishing").is_symlink())
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
