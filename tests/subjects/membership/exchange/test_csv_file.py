"""What somebody changed in the table of all tiers."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites import CATE, HARBOR
from sources.problems import ProblemsFound
from sources.spreadsheets.cells import as_typed, harmless, texts_in
from subjects.membership.exchange.csv_file import cell, edited_values, rows, tiers_csv
from subjects.membership.records import MEMBERSHIP

FRESH = "Start again from a fresh file, and save it as CSV."
SITES = pytest.mark.parametrize("site", [CATE, HARBOR], ids=["cate", "harbor"])
RISKY = ("=", "+", "-", "@", "\t", "\r")


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


def test_the_table_has_a_row_for_each_requirement_and_a_column_for_each_tier(coalition):
    assert (
        ("id", "group", "requirement", "partner", "friend"),
        ("tier title", "", "", "Partner", "Friend"),
        ("tier summary", "", "", "For those who lead.", "For those who help."),
        ("kind", "Who", "Kind", "Organizations\nAgencies", "People"),
        ("joining", "Who", "Joining", "Yes", "not stated"),
    ) == rows(coalition.check().of(MEMBERSHIP))


def test_the_file_is_what_rfc_4180_asks_for_with_the_mark_that_excel_needs(coalition):
    written = tiers_csv(coalition.check().of(MEMBERSHIP))

    assert (
        b"\xef\xbb\xbfid,group,requirement,partner,friend\r\n"
        b"tier title,,,Partner,Friend\r\n"
        b"tier summary,,,For those who lead.,For those who help.\r\n"
        b'kind,Who,Kind,"Organizations\nAgencies",People\r\n'
        b"joining,Who,Joining,Yes,not stated\r\n"
    ) == written


@SITES
@pytest.mark.parametrize("dialect", [csv.excel, csv.unix_dialect], ids=["excel", "unix"])
def test_every_reader_of_csv_finds_the_same_cells(site, dialect):
    text = tiers_csv(site.sources.of(MEMBERSHIP)).decode("utf-8-sig")

    found = tuple(tuple(row) for row in csv.reader(io.StringIO(text, newline=""), dialect, strict=True))

    assert rows(site.sources.of(MEMBERSHIP)) == found


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_no_cell_is_a_formula_not_even_for_a_program_that_expects_another_separator(coalition, separator):
    coalition.change("data/membership.yaml", "kind: People", 'kind: [\'=1+1\', "a;=2", "b\\t@c", \'"-3\']')
    coalition.change("data/membership.yaml", "title: Friend", "title: '+Friend;-1'")
    coalition.change("data/membership.yaml", "title: Who", "title: '@Who'")
    text = tiers_csv(coalition.check().of(MEMBERSHIP)).decode("utf-8-sig")

    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) for cell in row]

    assert [] == [cell for cell in cells if cell.lstrip(' \t\r\n"').startswith(RISKY)]
    assert any("'=1+1" in cell for cell in cells)


TEXTS = (
    st.one_of(
        st.text(max_size=40),
        st.text(st.sampled_from("a1= +-@'\",;\t0.eE%/:|true\uff1d"), max_size=12),
        st.from_regex(r"[0-9]{1,4}[-/.: e]([0-9]{1,2}|jan|May|am)", fullmatch=True),
    )
    .map(lambda text: " ".join(text.splitlines()).strip())
    .filter(bool)
)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1 member",
        "@name",
        '"=1"',
        "'=1",
        " =1",
        "\uff1d1+1",
        "=cmd|' /C calc'!A0",
        "-",
        "=HYPERLINK()",
    ],
)
def test_a_text_that_a_program_would_run_gets_an_apostrophe_in_front(text):
    assert f"'{text}" == harmless(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a;=1", "a;'=1"), ("\t=1", "'\t'=1"), ("a, =1", "a,' =1"), ("a\t@b", "a\t'@b"), ("Yes,-1,+2", "Yes,'-1,'+2")],
)
def test_so_does_what_would_begin_a_cell_for_a_program_that_expects_another_separator(text, shown):
    assert shown == harmless(text)


@pytest.mark.parametrize(
    "text",
    [
        "012",
        "1.10",
        "1e3",
        "75%",
        "2024-01-02",
        "12:30",
        "1/2",
        "May 5",
        "5 March 2024",
        "Jan 2025",
        "10 am",
        "TRUE",
        "False",
    ],
)
def test_so_does_what_a_program_would_rewrite_as_a_number_a_date_or_a_truth_value(text):
    assert f"'{text}" == harmless(text)


@pytest.mark.parametrize(
    "text",
    [
        "Open",
        "30",
        "0",
        "Yes",
        "No",
        "75% of all",
        "a = b",
        "5 < 6",
        "4 mayors",
        "true to us",
        "0x1F",
        "'s",
        '"a"',
        "a-b",
        "~ 4",
    ],
)
def test_any_other_text_stays_as_it_is(text):
    assert text == harmless(text) == as_typed(text)


def test_a_requirement_has_a_line_for_each_text_each_made_harmless():
    assert "Open\n'=1" == cell(("Open", "=1"))
    assert ("Open", "=1") == texts_in("Open\n'=1")


def test_a_requirement_that_is_not_stated_says_so():
    assert "not stated" == cell(())


def test_a_text_of_several_lines_is_one_line_in_its_cell():
    assert "a b\nc" == cell(("a \n\n b", "c"))


@pytest.mark.parametrize("found", ["a\r\nb", "a\rb", "\n a \n\n b\n"])
def test_line_ends_of_every_kind_and_empty_lines_separate_texts(found):
    assert ("a", "b") == texts_in(found)


@given(st.lists(TEXTS, min_size=1, max_size=4).map(tuple))
def test_reading_a_cell_gives_the_texts_it_was_written_with(texts):
    assert texts == texts_in(cell(texts))
