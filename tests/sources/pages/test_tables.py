"""Tables that would be shown as text, or lose cells."""

import pytest

HEAD = "| Day | Place |\n"
RULER = "| --- | --- |\n"
ROW = "| Monday | Here |\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + ROW, '1:1: a table without its second line. Write "| --- | --- |" below this one.'),
        (HEAD, '1:1: a table without its second line. Write "| --- | --- |" below this one.'),
        (RULER + ROW, "1:1: a table without its first line. Write the names of its columns above this line."),
        ("When:\n" + HEAD + RULER + ROW, "2:1: a table needs a blank line before it."),
        ("When:\nDay | Place\n--- | ---\n", "2:1: a table needs a blank line before it."),
        (HEAD + "| --- |\n" + ROW, "2:1: this line has 1 cell, the first line of the table has 2."),
        (HEAD + RULER + "| Monday | Here | 5 pm |\n", "3:1: this line has 3 cells, the first line of the table has 2."),
        (
            HEAD + RULER + ROW + "See you.\n",
            "4:1: this line would become a row of the table above it. Put a blank line between them.",
        ),
        (
            HEAD + RULER + ROW + "## Later\n",
            "4:1: this line would become a row of the table above it. Put a blank line between them.",
        ),
        (
            HEAD + RULER + ROW + "## Later | sooner\n",
            "4:1: this line would become a row of the table above it. Put a blank line between them.",
        ),
        (HEAD + "| :-- | --: |\n" + ROW, '2:1: colons align nothing here. Write "| --- | --- |".'),
        (
            "Day\tPlace\nMonday\tHere\n",
            '1:1: tabs make no table. Write "| one | two |", below it "| --- | --- |", and each row in the same way.',
        ),
    ],
)
def test_a_table_that_is_none_is_told(told, text, expected):
    assert [expected] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + RULER + ROW,
        "Day | Place\n--- | ---\nMonday | Here\n",
        "## When\n" + HEAD + RULER + ROW,
        HEAD + RULER + "| Monday |\n",
        HEAD + RULER + "| Monday | `a | b` \\| c |\n",
        "Either this | or that.\n",
        "1.\tfood\n2.\tdrink\n",
    ],
)
def test_other_tables_are_fine(told, text):
    assert [] == told(text)


def test_headings_glued_to_a_long_table_are_read_in_no_time():
    """Twice the lines may cost three times the time, never four."""
    from time import process_time

    from sources.pages.tables import table_mistakes

    def seconds(lines: int) -> float:
        start = process_time()
        list(table_mistakes("a\n" * lines + RULER + "# a\n" * lines))
        return process_time() - start

    assert min(seconds(4_000) for _ in range(3)) < 3 * min(seconds(2_000) for _ in range(3)) + 0.02
