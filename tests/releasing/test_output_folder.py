"""Folders that are refused, so that publishing destroys nothing else."""

import pytest

from conftest import ROOT, build


def refuse(coalition, output) -> str:
    built = build(coalition.content, output)
    assert 1 == built.status
    return built.said


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (ROOT, 'it holds the sources ("theme").'),
        (ROOT.parent, "it holds the sources ("),
        (ROOT / "theme", 'it holds the sources ("theme").'),
        (ROOT / "plugins" / "public", 'it lies within the sources ("plugins").'),
        (ROOT / ".git" / "public", 'it lies within the sources (".git").'),
        ("/", "it is a home folder or a whole disk."),
    ],
    ids=str,
)
def test_a_folder_of_the_project_is_refused(coalition, output, expected):
    assert f"not published to: {expected}" in refuse(coalition, output)


def test_the_content_folder_and_what_holds_it_are_refused(coalition):
    assert 'not published to: it holds the sources ("content").' in refuse(coalition, coalition.content)
    assert 'not published to: it holds the sources ("content").' in refuse(coalition, coalition.content.parent)
    assert 'not published to: it lies within the sources ("content").' in refuse(coalition, coalition.content / "out")


def test_a_folder_with_other_things_in_it_is_refused_and_keeps_them(coalition, tmp_path):
    important = tmp_path / "important"
    important.mkdir()
    (important / "letters.txt").write_text("keep")

    said = refuse(coalition, important)

    assert (
        "  important: not published to: it holds other things (there is no SHA256SUMS of an earlier site in it). "
        "Empty it, or choose another.\n" in said
    )
    assert "keep" == (important / "letters.txt").read_text()


def test_a_link_and_a_file_are_refused(coalition, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "file").write_text("x")

    assert "not published to: it is a link to another place." in refuse(coalition, tmp_path / "link")
    assert "not published to: it is a file." in refuse(coalition, tmp_path / "file")


def test_an_empty_folder_and_a_missing_one_are_fine(coalition, tmp_path):
    (tmp_path / "empty").mkdir()

    assert 0 == build(coalition.content, tmp_path / "empty").status
    assert 0 == build(coalition.content, tmp_path / "deep" / "missing").status
