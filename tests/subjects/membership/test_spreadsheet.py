"""All tiers as one table for spreadsheet programs."""

import csv
import io

import pytest

from sites import CATE, HARBOR
from subjects.membership.csv_export import rows, tiers_csv
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
