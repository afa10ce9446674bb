"""Bytes on disk become clean text."""

import pytest

from sources.problems import ProblemsFound
from sources.text import read_text


def read(tmp_path, content: bytes) -> str:
    path = tmp_path / "a.md"
    path.write_bytes(content)
    return read_text(path, "a.md")


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_taken_as_they_are_meant(tmp_path):
    assert read(tmp_path, b"\xef\xbb\xbfone\r\ntwo\rthree") == "one\ntwo\nthree"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"one\ncaf\xe9", "a.md:2:4: this file is not UTF-8 text. Save it again with the encoding UTF-8."),
        ("one".encode("utf-16"), "a.md:1:1: this file is not UTF-8 text. Save it again with the encoding UTF-8."),
        (
            b"one\nt\x00wo",
            "a.md:2:2: a character that cannot be seen (U+0000). Delete it; it often comes with pasted text.",
        ),
        (
            "one \u202etwo".encode(),
            "a.md:1:5: a character that cannot be seen (U+202E). Delete it; it often comes with pasted text.",
        ),
    ],
)
def test_what_nobody_can_see_is_refused_with_its_place(tmp_path, content, expected):
    with pytest.raises(ProblemsFound) as found:
        read(tmp_path, content)

    assert [expected] == [str(problem) for problem in found.value.problems]
