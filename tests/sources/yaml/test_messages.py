"""What the YAML parser says, in words for people who do not know YAML."""

import pytest

from sources.problems import ProblemsFound
from sources.yaml.document import parse

BRACKET = (
    "something is wrong inside the bracket that opens here: a comma or its closing bracket is missing, or text with "
    '": " needs "quotes".'
)
STRAY_ENTRY = (
    'a list entry without a list. Line it up with the other entries; the first one needs its "- " too, and the line '
    "above it the name of the list."
)
HEADLESS = "the fields of a file start at the left edge. This one does not, or the line above that names it is missing."
BEHIND_QUOTE = "text stands behind a closing quote. Write quotes inside the text as \u201cthese\u201d."
MISPLACED = "this line, or one above it, does not line up. Fields that belong together start below each other."
NO_COLON = 'a line without ": ". Each field is written "name: value"; text that goes on is indented.'

COLON = 'a ": " inside the text. A new field starts on a new line; if it belongs to the text, put that in "quotes".'
HASH = '" #" begins a comment here. Put it on a line of its own; if it belongs to the text, put the value in "quotes".'
LIST_BELOW = (
    "a list stands below a field that has a value already. Is the name of the list missing above it? "
    "Else write that value as an entry too, or delete it."
)


def kept(sign: str) -> str:
    return f'the text begins with "{sign}", a sign that YAML keeps for itself. Put the value in "quotes".'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x:\n  \u2022\ta\n", '2:3: a list entry starts with "- " alone, not with "\u2022".'),
        ("x:\n  - a\n  -{b: 1}\n", '3:3: a space is missing behind the hyphen. A list entry starts with "- ".'),
        ("x:\n  - a\n  b\n", '3:3: this line stands among the entries of a list. Write "- " before it.'),
        ("x:\n  - {a: 1}\n  {a: 2}\n", '3:3: this line stands among the entries of a list. Write "- " before it.'),
        ("x: 1\n  - a\n   - b: 2\n", f"3:4: {MISPLACED}"),
        ("x:\n  - a\n - b\n", f"3:2: {STRAY_ENTRY}"),
        ("x: {a: 1}\n  - b: 2\n", f"2:3: {STRAY_ENTRY}"),
        ("# x:\n  - a: 1\ny: 2\n", f"2:3: {HEADLESS}"),
        ("a: \"b\" isn't c\n", f"1:8: {BEHIND_QUOTE}"),
        ("a:\n\tb: 1\n", "2:1: a tab. Use spaces instead."),
        ("a: b\tc\n", "1:5: a tab. Use spaces instead."),
        ('a: "one\nb: 2\n', "1:4: a quote that opens here is never closed."),
        ('a: "one\nb: 2\nc: "3"\n', "1:4: a quote that opens here is never closed."),
        ('a: {b: "one, c: 2}\nd: {e: "3"}\n', "1:8: a quote that opens here is never closed."),
        ('a: "one" two\n', f"1:10: {BEHIND_QUOTE}"),
        ("a: 'it's'\n", f"1:8: {BEHIND_QUOTE}"),
        ('a: "\\q"\n', "1:6: a backslash inside \"double quotes\". Put the value in 'single quotes'."),
        ("a: [one] two\n", '1:10: text stands behind a closing bracket. Put the whole value in "quotes".'),
        ("a: [1, 2\nb: 3\n", f"1:4: {BRACKET}"),
        ("a: {b: 1 c: 2}\n", f"1:4: {BRACKET}"),
        ('a: {b: "1" c: 2}\n', f"1:4: {BRACKET}"),
        ("a: {b: one: two}\n", f"1:4: {BRACKET}"),
        ("a: [1, 2)\nb: 3\n", f"1:4: {BRACKET}"),
        ("a: [1,, 2]\n", "1:7: a comma with nothing before it. Delete it."),
        ("a: [1, 2]]\n", "1:10: a closing bracket too many. Delete it."),
        ('"a": "b",\nc: d\n', '1:9: a comma behind the value. Delete it, or put the whole value in "quotes".'),
        ("a: {b: Group #2}\nc: 3\n", f"1:14: {HASH}"),
        ("a: @x\n", f"1:4: {kept('@')}"),
        ("a: > 18\n", f"1:4: {kept('>')}"),
        ("a: |Hello\n", f"1:4: {kept('|')}"),
        ("a: ? b\n", f"1:4: {kept('?')}"),
        ("a: *b\n", f"1:4: {kept('*')}"),
        ("a: * b\n", f"1:4: {kept('*')}"),
        ("a: ,b\n", '1:4: a comma behind the value. Delete it, or put the whole value in "quotes".'),
        ("a: - b\n", '1:4: a "- " behind a colon. Start a list on the line below; put text in "quotes".'),
        ("a:\n  * b\n  * c\n", '2:3: a list entry starts with "- " alone, not with "*".'),
        ("a:\n  - b\n  -c\n", '3:3: a space is missing behind the hyphen. A list entry starts with "- ".'),
        ("a: 1\n---\nb: 1\n", '2:1: a line "---" splits the file in two. Delete it.'),
        ("a: 1\n...\nb: 1\n", '2:1: a line "..." splits the file in two. Delete it.'),
        ("a: b: c\n", f"1:5: {COLON}"),
        ("a: 1\nb:2\nc: 3\n", '2:1: a space is missing behind "b:".'),
        ("b:2\nc: 3\n", '1:1: a space is missing behind "b:".'),
        ("a: 1\nonly words\n", f"2:1: {NO_COLON}"),
        ("only words\na: 1\n", f"1:1: {NO_COLON}"),
        ("x:\n  - a b\n    c: 1\n", f"2:5: {NO_COLON}"),
        ("a b\n# why\nc: 1\n", f"1:1: {NO_COLON}"),
        ("- a: 1\n   b: 2\n", f"2:4: {MISPLACED}"),
        ("x:\n  a: 1\n b: 2\n", f"3:2: {MISPLACED}"),
        ("x:\n  - a: 1\n- a: 2\n", f"3:1: {STRAY_ENTRY}"),
        ("  a: 1\nb: 2\n", f"1:3: {HEADLESS}"),
        ("a: 1\n- b\n", f"2:1: {LIST_BELOW}"),
        ("a: one\n  # note\n  two\n", "2:3: a comment inside a text. Put it above the field."),
        ('"a","b"\n"c","d"\n', '1:1: this is not a file of fields ("name: value").'),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_plain_words_at_the_place_to_mend(text, expected):
    with pytest.raises(ProblemsFound) as found:
        parse(text, "a.yaml")

    assert [f"a.yaml:{expected}"] == [str(problem) for problem in found.value.problems]
