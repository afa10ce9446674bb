"""Where to look for releases is one place; without one, this computer tells what it published."""

from .published_site import report
from .remembered import remember


def test_without_a_place_the_list_is_that_of_this_computer(site, tmp_path):
    office = tmp_path / "office"
    remember(site, office, home="1")

    said = site.deploy("releases", "", "", "gh-pages", where=office)

    (name,) = [path.stem[:8] for path in (office / ".cache" / "published").iterdir()]
    assert (0, "") == (said.status, said.problems)
    first, listed, changed, last = said.out.splitlines()
    assert f"{site.folder}/ of this computer: 1 release, the newest first." == first
    assert listed.startswith(f"  {name}  2026-11-2")
    assert listed.endswith(", 7 files <- published last")
    assert "      What changed is not known." == changed
    assert "What visitors see: add DEST=... or REMOTE=... as for the deploy." == last


def test_of_a_computer_that_published_nothing_the_list_is_empty(site, tmp_path):
    said = site.deploy("releases", "", "", "gh-pages", where=tmp_path)

    assert 0 == said.status
    assert said.out.startswith(f"{site.folder}/ of this computer: nothing was published there yet.\n")


def test_to_go_back_one_place_is_named(site, tmp_path):
    where = "Where is the site? Name it: DEST=user@server:/folder, or REMOTE=address. This computer keeps no old sites."
    said = site.deploy("publish-again", "1a2b3c4d", "", "", "gh-pages", where=tmp_path)
    assert (1, report("RELEASE", where)) == (said.status, said.problems)

    for command in (("releases",), ("publish-again", "1a2b3c4d")):
        both = site.deploy(*command, "/srv/site", "origin", "gh-pages", where=tmp_path)
        assert (1, report("DEST", "give DEST or REMOTE, not both.")) == (both.status, both.problems)
