"""The comparison of tiers as markup: rules T1 to T10 and T13."""

import re

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag

from building.typography import straight
from conftest import WORDS
from sites import CATE, HARBOR, Location, every_page, words
from subjects.membership.records import MEMBERSHIP as FILE

from .read_answers import shown_text

MEMBERSHIP = "membership/"
HEADING = re.compile("h[2-6]")
TABLE_ELEMENTS = ("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "col", "colgroup")


@pytest.mark.parametrize(("site", "cells"), [(CATE, 9 * 4), (HARBOR, 10 * 5)], ids=["cate", "harbor"])
def test_the_comparison_of_all_tiers_has_a_cell_for_each_requirement_of_each_tier(read, site, cells):
    table = read(Location(site, MEMBERSHIP)).soup.select_one("[role=region] > table")

    assert len(table.select("td[headers]")) == cells == len(table.find_all("td"))


def test_the_caption_comes_first_and_names_the_region_that_the_keyboard_can_scroll_if_it_scrolls(comparison):
    caption = comparison.table.find(True)

    assert "caption" == caption.name
    assert words(caption)
    assert caption.find(id=comparison.region["aria-labelledby"])
    assert ("0" if len(comparison.tiers) > 5 else None) == comparison.region.get("tabindex")


@pytest.mark.parametrize("location", every_page(CATE, HARBOR))
def test_no_two_tables_of_a_page_have_the_same_caption(read, location):
    captions = [words(caption.span) for caption in read(location).soup.find_all("caption")]

    assert len(captions) == len(set(captions))


def test_the_head_is_one_row_of_column_headers_that_name_and_link_the_tiers(comparison):
    (row,) = comparison.table.thead.find_all("tr")
    headers = row.find_all(True, recursive=False)

    assert [("th", "col")] * (1 + len(comparison.tiers)) == [(header.name, header["scope"]) for header in headers]
    assert all(words(header) for header in headers)
    assert [tier.title for tier in comparison.tiers] == [words(header.a) for header in headers[1:]]


def test_each_group_is_a_table_body_that_begins_with_its_header_across_all_columns(comparison):
    bodies = comparison.table.find_all("tbody")
    headers = [body.find("tr").find_all(True, recursive=False) for body in bodies]

    assert [[group.title] for group in comparison.groups] == [[words(cell) for cell in row] for row in headers]
    for (header,) in headers:
        assert ("th", "rowgroup", str(1 + len(comparison.tiers))) == (header.name, header["scope"], header["colspan"])


def test_each_other_row_is_a_row_header_and_one_cell_for_each_tier(comparison):
    criteria = [criterion.title for group in comparison.groups for criterion in group.criteria]

    assert criteria == [title(row.th) for row in comparison.rows]
    for row in comparison.rows:
        cells = row.find_all(True, recursive=False)
        assert ["th", *["td"] * len(comparison.tiers)] == [cell.name for cell in cells]
        assert "row" == cells[0]["scope"]
        assert not any(cell.has_attr("scope") for cell in cells[1:])


def test_each_cell_names_exactly_its_column_its_group_and_its_row_in_the_same_table(comparison):
    columns = comparison.table.thead.find_all("th")[1:]
    for row in comparison.rows:
        group = row.find_parent("tbody").find("th", scope="rowgroup")
        for column, cell in zip(columns, row.find_all("td"), strict=True):
            named = [comparison.table.find(id=name) for name in cell["headers"]]

            assert sorted([column["id"], group["id"], row.th["id"]]) == sorted(cell["headers"])
            assert ["col", "row", "rowgroup"] == sorted(header["scope"] for header in named)


def test_each_cell_says_what_the_tier_asks_and_several_things_are_a_list(comparison):
    criteria = [criterion.id for group in comparison.groups for criterion in group.criteria]
    for criterion, row in zip(criteria, comparison.rows, strict=True):
        for tier, cell in zip(comparison.tiers, row.find_all("td"), strict=True):
            items = tier.requirements[criterion].items
            assert ([shown_text(WORDS, item) for item in items] or ["Not stated"]) == stated(cell)
            assert (len(items) > 1) == bool(cell.select("ul > li"))
            assert not cell.find("br")


def test_values_that_yaml_would_change_and_signs_of_other_languages_are_shown_as_typed(read):
    table = read(Location(HARBOR, MEMBERSHIP)).soup.select_one("[role=region] > table")
    first = {words(row.th): stated(row.td) for row in table.select("tr:has(> td)")}

    assert ["012"] == first["Berths, beds or benches"]
    assert ["1.10"] == first["Voice"]
    assert ["2024-01-02"] == first["Form"]
    assert ["No"] == first["Fee per season"]
    assert ['What is fresh, whole and "frank"'] == first["Food"]
    assert ["Write {{ x }} for the boat & <b>{% y %}</b> for the day"] == first["Labels such as {{ x }}"]


def title(header: Tag) -> str:
    """Return what a row is called, without what explains it."""
    return words(BeautifulSoup(header.decode().replace(str(header.details), ""), "html.parser"))


def is_note(text: NavigableString) -> bool:
    """Tell whether a text is a note on an answer, or leads to one below the table."""
    return bool(text.find_parent("sup") or text.find_parent(class_="note"))


def stated(cell: Tag) -> list[str]:
    if cell.ul:
        return [words(item) for item in cell.ul.find_all("li")]
    texts = [text for text in cell.find_all(string=True) if not text.find_parent(class_="apply") and not is_note(text)]
    return [straight(" ".join("".join(texts).split()))]


def test_narrow_screens_get_each_requirement_with_what_every_tier_says_on_it(comparison):
    groups = [group.title for group in comparison.groups]
    rows = comparison.by_row.select(".row")

    assert groups == [words(heading) for heading in comparison.by_row.select(".subtitle")]
    assert [title(row.th) for row in comparison.rows] == [words(row.find(HEADING)) for row in rows]
    for in_table, row in zip(comparison.rows, rows, strict=True):
        cells = zip(comparison.tiers, in_table.find_all("td"), strict=True)
        assert {tier.title: stated(cell) for tier, cell in cells} == said_in(row, comparison)


def said_in(row: Tag, comparison) -> dict[str, list[str]]:
    said = {}
    for answer in row.select("dl > div"):
        named = [words(term) for term in answer.find_all("dt")]
        tiers = [tier.title for tier in comparison.tiers] if named in (["All tiers"], ["Both"]) else named
        said |= dict.fromkeys(tiers, stated(answer.dd))
    return said


def test_what_several_tiers_say_alike_stands_once_in_a_row_for_narrow_screens(comparison):
    for row in comparison.by_row.select(".row"):
        answers = [words(answer) for answer in row.find_all("dd")]  # with their notes
        assert len(answers) == len(set(answers))


def test_narrow_screens_are_led_to_the_page_of_each_tier(comparison):
    assert [tier.title for tier in comparison.tiers] == [
        words(link) for link in comparison.by_row.select(".pick li > a:first-child")
    ] or len(comparison.tiers) == 1


def test_no_part_of_a_table_has_a_role(comparison):
    assert [] == [
        str(part) for part in [comparison.table, *comparison.table.find_all(TABLE_ELEMENTS)] if part.get("role")
    ]


@pytest.mark.parametrize("site", [CATE, HARBOR], ids=["cate", "harbor"])
def test_the_minimum_standards_of_every_category_are_a_list_below_their_introduction(read, site):
    shown = [
        (words(block.p), [words(item) for item in block.select("ul > li")])
        for block in read(Location(site, MEMBERSHIP)).soup.select(".standards")
    ]

    assert [
        (category.standards.introduction, list(category.standards.list))
        for category in site.sources.of(FILE).categories
    ] == shown
