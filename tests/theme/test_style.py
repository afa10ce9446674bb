"""What the style sheet of a page may not do: rules T8 and P6."""

import re

import pytest

from conftest import THEME

PARTS = ("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "col", "colgroup")
TABLE_PART = re.compile(rf"(?:^|[\s(,])(?:{'|'.join(PARTS)})(?![\w-])|\[scope")


def test_no_style_rule_makes_a_part_of_a_table_anything_else(each_page):
    style = re.sub(r"/\*.*?\*/", "", each_page.soup.style.get_text(), flags=re.DOTALL)
    rules = re.findall(r"([^{};]+)\{([^{}]*)\}", style)
    displayed = [selector for selector, rule in rules if re.search(r"display:\s*(?!table|revert)", rule)]

    assert displayed
    assert [] == [part for selector in displayed for part in subjects(selector) if TABLE_PART.search(part)]


def test_nothing_moves_whether_or_not_a_visitor_asks_for_that():
    style = "".join(path.read_text("utf-8") for path in sorted((THEME / "static" / "css").rglob("*.css")))

    assert [] == re.findall(r"animation|transition|@keyframes|scroll-behavior", style)


def test_what_stands_at_a_side_stands_at_the_other_where_words_run_from_right_to_left():
    sides = re.compile(r"[\w-]*\b(?:left|right)\b[\w-]*:|: *(?:left|right)\b")
    corners = re.compile(r"\b(?:margin|padding|inset|scroll-padding|scroll-margin): ([^;{}()]+)")
    for path in sorted((THEME / "static" / "css").rglob("*.css")):
        style = path.read_text("utf-8")
        uneven = [one for one in corners.findall(style) if len(one.split()) == 4 and one.split()[1] != one.split()[3]]

        assert ([], []) == (sides.findall(style), uneven), path.name


def subjects(selectors: str) -> list[str]:
    each = re.split(r",(?![^()]*\))", selectors)
    return [re.split(r"[\s>+~]+(?![^(\[]*[)\]])", selector.strip())[-1] for selector in each]


@pytest.mark.parametrize(
    ("selectors", "parts"),
    [
        (".tiers :is(th, td)", [":is(th, td)"]),
        (".a, .b > td:nth-child(2n + 1)", [".a", "td:nth-child(2n + 1)"]),
        (".scroll [scope='col'] a", ["a"]),
        ("td, .c", ["td", ".c"]),
    ],
)
def test_the_subject_of_a_selector_is_what_it_styles(selectors, parts):
    assert parts == subjects(selectors)
