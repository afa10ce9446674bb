"""All tiers as one table for spreadsheet programs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sites import CATE, HARBOR
from sources.spreadsheets.cells import as_typed, harmless, texts_in
from subjects.membership.exchange.csv_export import cell, rows, tiers_csv
from subjects.membership.records import MEMBERSHIP

SITES = pytest.mark.parametrize("site", [CATE, HARBOR], ids=["cate", "harbor"])
RISKY = ("=", "+", "-", "@", "\t", "\r")


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
