"""All candidates build the same pages, in the versions that the tables name."""

import json

import pytest

from candidates import ALL, OURS, PEERS, PLAIN, Candidate, NotInstalled
from site_of_pages import edit, shows

NAMES = [candidate.name for candidate in ALL]


def pages_of(candidate, site, pages=3):
    """Return the pages that a candidate is given, by file name."""
    candidate.make_site(site, pages)
    return {path.name: path.read_bytes() for path in (site / candidate.pages).iterdir()}


@pytest.mark.parametrize("candidate", ALL, ids=NAMES)
def test_every_candidate_is_given_the_same_pages(candidate, tmp_path):
    given = pages_of(candidate, tmp_path / "site")

    assert {"page-0.md", "page-1.md", "page-2.md"} == set(given)
    assert pages_of(OURS, tmp_path / "ours") == given


def test_no_two_pages_are_the_same_and_each_is_of_some_length(tmp_path):
    bodies = [text.partition(b"---\n\n")[2] for text in pages_of(PLAIN, tmp_path / "site", 20).values()]

    assert 20 == len(set(bodies))
    assert all(300 < len(body.split()) < 500 for body in bodies)


def test_an_edit_shows_only_on_its_page(tmp_path):
    OURS.make_site(tmp_path / "site", 2)
    news = tmp_path / "site" / OURS.pages

    edit(news, 1, "edit7")
    for page in news.iterdir():
        page.rename(page.with_suffix(".html"))

    assert shows(tmp_path, 1, "edit7")
    assert not shows(tmp_path, 0, "edit7")


@pytest.mark.parametrize("asked", sorted(PEERS.glob("*/requirements.in")), ids=lambda path: path.parent.name)
def test_the_version_that_a_table_names_is_the_one_that_pip_installs(asked):
    assert f"{asked.read_text('utf-8').strip()} \\" in asked.with_suffix(".txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("asked", sorted(PEERS.glob("*/package.json")), ids=lambda path: path.parent.name)
def test_the_version_that_a_table_names_is_the_one_that_npm_installs(asked):
    locked = json.loads(asked.with_name("package-lock.json").read_text("utf-8"))["packages"]

    for name, version in json.loads(asked.read_text("utf-8"))["dependencies"].items():
        assert version == locked[f"node_modules/{name}"]["version"]


def test_names_are_told_apart():
    assert len(NAMES) == len(set(NAMES))


def test_a_peer_that_cannot_be_installed_says_why(tmp_path, monkeypatch):
    monkeypatch.setattr("candidates.INSTALLED", tmp_path / "installed")
    monkeypatch.setattr("candidates.PEERS", tmp_path / "peers")
    (tmp_path / "peers" / "windmill").mkdir(parents=True)
    (tmp_path / "peers" / "windmill" / "requirements.txt").write_text(
        "windmill @ file:///nowhere/windmill.whl\n", "utf-8"
    )

    with pytest.raises(NotInstalled, match="windmill"):
        Candidate("windmill", (), "", "windmill").install()
