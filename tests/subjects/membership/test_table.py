"""The comparison of tiers as a table."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from components.registry import Call
from conftest import THEME, WORDS
from subjects.membership.answers.items import Answer, InWords
from subjects.membership.components import Shown
from subjects.membership.components import components as membership_components
from subjects.membership.table import Compared, comparison
from subjects.membership.tier_context import TierContext, tier_context


@pytest.fixture
def shown(coalition) -> TierContext:
    return tier_context(coalition.check(production=False))


def test_rows_columns_and_groups_keep_the_order_of_the_file(shown):
    table = comparison("t", "A caption", shown.compared(None), shown.membership.groups)

    assert [column.title for column in table.columns] == ["Partner", "Friend"]
    assert [group.title for group in table.groups] == ["Who"]
    assert [row.title for row in table.groups[0].rows] == ["Kind", "Joining"]


def test_a_cell_names_its_tier_its_group_and_its_row(shown):
    table = comparison("t", "A caption", shown.compared(None), shown.membership.groups)
    cell = table.groups[0].rows[0].cells[1]

    assert (cell.headers, cell.values) == ("tc2 tg1 tr1", (InWords("People"),))


def test_only_a_row_that_says_so_shows_the_application(shown):
    table = comparison("t", "A caption", shown.compared(None), shown.membership.groups)
    kind, joining = table.groups[0].rows

    assert [cell.application for cell in kind.cells] == [None, None]
    assert [cell.application for cell in joining.cells] == [
        shown.one(tier).application for tier in ("partner", "friend")
    ]


def test_a_category_is_compared_on_its_own_under_its_own_name(coalition, shown):
    tiers = next(one for one in membership_components(shown) if one.name == "tiers")
    page = coalition.check().pages[0]
    (shown_table,) = tiers.meaning(Call(page, 3, "outer"))["tables"]
    table = shown_table.table

    assert (table.id, table.caption) == ("T3", "Outer circle: what each tier asks and offers")
    assert [column.title for column in table.columns] == ["Friend"]


ENVIRONMENT = Environment(
    loader=FileSystemLoader([THEME / "templates", THEME / "static"]), autoescape=True, undefined=StrictUndefined
)
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn", "Zs", "Zl", "Zp")), min_size=1
)
MARKS = re.compile(r"[*_\\\[]")
HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ 7*7 }}",
        "{% x %}",
        "&lt;b&gt;",
        "{filename}/x.md",
        '</td><td headers="',
        "javascript:alert(1)",
        "::: tiers",
        "שלום",
        "<component number='0'></component>",
    ]
)


@given(st.lists(TEXT | HOSTILE, min_size=1, max_size=4), TEXT | HOSTILE)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_any_text_in_any_field_arrives_unchanged_and_inert(shown, values, title):
    friend = shown.membership.tier("friend")
    assume(not any(MARKS.search(value) for value in values))  # these are shown as what they mark, tested elsewhere
    said = Answer(tuple(map(InWords, values)))
    changed = friend.model_copy(update={"title": title, "requirements": {"kind": said, "joining": Answer()}})
    compared = Compared(changed, "/friend/", shown.one("friend").application)
    table = comparison("t", title, [compared], shown.membership.groups)

    template = ENVIRONMENT.get_template("components/tiers.html")
    given = {"tables": (Shown(table, switch=False),), "downloads": (), "words": WORDS, "level": 2}
    page = BeautifulSoup(template.render(given), "html.parser")
    cell = page.find("td", headers="tc1 tg1 tr1")

    found = [item.get_text() for item in cell.find_all("li")] if len(values) > 1 else [cell.get_text().strip()]
    assert values == found
    assert title == page.caption.get_text()
    assert title == page.find("th", id="tc1").get_text()
    assert not page.find_all(["script", "img", "component"])
