"""A site is uploaded beside the one that visitors see, and shown in one step."""

import os
import re
import shlex
import stat
from threading import Event, Thread

import pytest

from .published_site import files

RELEASE = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")


def test_every_file_arrives_whatever_its_name_and_nothing_else(site, place):
    said = site.deploy("rsync", place.address, **place.environment)

    assert (0, "") == (said.status, said.problems)
    assert site.files() == files(place.online)
    assert ["current", "releases"] == place.names()
    (release,) = place.releases()
    assert RELEASE.fullmatch(release)
    sent = re.sub(r"[\d,]+ bytes", "N bytes", said.out)
    assert sent == (
        f"Connecting to {place.address} ...\n"
        "Uploading 7 files and their SHA256SUMS ...\n"
        "8 files sent (N bytes over the line), 0 the same as before.\n"
        f"Visitors see release {release} now, by {place.address}/current\n"
        f"This is the first release there: let the web server serve {place.folder}/current\n"
    )


def test_everybody_may_read_what_arrives_whatever_the_rights_of_the_sources(site, place):
    (site.folder / "index.html").chmod(0o600)
    (site.folder / "about").chmod(0o700)

    site.deploy("rsync", place.address, **place.environment)

    modes = {stat.S_IMODE(path.stat().st_mode) for path in place.online.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in (place.online, place.online / "about")}
    assert ({0o644}, {0o755}) == (modes, folders)


def test_an_unchanged_site_costs_nothing_and_makes_no_release(site, place):
    site.deploy("rsync", place.address, **place.environment)
    before = place.releases()
    for path in site.folder.rglob("*"):
        os.utime(path, (1, 1))

    said = site.deploy("rsync", place.address, **place.environment)

    expected = f"Connecting to {place.address} ...\nRelease {before[0]} there has the same 7 files: nothing to send.\n"
    assert (0, expected, "") == (said.status, said.out, said.problems)
    assert before == place.releases()
    assert ["current", "releases"] == place.names()


def test_a_deleted_page_goes_and_unchanged_files_are_shared_with_the_release_before(site, place):
    site.deploy("rsync", place.address, **place.environment)
    old = place.online.resolve()
    site.write(**{"about/index.html": None, "index.html": "new"})

    said = site.deploy("rsync", place.address, **place.environment)

    assert "2 files sent (" in said.out
    assert " bytes over the line), 5 the same as before.\n" in said.out
    assert site.files() == files(place.online)
    assert (place.online / "core/index.html").stat().st_ino == (old / "core/index.html").stat().st_ino
    assert "home" == (old / "index.html").read_text()
    assert "about us" == (old / "about/index.html").read_text()


def test_a_change_that_keeps_size_and_time_is_seen(site, place):
    site.deploy("rsync", place.address, **place.environment)
    site.write(**{"index.html": "HOME"})
    for folder in (site.folder, place.online):
        os.utime(folder / "index.html", (1, 1))

    site.deploy("rsync", place.address, **place.environment)

    assert "HOME" == (place.online / "index.html").read_text()


def test_the_last_ten_releases_stay_and_the_summary_tells_how_to_go_back(site, place):
    for day in range(10, 20):
        (place.folder / "releases" / f"202001{day}T000000Z-00000000").mkdir(parents=True)
        (place.folder / "releases" / f"202001{day}T000000Z-00000000.record").touch()
    releases = []
    for number in range(2):
        site.write(**{"index.html": f"number {number}"})
        said = site.deploy("rsync", place.address, **place.environment)
        releases.append(place.online.resolve().name)

    kept = [f"202001{day}T000000Z-00000000" for day in range(12, 20)]
    assert sorted([*kept, *(f"{name}.record" for name in kept), *releases]) == place.releases()
    back = said.out.partition(f"The release before, {releases[0]}, is still there. To go back: ")[2]
    name = releases[0].rpartition("-")[2]
    assert ["make", "publish-again", f"RELEASE={name}", f"DEST={place.address}"] == shlex.split(back)
    site.deploy("publish-again", name, place.address, "", "", **place.environment)
    assert "number 0" == (place.online / "index.html").read_text()

    assert 0 == site.deploy("rsync", place.address, **place.environment).status
    assert "number 1" == (place.online / "index.html").read_text()


@pytest.mark.parametrize("harm", ["changed", "missing", "added"])
def test_a_release_that_somebody_meddled_with_is_made_anew(site, place, harm):
    site.deploy("rsync", place.address, **place.environment)
    page = place.online / ("added.html" if harm == "added" else "index.html")
    page.unlink() if harm == "missing" else page.write_text("h4cked")

    said = site.deploy("rsync", place.address, **place.environment)

    assert 0 == said.status
    assert site.files() == files(place.online)
    assert 2 == len(place.releases())


def test_a_reader_sees_no_gap(site, local):
    site.deploy("rsync", local.address)
    seen, gaps, stop = set(), [], Event()

    def read():
        while not stop.is_set():
            try:
                seen.add((local.online / "index.html").read_text())
            except FileNotFoundError as error:
                gaps.append(error)

    reader = Thread(target=read)
    reader.start()
    for number in range(10):
        site.write(**{"index.html": f"number {number}"})
        assert 0 == site.deploy("rsync", local.address).status
    stop.set()
    reader.join()

    assert [] == gaps
    assert len(seen) > 5


def test_a_built_site_is_deployed_and_the_address_it_lacks_is_told(coalition, site, local):
    built = coalition.build("publishconf.py")
    assert 0 == built.status

    said = type(site)(built.output, site.environment | {"SITEURL": ""}).deploy("rsync", local.address)

    assert 0 == said.status
    assert files(built.output) == files(local.online)
    expected = "SITEURL is not set, so the pages do not name their public address. To add it: SITEURL=https://...\n"
    assert said.out.endswith(expected)


def test_a_clock_that_was_wrong_does_not_cost_the_release_before(site, local):
    for year in (2090, 2091, 2092):
        (local.folder / "releases" / f"{year}0101T000000Z-00000000").mkdir(parents=True)
    site.deploy("rsync", local.address)
    site.write(**{"index.html": "new"})

    said = site.deploy("rsync", local.address)

    before = re.search(r"The release before, (\S+), is still there", said.out)
    assert "home" == (local.folder / "releases" / before[1] / "index.html").read_text()
    assert "new" == (local.online / "index.html").read_text()
