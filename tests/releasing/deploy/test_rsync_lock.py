"""One publisher at a time; and whoever is switched off midway keeps nobody from publishing later."""

import contextlib
import os
import signal
import subprocess

import pytest

from .published_site import Site, ended, files, report
from .waiting import until, waiting


def test_a_second_publisher_is_told_who_is_first_and_changes_nothing(site, place, tmp_path):
    site.deploy("rsync", place.address, **place.environment)
    site.write(**{"index.html": "first"})
    other = Site(tmp_path / "other", site.environment).write(**{"index.html": "second"})
    gate = tmp_path / "gate"

    first = site.start("rsync", place.address, **place.environment, PATH=waiting(tmp_path / "bin", gate))
    until((place.folder / ".publishing").is_symlink)
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
        until(lambda: not (place.folder / ".publishing").is_symlink())
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
    until((local.folder / ".publishing").is_symlink)
    (local.folder / ".publishing").unlink()
    (local.folder / ".publishing").symlink_to("1@elsewhere ben on laptop, since 10:00 UTC")
    gate.touch()

    said = ended(process)

    assert "somebody is publishing there right now (1@elsewhere ben on laptop, since 10:00 UTC)." in said.problems
    assert "home" == (local.online / "index.html").read_text()
    assert [".publishing", "current", "releases"] == local.names()
    assert 1 == len(local.releases())
