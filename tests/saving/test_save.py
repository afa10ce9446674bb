"""A change of files that is checked as a whole before it is written."""

import pytest

from conftest import THEME
from saving.save import difference, write_if_valid
from sources.problems import ProblemsFound


def test_several_files_are_written_when_they_fit_together(coalition):
    data = coalition.read("data/membership.yaml").replace("title: Friend", "title: Ally")
    page = coalition.read("pages/membership/friend.md").replace("title: Friend", "title: Ally")

    write_if_valid(
        coalition.content, THEME, {"data/membership.yaml": data.encode(), "pages/membership/friend.md": page.encode()}
    )

    assert data == coalition.read("data/membership.yaml")
    assert page == coalition.read("pages/membership/friend.md")


def test_none_is_written_when_they_do_not(coalition):
    data = coalition.read("data/membership.yaml")
    page = coalition.read("pages/membership/friend.md")

    with pytest.raises(ProblemsFound):
        write_if_valid(
            coalition.content,
            THEME,
            {"data/membership.yaml": b"# new\n" + data.encode(), "pages/membership/friend.md": b"no front matter"},
        )

    assert data == coalition.read("data/membership.yaml")
    assert page == coalition.read("pages/membership/friend.md")


def test_a_file_that_cannot_be_replaced_stays_and_nothing_is_left_beside_it(coalition, monkeypatch):
    before = coalition.read("data/membership.yaml")
    beside = sorted(coalition.content.parent.iterdir())
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))

    with pytest.raises(OSError, match="disk full"):
        write_if_valid(coalition.content, THEME, {"data/membership.yaml": before.encode() + b"# more\n"})

    assert before == coalition.read("data/membership.yaml")
    assert beside == sorted(coalition.content.parent.iterdir())


def test_a_difference_is_shown_as_lines():
    assert "--- a.yaml\n+++ a.yaml (new)\n@@ -1,2 +1,2 @@\n one\n-two\n+three" == (
        difference(b"one\r\ntwo\r\n", b"one\r\nthree\r\n", "a.yaml")
    )
    assert "" == difference(b"one\n", b"one\n", "a.yaml")
