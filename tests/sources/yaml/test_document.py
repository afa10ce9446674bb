"""YAML as nodes with places."""

import pytest

from sources.problems import ProblemsFound
from sources.records.data_file import plain
from sources.yaml.document import parse
from sources.yaml.mistakes import (
    HASH,
    LIST_BELOW,
    LISTS_TOO_DEEP,
    NO_NAME,
    RESERVED,
    SECOND_LINE,
    SEVERAL_LINES,
    TOO_DEEP,
)
from sources.yaml.nodes import Mapping, Scalar, Sequence


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
        ("a: 1\na: 2\n", '2:1: "a" stands here twice, first in line 1. Keep one of them.'),
        (
            "a: 1\nb: 2\nc: 3\nb: 2\nc: 4\n",
            '4:1: "b" and 1 field below it stand here twice, "b" first in line 2. Keep one of each.',
        ),
        (
            "x:\n  - id: 1\n    a: 2\n    b: 3\n    a: 2\n    b: 3\n",
            '5:5: "a" and 1 field below it stand here twice, "a" first in line 3. Keep one of each. If a new entry '
            'begins here, write "- id: ..." above it.',
        ),
        ("x:\n  - id: 1\n    a: 2\n    id: 3\n    a: 4\n", '4:5: a new entry begins here: write "- " before "id".'),
        ("{{ a }}: 1\n", f"1:1: {NO_NAME}"),
        ("a: {b: one, two, c: 3}\n", '1:11: a comma inside { } starts a new field. Put the text in "quotes".'),
        ("a: {one}\n", f'1:4: {RESERVED.replace("{}", "{")}'),
        ("a: one\n  - b\n  - c\n", f"2:3: {LIST_BELOW}"),
        ("a:\n  - one\n    two\n", f"3:5: {SECOND_LINE}"),
        (": 1\n", "1:1: a colon with no name before it."),
        ("a:\n  one\n  two\n", f"2:3: {SEVERAL_LINES}"),
        ('a: one"\n', '1:7: a " without its partner. Add the other one, or delete it.'),
        ("a: {b:one, c: 3}\n", '1:5: a space is missing behind "b:".'),
        ("a:\n  - b\n    - c\n", '3:5: this "- " stands too far right and goes on with the text above. Line it up.'),
        (
            "a: null\n  b: one\n",
            '2:3: the field above says "null". '
            "Delete that there if this belongs to it, else line this up with the field.",
        ),
        (
            "a: []\n- one\n",
            '2:1: the field above says "[]". '
            "Delete that there if this belongs to it, else line this up with the field.",
        ),
        (
            "a: {b: one}\n  c: two\n",
            "2:3: the field above has its value in brackets. "
            "Put this into them, behind a comma, or line it up with the field.",
        ),
        ("a:\n  b\n  - c\n", '2:3: a list begins here: write "- " before this entry too.'),
        ("a:\n  -b\n  - c\n", '2:3: a space is missing behind the hyphen. A list entry starts with "- ".'),
        ("a:\n  • b\n  • c\n", '2:3: a list entry starts with "- " alone, not with "•".'),
        ("a:\n  - b\n  \u2013 c\n", '3:3: a list entry starts with "- " alone, not with "\u2013".'),
        ("a: • b • c\n", '1:4: a list entry starts with "- " alone, not with "•".'),
        ("a:\n  -b\n  -c\n", '2:3: a space is missing behind the hyphen. A list entry starts with "- ".'),
        ('a: "b\nc: d"\n', "1:4: a quote that opens here is never closed."),
        ('a: "\\xad"\n', "1:4: a character that cannot be seen (soft hyphen, U+00AD). Write the text without it."),
        ("a: Group #2\n", f"1:10: {HASH}"),
        ("a: #N/A\n", f"1:4: {HASH}"),
        ("a:\n  - b # c\n", f"2:7: {HASH}"),
        ("a: &x 1\nb: *x\n", f'1:4: {RESERVED.replace("{}", "&")}'),
        ("a: !x 1\n", f'1:4: {RESERVED.replace("{}", "!")}'),
        ("&t a: 1\n", f'1:1: {RESERVED.replace("{}", "&")}'),
        ("<<: {a: 1}\n", f'1:1: {RESERVED.replace("{}", "<<")}'),
    ],
)  # fmt: skip
def test_what_a_parser_lets_pass_is_refused(text, expected):
    assert [f"a.yaml:{expected}"] == problems(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\xa0 b: 1\n", {"a": {"b": "1"}}),
        ("a:\xa01\n", {"a": "1"}),
        ("a:\t1\t\n", {"a": "1"}),
        ("a:\n  -\u202fb\u3000\n", {"a": ["b"]}),
        ("a\xa0: 1\xa02\n", {"a": "1\xa02"}),
        ("a: {b:\xa01,\xa0c: 2\xa03}\n", {"a": {"b": "1", "c": "2\xa03"}}),
        ("a: 'one, two\xa0: three'\n", {"a": "one, two\xa0: three"}),
    ],
)
def test_a_space_beside_a_text_is_one_whatever_its_kind(text, expected):
    assert expected == plain(parse(text, "a.yaml"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("%YAML 1.2\n---\na: 1\n", '1:1: a line that begins with "%". Delete it.'),
        ("```yaml\na: 1\n", '1:1: a line of "```", as it surrounds code elsewhere. Delete it.'),
        ("1 a: x\n2 b: y\n3 c: z\n", "1:1: numbers stand before the lines. Copy the text again without them."),
    ],
)
def test_what_the_lines_alone_give_away_is_refused(text, expected):
    assert [f"a.yaml:{expected}"] == problems(text)


@pytest.mark.parametrize(
    "text",
    [
        "# above\na: 1\n",
        "a: 1\n# between\nb: 2\n",
        "a: # the rows\n  - 1\n",
        'a: "1" # behind quotes\n',
        "a: [1, 2] # behind a bracket\n",
        "a: C#\n",
        "a: https://x.org/#part\n",
        "a: one\xa0two\n",
        "a: \u2013 one \u2013\xa0two\n",
        "a: it's 'fine'\n",
        "a: |\n  - b\n  # c\n  • d\n",
        'a: "one\n  two"\n',
        "---\na: 1\n",
    ],
)
def test_what_means_what_it_looks_like_is_taken(text):
    assert {"a"} <= set(plain(parse(text, "a.yaml")))


def test_an_alias_bomb_is_refused_at_once():
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"

    assert [f"a.yaml:{line}:4: {RESERVED.replace('{}', '&')}" for line in (1, 2, 3)] == problems(bomb)


def test_brackets_without_end_are_told_where_they_begin():
    assert [f"a.yaml:2:4: {TOO_DEEP}"] == problems(f"a: 1\nb: {'[' * 5000}")
    assert [f"a.yaml:1:81: {TOO_DEEP}"] == problems("{a: " * 5000)
    assert [f"a.yaml:2:3: {LISTS_TOO_DEEP}"] == problems(f"a:\n  {'- ' * 20_000}b")


@pytest.mark.parametrize(
    "text", ["a: " + "{a: [" * 16_000, "a: " + "{a: " * 300 + "}" * 300, "\n".join(f"{' ' * n}a:" for n in range(300))]
)
def test_values_within_values_are_told_however_many_there_are(text):
    assert ["too deep to read"] == [problem.partition(", ")[2].partition(".")[0] for problem in problems(text)]


def test_a_sign_that_word_pastes_before_a_comment_is_told():
    message = 'a list entry starts with "- " alone, not with "U+F0B7".'
    assert [f"a.yaml:1:1: {message}"] == problems("\uf0b7 # What is true of the whole site\nname: x\n")
    assert 1 == len(problems("\uf0b7# What is true of the whole site\nname: x\n"))
