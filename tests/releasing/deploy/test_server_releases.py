"""A server or a folder lists its releases with what changed, and shows an earlier one again in one step."""

import os
import re
import shutil
import stat
from pathlib import Path
from threading import Event, Thread

import pytest

from .published_site import Site, ended, files, program, report
from .remembered import CLOSED, LATER, WHEN, remember, undated
from .test_rsync_lock import kill_with_children
from .waiting import until


@pytest.fixture
def office(tmp_path):
    """Give the folder from which a computer deploys, with what it remembers."""
    return tmp_path / "office"


@pytest.fixture(scope="session")
def deployed(tmp_path_factory, uploads) -> Path:
    """Deploy three sites into a folder, once for all tests of this worker."""
    folder = tmp_path_factory.mktemp("deployed")
    site = Site(folder / "public").write()
    for home, facts in (("one", ("1", "1")), ("two", ("2", "1")), ("three", ("3",))):
        site.write(**{"index.html": home})
        remember(site, folder / "office", (CLOSED, LATER), **dict(zip(("home", "about"), facts, strict=False)))
        said = site.deploy("rsync", folder / "web", where=folder / "office")
        assert (0, "") == (said.status, said.problems)
    return folder


@pytest.fixture
def three(deployed, site, place, office) -> list[str]:
    """Give a place with three releases, of which the last is shown; return their names, the oldest first."""
    shutil.copytree(deployed / "web", place.folder, symlinks=True)
    shutil.copytree(deployed / "office", office)
    site.write(**{"index.html": "three"})
    return [path.name.rpartition("-")[2] for path in sorted((place.folder / "releases").glob("*[!d]"))]


def listed(site, place, office) -> str:
    said = site.deploy("releases", place.address, "", "", where=office, **place.environment)
    assert (0, "") == (said.status, said.problems)
    return undated(said.out)


def again(site, place, office, name, **variables):
    return site.deploy("publish-again", name, place.address, "", "", where=office, **(place.environment | variables))


def test_the_list_says_what_changed_with_each_and_which_one_visitors_see(site, place, office, three):
    first, second, third = three

    assert listed(site, place, office) == (
        f"{place.address}: 3 releases, the newest first.\n"
        f"  {third}  WHEN, 7 files <- visitors see this one now\n"
        "      Pages: Home\n"
        "      Pages: About (gone)\n"
        f"  {second}  WHEN, 7 files\n"
        "      Pages: Home\n"
        f"  {first}  WHEN, 7 files\n"
        "      The first release here.\n"
        "To go back to one: make publish-again RELEASE=... with its name, and the same DEST= or REMOTE=.\n"
    )


def test_an_earlier_release_is_shown_again_and_all_others_stay(site, place, office, three):
    before = place.releases()

    said = again(site, place, office, three[0])

    assert (0, "") == (said.status, said.problems)
    assert "one" == (place.online / "index.html").read_text()
    assert (["current", "releases"], before) == (place.names(), place.releases())
    release = place.online.resolve().name
    assert undated(said.out) == (
        "What changed since then is taken back:\n"
        "  Pages: Home\n"
        "  Pages: About (gone)\n"
        "So what is gone comes back. If somebody asked for it to go, ask them first.\n"
        f"Comparing release {release} with its sums ...\n"
        f"Visitors see release {release} of WHEN now, by {place.address}/current\n"
        "The next deploy shows what is in content/ then: change it back there too.\n"
    )
    assert f"  {three[0]}  WHEN, 7 files <- visitors see this one now\n" in listed(site, place, office)


def test_one_goes_forward_again_and_publishes_on_from_there(site, place, office, three):
    again(site, place, office, three[0])
    forward = again(site, place, office, three[2])

    assert 0 == forward.status
    assert "taken back" not in forward.out
    assert "three" == (place.online / "index.html").read_text()

    again(site, place, office, three[1])
    site.write(**{"index.html": "four"})
    remember(site, office, home="4", about="1")
    assert 0 == site.deploy("rsync", place.address, where=office, **place.environment).status
    assert "four" == (place.online / "index.html").read_text()
    assert "<- visitors see this one now\n      Pages: Home\n" in listed(site, place, office)


def test_what_is_out_of_date_in_an_old_release_is_said_before_it_is_shown(site, local, office):
    site.write(**{"index.html": "old"})
    remember(site, office, (CLOSED, LATER), home="1")
    site.deploy("rsync", local.address, where=office)
    (new,) = local.releases()[:1]
    old = f"20200101T120000Z-{new.rpartition('-')[2]}"
    for name in (new, f"{new}.record"):
        (local.folder / "releases" / name).rename(local.folder / "releases" / name.replace(new, old))
    (local.online).unlink()
    site.write(**{"index.html": "new"})
    site.deploy("rsync", local.address, where=office)

    said = again(site, local, office, old)

    assert re.search(
        r"It was published \d+ days ago and shows the dates of that day.\n"
        r'  Out of date in it since 2020-01-02: applications for "Partner" are closed\n'
        r"  Look at what it says of dates. To bring it up to date, change content/ back and publish that.\n"
        r"Comparing",
        said.out,
    )
    assert "Friend" not in said.out
    assert "old" == (local.online / "index.html").read_text()


def test_the_one_that_visitors_see_is_left_as_it_is(site, place, office, three):
    said = again(site, place, office, three[2])

    assert (0, f"Visitors see release {place.online.resolve().name} already.\n") == (said.status, said.out)


def test_a_name_that_no_release_has_changes_nothing(site, place, office, three):
    name = three[1][:-1] + ("0" if three[1][-1] != "0" else "1")

    said = again(site, place, office, name)

    when = WHEN.search(listed_times(site, place, office)[three[1]])[0]
    message = f'no release is called "{name}". Did you mean {three[1]} ({when})?'
    assert (1, report("RELEASE", message)) == (said.status, said.problems)
    assert "three" == (place.online / "index.html").read_text()


def listed_times(site, place, office) -> dict[str, str]:
    said = site.deploy("releases", place.address, "", "", where=office, **place.environment).out
    return {line.split()[0]: line for line in said.splitlines() if WHEN.search(line)}


def test_a_place_where_nothing_was_published_has_an_empty_list(site, place, office):
    office.mkdir()

    assert f"{place.address}: nothing was published there yet.\n" == listed(site, place, office)
    said = again(site, place, office, "1a2b3c4d")
    assert (1, report("RELEASE", f"{place.address}: nothing was published there yet.")) == (said.status, said.problems)
    assert not place.folder.exists()


def test_releases_of_which_nothing_was_written_down_are_listed_and_shown_again(site, place, office):
    office.mkdir()
    for home in ("one", "two"):
        site.write(**{"index.html": home})
        site.deploy("rsync", place.address, where=office, **place.environment)
    old = place.releases()[0]
    (place.folder / "releases" / f"{old}.record").write_text("{damaged")

    assert 2 == listed(site, place, office).count("What changed is not known.")
    assert 0 == again(site, place, office, old).status
    assert "one" == (place.online / "index.html").read_text()


def test_a_colleague_who_deploys_from_another_computer_tells_what_changed_too(site, place, office, three, tmp_path):
    site.write(**{"index.html": "four"})
    remember(site, tmp_path / "colleague", home="3", news="1")
    site.deploy("rsync", place.address, where=tmp_path / "colleague", **place.environment)

    assert "<- visitors see this one now\n      Pages: News (new)\n" in listed(site, place, office)


def test_nobody_but_its_owner_may_read_a_record_and_none_is_where_visitors_look(site, place, office, three):
    records = list((place.folder / "releases").glob("*.record"))

    assert {0o600} == {stat.S_IMODE(path.stat().st_mode) for path in records}
    assert 3 == len(records)
    assert site.files() == files(place.online)


@pytest.mark.parametrize("harm", ["changed", "missing", "added", "sums", "link"])
def test_a_release_that_is_not_as_it_was_published_is_refused(site, place, office, three, harm):
    old = next(path for path in (place.folder / "releases").iterdir() if path.name.endswith(three[0]))
    page = old / {"added": "added.html", "sums": "SHA256SUMS"}.get(harm, "index.html")
    text = (old / "index.html").read_text()
    if harm in ("changed", "missing", "link"):
        page.unlink()  # it may be shared with other releases
    if harm == "link":
        (place.folder / "elsewhere").write_text(text)
        page.symlink_to(place.folder / "elsewhere")
    elif harm != "missing":
        page.write_text("h4cked")

    said = again(site, place, office, three[0])

    message = (
        "that release is not as it was published: somebody changed it, or the disk is failing. "
        "Choose another: make releases"
    )
    assert (1, report(place.address, message)) == (said.status, said.problems)
    assert "three" == (place.online / "index.html").read_text()
    assert not (place.folder / ".publishing").is_symlink()


def slow_link(folder, gate) -> str:
    """Return a PATH whose `ln` waits before it makes the new link, until the gate is there."""
    return program(
        folder,
        "ln",
        f'case "$*" in *.current.*) for _ in $(seq 1200); do [ -e "{gate}" ] && break; sleep 0.05; done ;; esac\n'
        'exec /bin/ln "$@"',
    )


@pytest.fixture
def two(site, local, office) -> str:
    """Deploy two sites into a folder; return the name of the first release."""
    office.mkdir()
    for home in ("one", "two"):
        site.write(**{"index.html": home})
        site.deploy("rsync", local.address, where=office)
    return local.releases()[0].rpartition("-")[2]


def test_a_release_that_goes_while_it_is_asked_for_is_told(site, local, office, two, tmp_path):
    moved = f"mv '{local.folder}/releases/{local.releases()[0]}' '{local.folder}/gone'"
    script = f'case "$*" in *"runs where"*) {moved} ;; esac; exec /bin/sh "$@"'

    said = again(site, local, office, two, PATH=program(tmp_path / "bin", "sh", script))

    message = "that release is not there any more. To see which are: make releases"
    assert (1, report(local.address, message)) == (said.status, said.problems)
    assert "two" == (local.online / "index.html").read_text()


def test_a_record_whose_release_somebody_deleted_goes_with_the_next(site, local, office, two):
    (local.folder / "releases" / "20200101T000000Z-00000000.record").touch()

    assert 0 == again(site, local, office, two).status
    assert not [name for name in local.releases() if name.startswith("2020")]


def test_a_kill_in_the_middle_leaves_what_visitors_see_and_the_next_try_works(site, local, office, two, tmp_path):
    path = slow_link(tmp_path / "bin", tmp_path / "never")
    process = site.start("publish-again", two, local.address, "", "", where=office, PATH=path)
    until((local.folder / ".publishing").is_symlink)

    kill_with_children(process)

    assert "two" == (local.online / "index.html").read_text()
    assert 0 == again(site, local, office, two).status
    assert "one" == (local.online / "index.html").read_text()
    assert (["current", "releases"], 2) == (local.names(), len(local.releases()))


def test_it_waits_for_nobody_who_is_publishing(site, local, office, two, tmp_path):
    gate = tmp_path / "gate"
    path = slow_link(tmp_path / "bin", gate)
    process = site.start("publish-again", two, local.address, "", "", where=office, PATH=path)
    until((local.folder / ".publishing").is_symlink)
    other = Site(tmp_path / "other", site.environment).write(**{"index.html": "other"})

    said = other.deploy("rsync", local.address)

    assert "somebody is publishing there right now" in said.problems
    gate.touch()
    assert 0 == ended(process).status
    assert "one" == (local.online / "index.html").read_text()


def test_a_reader_sees_no_gap_and_no_mixture(site, local, office, two):
    site.write(**{"index.html": "three", "about/index.html": "three"})
    site.deploy("rsync", local.address, where=office)
    seen, gaps, stop = set(), [], Event()

    def read():
        while not stop.is_set():
            try:
                release = local.folder / os.readlink(local.online)
                seen.add(tuple((release / name).read_text() for name in ("index.html", "about/index.html")))
            except FileNotFoundError as error:
                gaps.append(error)

    reader = Thread(target=read)
    reader.start()
    newest = local.releases()[-1]
    for _ in range(3):
        assert 0 == again(site, local, office, two).status
        assert 0 == again(site, local, office, newest).status
    stop.set()
    reader.join()

    assert ([], {("one", "about us"), ("three", "three")}) == (gaps, seen)


@pytest.mark.parametrize("command", [("releases",), ("publish-again", "1a2b3c4d")])
def test_a_server_that_nobody_reaches_is_told(site, remote, office, command):
    office.mkdir()
    said = site.deploy(*command, "nobody:/srv/site", "", "", where=office, **remote.environment)

    assert 1 == said.status
    assert "  nobody:/srv/site: no connection to nobody:/srv/site (ssh: connect to host" in said.problems
    assert said.problems.startswith("1 problem in 1 file; the site that is online was not changed.\n")
