"""Which files stand below a folder."""

import os

import pytest

from programs import not_on_windows
from sources.files import names_below
from sources.problems import ProblemsFound


def test_every_file_is_named_by_its_way_from_the_folder(tmp_path):
    for name in ("b.md", "a/z.md", "a/b/c.md", "a-b/x.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "linked").symlink_to(tmp_path / "a")

    assert ["a/b/c.md", "a/z.md", "a-b/x.md", "b.md"] == names_below(tmp_path)


@pytest.mark.parametrize("name", ["missing", "file"])
def test_below_what_is_no_folder_is_nothing(tmp_path, name):
    (tmp_path / "file").touch()

    assert [] == names_below(tmp_path / name)


def test_a_folder_that_nobody_may_look_into_is_told(tmp_path, monkeypatch):
    (tmp_path / "pages" / "news").mkdir(parents=True)
    scandir = os.scandir

    def closed(folder: str):
        if folder.endswith("/news/"):
            raise PermissionError
        return scandir(folder)

    monkeypatch.setattr("os.scandir", closed)
    with pytest.raises(ProblemsFound) as found:
        names_below(tmp_path / "pages")

    assert ["pages/news: this folder cannot be read: permission is missing."] == [
        str(problem) for problem in found.value.problems
    ]


@pytest.mark.parametrize("file", ["extra/caf\udce9.pdf", "images/caf\udce9.png", "pages/x\udce9/a.md"])
def test_a_name_that_is_not_utf8_is_told_with_the_name_made_readable(coalition, file):
    path = coalition.content / file
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_text("x")
    except OSError:
        pytest.skip("this file system takes no name that is not UTF-8, so none was tested")

    shown = next(part for part in (path.parent, path) if "\udce9" in part.name).relative_to(coalition.content)
    readable = str(shown).replace("\udce9", "\\xe9")
    message = "the name of this file is not UTF-8, so nobody could ask for it. Rename it."
    assert [f"content/{readable}: {message}"] == coalition.problems()


def test_other_letters_in_a_name_are_no_reason(coalition):
    coalition.write("extra/caf\u00e9 \u4e2d.txt", b"Coffee")

    assert [] == coalition.problems()


@not_on_windows("no pipe has a name in a folder")
@pytest.mark.parametrize("folder", ["pages", "images", "extra"])
def test_what_is_neither_file_nor_folder_is_told(coalition, folder):
    (coalition.content / folder).mkdir(exist_ok=True)
    os.mkfifo(coalition.content / folder / "pipe.md")

    assert [f"content/{folder}/pipe.md: this is neither a file nor a folder. Delete it."] == coalition.problems()


@pytest.mark.parametrize("name", ["pages/a\u202edm.md", "images/a\u200bb.png", "extra/a\tb.txt"])
def test_a_name_with_signs_that_nobody_sees_is_told_and_shown_readably(coalition, name):
    path = coalition.content / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")
    problems = coalition.problems()

    assert 1 == len(problems)
    assert problems[0].isprintable()
    assert "its name holds a character that cannot be seen (" in problems[0]
