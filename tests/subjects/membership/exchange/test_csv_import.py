"""What somebody changed in the table of all tiers."""

import pytest

from sites import HARBOR
from sources.problems import ProblemsFound
from subjects.membership.exchange.csv_export import rows
from subjects.membership.exchange.csv_import import edited_values
from subjects.membership.records import MEMBERSHIP

FRESH = "Start again from a fresh file, and save it as CSV."


@pytest.fixture
def membership(coalition):
    return coalition.check().of(MEMBERSHIP)


def edited(membership, *changes: tuple[int, int, str]) -> dict:
    """Return the values after these changes: row and column, as spreadsheets count them from 1, and the new cell."""
    table = [list(row) for row in rows(membership)]
    for row, column, text in changes:
        table[row - 1][column - 1] = text
    return edited_values(tuple(map(tuple, table)), membership, "edited.csv")


def problems(found, membership) -> list[str]:
    with pytest.raises(ProblemsFound) as raised:
        edited_values(found, membership, "edited.csv")
    return [str(problem) for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("change", "path", "value"),
    [
        ((2, 4, "Ally"), ("tiers", 0, "title"), "Ally"),
        ((3, 5, "For all."), ("tiers", 1, "summary"), "For all."),
        ((4, 5, "Guests"), ("tiers", 1, "requirements", "kind"), "Guests"),
        ((4, 5, "Guests\nHosts"), ("tiers", 1, "requirements", "kind"), ("Guests", "Hosts")),
        ((4, 4, "Agencies"), ("tiers", 0, "requirements", "kind"), "Agencies"),
        ((4, 4, "Not Stated"), ("tiers", 0, "requirements", "kind"), "not stated"),
        ((5, 5, "'=1"), ("tiers", 1, "requirements", "joining"), "=1"),
        ((5, 5, "=1"), ("tiers", 1, "requirements", "joining"), "=1"),
    ],
)
def test_a_changed_cell_is_a_value_at_its_path(membership, change, path, value):
    assert {path: value} == edited(membership, change)


@pytest.mark.parametrize(
    "change", [(5, 5, "NOT STATED"), (4, 4, "Organizations\r\n\r\nAgencies\n"), (2, 2, " "), (2, 4, "Partner ")]
)
def test_a_cell_that_means_the_same_is_no_change(membership, change):
    assert {} == edited(membership, change)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            (4, 5, ""),
            'edited.csv:4:5: cell E4, tier "friend", kind: expected text, a list of texts, or the words "not stated", '
            "found nothing.",
        ),
        ((2, 4, ""), 'edited.csv:2:4: cell D2, tier "partner", tier title: expected text, found nothing.'),
        ((2, 4, "a\nb"), 'edited.csv:2:4: cell D2, tier "partner", tier title: expected one line, found 2.'),
        (
            (2, 5, "x" * 91),
            'edited.csv:2:5: cell E2, tier "friend", tier title: expected at most 90 characters, found 91.',
        ),
        (
            (3, 5, "x" * 3001),
            'edited.csv:3:5: cell E3, tier "friend", tier summary: expected at most 3000 characters, found 3001.',
        ),
        (
            (4, 4, "#REF!"),
            'edited.csv:4:4: cell D4, tier "partner", kind: "#REF!" is an error of the spreadsheet program. Type the '
            "text again.",
        ),
        (
            (4, 3, "Sort"),
            'edited.csv:4:3: cell C4: expected "Kind", found "Sort". Names are changed in '
            "content/data/membership.yaml.",
        ),
        (
            (5, 2, ""),
            'edited.csv:5:2: cell B5: expected "Who", found "". Names are changed in content/data/membership.yaml.',
        ),
    ],
)
def test_a_cell_that_cannot_be_is_told_by_its_name_row_and_column(membership, change, expected):
    with pytest.raises(ProblemsFound) as found:
        edited(membership, change)

    assert [expected] == [str(problem) for problem in found.value.problems]


def test_letters_that_an_old_encoding_lost_are_not_taken_over():
    with pytest.raises(ProblemsFound) as found:
        edited(HARBOR.sources.of(MEMBERSHIP), (4, 6, "????? ?????? ???????? ???? ???????"))

    assert [
        'edited.csv:4:6: cell F4, tier "neighborhood-pantry", kind: letters were lost, "????? ?????? ???????? ???? '
        f'???????" is left. Save the file as "CSV UTF-8". {FRESH}'
    ] == [str(problem) for problem in found.value.problems]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda table: [row[:4] for row in table],
            ['edited.csv:1:1: no column "friend". Columns are taken out in content/data/membership.yaml.'],
        ),
        (
            lambda table: [(*row, name) for row, name in zip(table, ["freind", *"abcd"], strict=True)],
            [
                'edited.csv:1:6: column F: "freind" is not known. Did you mean "friend"? Columns are added in '
                "content/data/membership.yaml."
            ],
        ),
        (
            lambda table: [(*row, row[4]) for row in table],
            ['edited.csv:1:6: column F: "friend" stands here a second time. Keep one of them.'],
        ),
        (
            lambda table: [(*row[:3], row[4], row[3]) for row in table],
            [
                'edited.csv:1:4: column D: expected "partner", found "friend". Columns are put in another order in '
                "content/data/membership.yaml."
            ],
        ),
        (
            lambda table: [*table[:4], ("dues", "Who", "Dues", "$5", "$5"), *table[4:]],
            ['edited.csv:5:1: row 5: "dues" is not known. Rows are added in content/data/membership.yaml.'],
        ),
        (
            lambda table: table[:4],
            ['edited.csv:1:1: no row "joining". Rows are taken out in content/data/membership.yaml.'],
        ),
        (
            lambda table: [*table[:3], table[4], table[3]],
            [
                'edited.csv:4:1: row 4: expected "kind", found "joining". Rows are put in another order in '
                "content/data/membership.yaml."
            ],
        ),
        (
            lambda table: [("id", "Group", *row[2:]) if row[0] == "id" else row for row in table],
            [
                'edited.csv:1:1: no column "group". Columns are taken out in content/data/membership.yaml.',
                'edited.csv:1:2: column B: "Group" is not known. Did you mean "group"? Columns are added in '
                "content/data/membership.yaml.",
            ],
        ),
    ],
    ids=["column gone", "column new", "column twice", "columns moved", "row new", "row gone", "rows moved", "renamed"],
)
def test_rows_and_columns_are_neither_added_nor_taken_out_nor_moved(membership, change, expected):
    assert expected == problems(tuple(change(rows(membership))), membership)


def test_all_problems_are_told_at_once(membership):
    with pytest.raises(ProblemsFound) as found:
        edited(membership, (2, 4, ""), (4, 5, ""))

    assert [(2, 4), (4, 5)] == [(problem.place.line, problem.place.column) for problem in found.value.problems]
