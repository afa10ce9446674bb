"""Blocks that can be meant in two ways, or whose text would be lost; all others are fine."""

import pytest

WORDLESS = "a heading without words. Write them behind it, or take it out."
LAZY = "this line would join the entry above it. Put a blank line before it, or two spaces if it belongs there."
INDENTED = "lines further right than others. If they are text, begin them at the left edge; code stands between ```."
NO_TABLE = 'bars alone make no table. It has the names of its columns, below them "| --- | --- |", then its rows.'
HEAD = "| Day | Place |\n"
RULER = "| --- | --- |\n"
ROW = "| Monday | Here |\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("##", f"1:1: {WORDLESS}"),
        (
            "#Meetings\n",
            '1:1: "#Meetings" is shown as it is. If it is a heading, write "# Meetings"; '
            'if the sign itself is meant, "\\#Meetings".',
        ),
        ("- food\n- drink\nThe end.", f"3:1: {LAZY}"),
        ("1. food\n    - soup\nThe end.", f"3:1: {LAZY}"),
        ("Hi.\n\n    One.\n    Two.\n", f"3:5: {INDENTED}"),
        ("- food\n\n        one\n        two\n", f"3:9: {INDENTED}"),
        (HEAD, f"1:1: {NO_TABLE}"),
        (RULER + ROW, f"1:1: {NO_TABLE}"),
        (HEAD + RULER + "| Monday | Here | 5 pm |\n", "3:1: this line has 3 cells, the first line of the table has 2."),
        (
            "> Day | Place\n> --- | ---\n> a | b | c\n",
            "3:3: this line has 3 cells, the first line of the table has 2.",
        ),
    ],
)
def test_what_can_be_meant_in_two_ways_is_told(told, text, expected):
    assert [expected] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "- food\n- drink\n\nThe end.\n",
        "- food\n  and more\n- drink\n",
        "- food\nand more\n",
        "- food that somebody brings, and that everybody eats then in the\nMissouri office\n",
        "It began.\n2018. Then it went on.\n",
        "“So be it.”\n\u2014 Jane\n",
        "Text\n    over two lines.\n",
        "    We meet.\n",
        "\tWe meet.\nWe eat.\n",
        "-5 degrees\n",
        "#1 in Missouri\n",
        "\\# no heading\n",
        "#one #two\n",
        "```\n# no heading\n| a |\n===\n```\n",
        "- ```\n  <b> | [\n  ```\n",
        HEAD + RULER + "| Monday | `a | b` \\| c |\n",
        HEAD + RULER + "| Monday | Here | |\n",
        "Either this | or that.\n",
        "::: ways\n- food\n",
    ],
)
def test_what_can_be_meant_in_one_way_is_fine(told, text):
    assert [] == told(text)


def test_a_row_below_a_long_table_is_read_in_no_time():
    """Twice the lines may cost three times the time, never four."""
    from time import process_time

    from sources.pages.markdown import converted

    def seconds(lines: int) -> float:
        start = process_time()
        converted("a\n" * lines + RULER + "# a\n" * lines)
        return process_time() - start

    seconds(10)
    assert min(seconds(2_000) for _ in range(3)) < 3 * min(seconds(1_000) for _ in range(3)) + 0.02
