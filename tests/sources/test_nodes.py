"""YAML as nodes with places."""

import pytest

from sources.nodes import Mapping, Scalar, Sequence, parse
from sources.problems import ProblemsFound
from sources.typed import plain


def problems(text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        parse(text, "a.yaml")
    return [str(problem) for problem in found.value.problems]


@pytest.mark.parametrize("typed", ["No", "012", "1.10", "2024-01-02", "0x1F", "1_000", "yes", "12:30", ".inf", "on"])
def test_a_scalar_stays_the_text_that_was_typed(typed):
    assert {"a": typed} == plain(parse(f"a: {typed}", "a.yaml"))


@pytest.mark.parametrize("empty", ["", "null", "~"])
def test_an_empty_value_is_nothing_and_a_quoted_one_is_text(empty):
    assert plain(parse(f"a: {empty}", "a.yaml")) == {"a": None}
    assert {"a": empty} == plain(parse(f"a: '{empty}'", "a.yaml"))


def test_every_value_knows_its_place_and_the_place_of_its_key():
    root = parse("first: 1\nsecond:\n  - one\n  - two\n", "a.yaml", first_line=10)

    assert isinstance(root, Mapping)
    second = root.entries["second"]
    assert isinstance(second, Sequence)
    assert str(second.key_place) == "a.yaml:11:1"
    assert str(second.items[1].place) == "a.yaml:13:5"
    assert isinstance(second.items[1], Scalar)


def test_an_empty_file_has_no_fields():
    assert plain(parse("# only a comment\n", "a.yaml")) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", 'a.yaml:2:1: "a" stands here twice, first in line 1. Keep one of them.'),
        (
            "a: &x 1\nb: *x\n",
            'a.yaml:1:4: "&x" and "*x" are not used here. Write the value out in each place.',
        ),
        ("a: !x 1\n", 'a.yaml:1:4: "!x" is not used here. If it is meant as text, put the value in quotes.'),
        (
            "{{ a }}: 1\n",
            'a.yaml:1:1: expected the name of a field, found brackets. If "{" or "[" is meant as text, use quotes.',
        ),
        ("a:\n\tb: 1\n", "a.yaml:2:1: a tab. Use spaces to indent."),
        ('a: "one\nb: 2\n', "a.yaml:1:4: a quote that opens here is never closed."),
        ("a: [1, 2\nb: 3\n", "a.yaml:1:4: a bracket that opens on this line is never closed."),
        (
            "a: @x\n",
            'a.yaml:1:4: the text begins with a sign that YAML keeps for itself. Put the value in "quotes".',
        ),
        (
            "a: b: c\n",
            'a.yaml:1:5: a ": " where none can stand. Put text that contains ": " in "quotes", check that each field '
            "starts as far left as its neighbors, and leave a space after each colon.",
        ),
        (
            "a: 'it's'\n",
            "a.yaml:1:8: this line does not start as far left as its neighbors, or a quote inside the text ends it "
            "early. Line it up with the lines around it.",
        ),
        ("a: *b\n", 'a.yaml:1:4: the text begins with "*". Put the value in "quotes".'),
        ("a: 1\n---\nb: 1\n", 'a.yaml:2:1: a line "---" splits the file in two. Delete it.'),
        ("a: 1\nonly words\n", 'a.yaml:2:1: a line without ": ". Each field is written "name: value".'),
        (
            'a: "\\q"\n',
            'a.yaml:1:6: a backslash inside "double quotes". Use single quotes around the text.',
        ),
    ],
)
def test_a_slip_is_told_in_plain_words_at_the_place_to_mend(text, expected):
    assert expected in problems(text)


def test_an_alias_bomb_is_refused_at_once():
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"

    assert 'a.yaml:1:4: "&a" and "*a" are not used here. Write the value out in each place.' in problems(bomb)
