"""Any text in any cell of the table for spreadsheets comes back into membership.yaml as it was meant."""

import csv
import io

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from conftest import ROOT
from sites import CATE, HARBOR_CONTENT
from sources.spreadsheets.cells import read_rows, texts_in
from sources.text import FORBIDDEN
from sources.yaml.document import parse
from sources.yaml.edit import replaced
from sources.yaml.nodes import Node
from subjects.membership.answers.doubts import doubt
from subjects.membership.exchange.csv_file import cell, edited_values, rows
from subjects.membership.records import MEMBERSHIP

SMALL = ROOT / "tests" / "coalitions" / "small"
TEXTS = (
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80),
        st.text(st.sampled_from("ab '\"\\:#-[]{},;&*!|>%@`?~=+0.1"), min_size=1, max_size=12),
        st.sampled_from(["null", "Yes", "012", "1.10", "- a", "a: b", "a #b", "=1+1", "2024-01-02", "'=1", "TRUE"]),
    )
    .map(lambda text: FORBIDDEN.sub("", text).strip())
    .filter(lambda text: text and text.casefold() != "not stated")
    .filter(lambda text: not text.startswith("#"))  # what looks like an error of the program is refused
)
SAVED = st.sampled_from([("utf-8-sig", ",", "\r\n"), ("utf-8", ";", "\n"), ("utf-16", "\t", "\r\n")])


def saved(table, encoding: str = "utf-8-sig", separator: str = ",", line_end: str = "\r\n") -> bytes:
    """Return a table as a spreadsheet program saves it."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator, lineterminator=line_end).writerows(table)
    return written.getvalue().encode(encoding)


@pytest.fixture(scope="module", params=[CATE.content, HARBOR_CONTENT, SMALL], ids=["cate", "harbor", "small"])
def original(request, tmp_path_factory):
    """Return a data file, what it says, and a folder to save tables in."""
    before = (request.param / MEMBERSHIP.path).read_text("utf-8")
    return before, MEMBERSHIP.record(parse(before, "")), tmp_path_factory.mktemp("saved")


@settings(max_examples=12)
@given(data=st.data(), texts=st.lists(TEXTS, min_size=1, max_size=3, unique=True), form=SAVED)
def test_any_text_in_any_cell_comes_back_in_the_next_export_and_only_its_lines_change(original, data, texts, form):
    before, membership, folder = original
    table = [list(row) for row in rows(membership)]
    row = data.draw(st.integers(1, len(table) - 1), "row")
    column = data.draw(st.integers(3, len(table[0]) - 1), "column")
    texts = texts[:1] if row < 3 else texts
    assume(not any(doubt(text.strip()) for text in texts))  # what can be two things is refused, tested elsewhere
    table[row][column] = "\n".join(texts)
    meant = texts_in(table[row][column])
    (folder / "edited.csv").write_bytes(saved(table, *form))

    values = edited_values(read_rows(folder / "edited.csv", "import-tiers", "id"), membership, "edited.csv")
    after = replaced(before, values)

    again = MEMBERSHIP.record(parse(after, ""))
    tier = again.tiers[column - 3]
    found = {1: (tier.title,), 2: (tier.summary,)}.get(row) or tier.requirements[table[row][0]].lines
    assert meant == found
    table[row][column] = cell(meant)
    assert table == [list(row) for row in rows(again)]
    assert_only_lines_of(path_of(row, column, table), before, after)


def path_of(row: int, column: int, table) -> tuple:
    field = {1: ("title",), 2: ("summary",)}.get(row, ("requirements", table[row][0]))
    return ("tiers", column - 3, *field)


def assert_only_lines_of(path: tuple, before: str, after: str) -> None:
    """Assert that all lines but those of the value at the path are the same."""
    starts, ends = zip(*(lines_of(path, text) for text in (before, after)), strict=True)
    old, new = before.split("\n"), after.split("\n")
    assert old[: starts[0]] == new[: starts[1]]
    assert old[ends[0] :] == new[ends[1] :]


def lines_of(path: tuple, text: str) -> tuple[int, int]:
    """Return the first line of a value, and the line after its last, which is not as deep."""
    node: Node = parse(text, "")
    for step in path:
        node = node.items[step] if isinstance(step, int) else node.get(step)
    lines = text.split("\n")
    first = node.key_place.line - 1
    deeper = " " * (len(lines[first]) - len(lines[first].lstrip()) + 1)
    return first, next((n for n in range(first + 1, len(lines)) if not lines[n].startswith(deeper)), len(lines))
