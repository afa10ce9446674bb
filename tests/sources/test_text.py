"""Bytes on disk become clean text."""

import re
import sys

import pytest

from sources.problems import ProblemsFound
from sources.text import in_one_case, read_text


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
            "a.md:1:5: a character that cannot be seen (right-to-left override, U+202E). Delete it; it often comes "
            "with pasted text.",
        ),
    ],
)
def test_what_nobody_can_see_is_refused_with_its_place(tmp_path, content, expected):
    with pytest.raises(ProblemsFound) as found:
        read(tmp_path, content)

    assert [expected] == [str(problem) for problem in found.value.problems]


@pytest.mark.parametrize("hidden", ["\x81", "\u200e", "\u200f", "\u2028", "\u2064"])
def test_a_hidden_character_is_refused_wherever_it_stands(tmp_path, hidden):
    with pytest.raises(ProblemsFound) as found:
        read(tmp_path, f"x\none {hidden}two {hidden}".encode())

    assert ["a.md:2:5", "a.md:2:10"] == [str(problem.place) for problem in found.value.problems]


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("it\x92s \x93so\x94 \x96 now\x85", "it\u2019s \u201cso\u201d \u2013 now\u2026"),
        ("co\xadali\u200btion\u2060\ufeff", "coalition"),
        ("a\u2009b\u2003c\u205fd", "a b c d"),
    ],
)
def test_signs_that_come_with_pasted_text_are_what_was_meant(tmp_path, pasted, meant):
    assert meant == read(tmp_path, pasted.encode())


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d", "\xa0"])
def test_what_some_scripts_and_names_need_stays(tmp_path, joiner):
    assert f"a{joiner}b" == read(tmp_path, f"a{joiner}b".encode())


@pytest.mark.parametrize("beginning", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf1", b"%PDF-1.7"])
def test_a_file_of_a_word_processor_is_called_by_its_name(tmp_path, beginning):
    with pytest.raises(ProblemsFound) as found:
        read(tmp_path, beginning + b"\0 groups: \xff")

    assert [
        "a.md:1:1: this is not plain text but a file of a word processor. Save it again as plain text (UTF-8)."
    ] == [str(problem) for problem in found.value.problems]


def test_two_versions_left_by_git_are_one_problem(tmp_path):
    with pytest.raises(ProblemsFound) as found:
        read(tmp_path, b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> office\n")

    assert ["a.md:2:1"] == [str(problem.place) for problem in found.value.problems]


def test_letters_that_are_the_same_in_any_case_are_the_same_in_one_case():
    """Of all letters that have cases, each is compared with every other that `re.IGNORECASE` finds for it."""
    signs = map(chr, range(sys.maxunicode + 1))
    letters = "".join(sign for sign in signs if sign.upper() != sign or sign.lower() != sign)

    differing = [
        (letter, other)
        for letter in letters
        for other in re.findall(re.escape(letter), letters, re.IGNORECASE)
        if in_one_case(letter) != in_one_case(other)
    ]

    assert len(letters) > 2000
    assert differing == []
