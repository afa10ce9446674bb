"""A table of a data file that somebody edited: what it makes of the entries, and what is wrong in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from sources.problems import ProblemsFound
from sources.records.data_file import DataFile, plain
from sources.records.fields import Day, Id, Line, Record, Text, Title
from sources.spreadsheets.cells import ERROR_VALUES, read_rows, written
from sources.spreadsheets.edits import Edited, edited_entries
from sources.spreadsheets.sheet import rows, sheet_of
from sources.yaml.edit import edited


class Contact(Record):
    """Whom to ask."""

    email: Line | None = Field(default=None, description="The address.")
    room: Line | None = Field(default=None, description="The room.")


class Course(Record):
    """One course."""

    called = "course"

    id: Id = Field(description="Its name.")
    title: Title = Field(description="What it is called.")
    starts: Day | None = Field(default=None, description="The day.")
    topics: tuple[Line, ...] = Field(default=(), description="What it is about.")
    contact: Contact | None = Field(default=None, description="Whom to ask.")
    steps: tuple[Contact, ...] = Field(default=(), description="What no table shows.")
    notes: Text | None = Field(default=None, description="More.")


class Courses(Record):
    """All courses."""

    year: Line | None = Field(default=None, description="The year.")
    courses: tuple[Course, ...] = Field(default=(), description="The courses.")


FILE = DataFile("data/courses.yaml", Courses, "Courses")
SHEET = sheet_of(FILE)
YAML = """\
# All of them.
year: "2027"
courses:
  - id: yeast
    title: "Yeast: a start"  # never changed
    starts: 2027-03-09
    topics: [Flour, "Water, warm"]
    steps:
      - {room: Kitchen}
  - id: figs
    title: Figs
    contact:
      email: figs@example.org
    notes: |
      Bring a knife.

      =1+1 is no formula.
"""


def table(text: str = YAML) -> list[list[str]]:
    return [list(row) for row in rows(SHEET, plain(FILE.parsed(text)))]


def back(cells: list[list[str]], text: str = YAML) -> Edited:
    return edited_entries(tuple(map(tuple, cells)), SHEET, "courses.csv", FILE.parsed(text) if text else None)


def told(cells: list[list[str]]) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        back(cells)
    return [str(problem) for problem in found.value.problems]


def with_cell(row: int, name: str, text: str) -> list[list[str]]:
    cells = table()
    cells[row][cells[0].index(name)] = text
    return cells


def test_a_row_has_every_field_but_what_holds_entries_of_its_own():
    assert table() == [
        ["id", "title", "starts", "topics", "contact.email", "contact.room", "notes"],
        ["yeast", "Yeast: a start", "'2027-03-09", "Flour\nWater, warm", "", "", ""],
        ["figs", "Figs", "", "", "figs@example.org", "", "Bring a knife.\n\n'=1+1 is no formula."],
    ]


def test_what_nobody_changed_is_the_same_text_byte_for_byte(tmp_path):
    (tmp_path / "courses.csv").write_bytes(written(tuple(map(tuple, table()))))
    after = edited_entries(read_rows(tmp_path / "courses.csv", "import"), SHEET, "courses.csv", FILE.parsed(YAML))

    assert (0, 0, 0) == (after.added, after.changed, after.removed)
    assert edited(YAML, after.values, Courses) == YAML


@pytest.mark.parametrize(
    ("row", "name", "text", "old", "new"),
    [
        (1, "starts", "2027-03-10", "starts: 2027-03-09", "starts: 2027-03-10"),
        (1, "topics", "Flour\nSalt", '[Flour, "Water, warm"]', "[Flour, Salt]"),
        (2, "contact.room", "12", "    notes:", '      room: 12\n    notes:'),
        (2, "contact.email", "", "    contact:\n      email: figs@example.org\n", ""),
    ],
)  # fmt: skip
def test_a_changed_cell_changes_its_field_alone(row, name, text, old, new):
    after = back(with_cell(row, name, text))

    assert (0, 1, 0) == (after.added, after.changed, after.removed)
    assert edited(YAML, after.values, Courses) == YAML.replace(old, new)


def test_rows_may_be_added_and_deleted_and_sorted_without_a_change_of_the_order():
    head, yeast, figs = table()
    new = ["jam", "Jam", "", "Sugar", "", "", ""]

    assert (1, 0, 1) == ((after := back([head, figs, new])).added, after.changed, after.removed)
    assert [one["id"] for one in after.values["courses"]] == ["figs", "jam"]
    assert {"id": "jam", "title": "Jam", "topics": ["Sugar"]} == after.values["courses"][1]
    assert [one["id"] for one in back([head, figs, new, yeast]).values["courses"]] == ["yeast", "figs", "jam"]


def test_columns_may_be_left_out_and_named_as_people_write_them():
    after = back([["Title", "ID"], ["Bread", "yeast"], ["Figs", "figs"]])

    assert edited(YAML, after.values, Courses) == YAML.replace('"Yeast: a start"', '"Bread"')


def test_a_file_that_is_not_there_begins_with_the_rows():
    after = back([["id", "title"], ["jam", "Jam"]], "")

    assert edited("", after.values, Courses) == "courses:\n  - id: jam\n    title: Jam\n"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            [["id", "titel"], ["figs", "F"]],
            'courses.csv:1:2: column B: unknown field "titel". Did you mean "title"?',
        ),
        ([["id", "id"], ["figs", "F"]], 'courses.csv:1:2: column B: "id" stands here a second time. Keep one of them.'),
        ([["title"], ["F"]], 'courses.csv:1:1: no column "id", by which entries are known.'),
        ([["id", "title"], ["a", "A"], ["a", "B"]], 'courses.csv:3:1: "a" is in row 2 already.'),
        ([["id", ""], ["a", "A"]], "courses.csv:1:2: column B: the first row says no field. Name it, or delete it."),
        ([["id", "title"], ["a", ""]], 'courses.csv:2:1: course "a": missing "title".'),
        (
            [["id", "title", "starts"], ["a", "A", "May 39"]],
            'courses.csv:2:3: course "a", starts: expected a date such as 2026-11-23, found "May 39".',
        ),
        (
            [["id", "title"], ["figs", "#REF!"]],
            'courses.csv:2:2: cell B2: "#REF!" is an error of the spreadsheet program. Type the text again.',
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(cells, message):
    assert [message] == told(cells)


def test_a_file_whose_name_is_not_that_of_its_list_has_no_table():
    assert sheet_of(DataFile("data/other.yaml", Courses, "x")) is None


LINES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=20)


@given(
    st.lists(
        LINES.map(str.strip).filter(lambda line: line and not line.startswith(ERROR_VALUES)), min_size=1, max_size=3
    )
)
def test_any_texts_come_back_as_they_went(tmp_path_factory, texts):
    folder: Path = tmp_path_factory.mktemp("any")
    before = {"courses": [{"id": "a", "title": "A", "topics": texts, "notes": "\n".join(texts)}]}
    (folder / "a.csv").write_bytes(written(rows(SHEET, before)))
    text = edited("", before, Courses)

    after = edited_entries(read_rows(folder / "a.csv", "import"), SHEET, "a.csv", FILE.parsed(text))
    fresh = edited_entries(read_rows(folder / "a.csv", "import"), SHEET, "a.csv", None)

    assert (before, before) == (after.values, fresh.values)
