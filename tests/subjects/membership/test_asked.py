"""Tiers that are asked different things: they stand in tables of their own, and beside nobody else."""

import csv
import io

import pytest

from conftest import Coalition
from sources.problems import ProblemsFound
from subjects.membership.compare import pairs
from subjects.membership.exchange.csv_file import edited_values, rows, tiers_csv
from subjects.membership.overview import asked_alike, titled
from subjects.membership.records import MEMBERSHIP
from subjects.membership.references import with_every_answer

from .shapes import FILE, TWO_COMPARISONS, add_tiers, change


@pytest.fixture
def two(coalition) -> Coalition:
    """Ask those in the inner and in the outer circle different things."""
    change(coalition, *TWO_COMPARISONS)
    return coalition


def test_tiers_asked_the_same_stand_together_with_what_they_are_asked(two):
    found = asked_alike(two.check().of(MEMBERSHIP))

    assert [(["partner"], ["who"]), (["friend"], ["gifts"])] == [
        ([tier.id for tier in one.tiers], [group.id for group in one.groups]) for one in found
    ]


def test_all_tiers_are_shown_as_a_table_for_each_titled_by_its_category(two):
    page = two.build().page("membership")

    assert ["Inner circle: what each tier asks and offers", "Outer circle: what each tier asks and offers"] == [
        caption.get_text() for caption in page.find_all("caption")
    ]
    assert [["Kind", "Joining"], ["Gift"]] == [
        [row.get_text() for row in table.find_all("th", scope="row")] for table in page.find_all("table")
    ]
    ids = [one["id"] for one in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert 1 == len(page.select(".reuse"))


def test_tiers_of_several_categories_are_titled_by_the_outermost_that_hold_no_others(coalition):
    change(coalition, ("application_hosts", "  - {id: near, title: Near, within: outer}\napplication_hosts"))
    add_tiers(coalition, [("neighbor", "Neighbor", "near")])
    sources = coalition.check()
    membership = sources.of(MEMBERSHIP)
    partner, friend, neighbor = membership.tiers

    assert "Outer circle" == titled([friend, neighbor], membership, sources.words)
    assert "Inner circle and Near" == titled([partner, neighbor], membership, sources.words)


def test_no_page_compares_two_that_are_asked_different_things(two):
    assert () == pairs(two.check().of(MEMBERSHIP))


def test_a_table_of_a_category_holds_those_within_it(coalition):
    change(coalition, ("application_hosts", "  - {id: near, title: Near, within: outer}\napplication_hosts"))
    add_tiers(coalition, [("neighbor", "Neighbor", "near")])

    assert ["friend", "neighbor"] == [tier.id for tier in coalition.check().of(MEMBERSHIP).tiers_of("outer")]


def test_an_answer_to_what_is_not_asked_is_told(two):
    two.change(FILE, "      gift: Bread", "      gift: Bread\n      kind: People")

    assert [
        f'content/{FILE}:38:7: tier "friend": answers "kind", but group "who" is not for its category. '
        'Delete the answer, or add "outer" to the "for" of the group.'
    ] == two.problems()


def test_a_tier_that_is_asked_nothing_is_told(two):
    two.change(FILE, "    for: [outer]", "    for: inner")
    two.change(FILE, "      joining: Yes", "      joining: Yes\n      gift: Soup")
    two.change(FILE, "      gift: Bread", "      {}")

    assert [
        f'content/{FILE}:32:5: tier "friend": no group is for its category, so that nothing is asked. '
        'Add it to the "for" of one.'
    ] == two.problems()


def test_in_the_spreadsheet_a_cell_for_what_is_not_asked_is_empty(two):
    table = list(csv.reader(io.StringIO(tiers_csv(two.check().of(MEMBERSHIP)).decode("utf-8-sig"), newline="")))

    assert [["kind", "Organizations\nAgencies", ""], ["joining", "Yes", ""], ["gift", "", "Bread"]] == [
        [row[0], *row[3:]] for row in table[3:]
    ]


def test_an_empty_cell_comes_back_as_it_went_and_an_answer_in_it_is_told(two):
    membership = two.check().of(MEMBERSHIP)
    table = [list(row) for row in rows(membership)]
    assert {} == edited_values(tuple(map(tuple, table)), membership, "edited.csv")
    table[3][4] = "Not stated"
    assert {} == edited_values(tuple(map(tuple, table)), membership, "edited.csv")
    table[3][4] = "People"

    with pytest.raises(ProblemsFound) as raised:
        edited_values(tuple(map(tuple, table)), membership, "edited.csv")
    assert [
        'edited.csv:4:5: cell E4, tier "friend", kind: this tier is not asked it. '
        'Leave the cell empty, or change "for" in content/data/membership.yaml.'
    ] == [str(problem) for problem in raised.value.problems]


def test_the_editor_asks_a_tier_only_for_what_it_is_asked():
    held = {
        "groups": [
            {"id": "who", "for": "all", "criteria": [{"id": "kind"}]},
            {"id": "gifts", "for": ["people"], "criteria": [{"id": "gift"}]},
        ],
        "categories": [{"id": "all"}, {"id": "near", "within": "all"}, {"id": "people"}],
        "tiers": [
            {"id": "one", "category": "near", "requirements": {"gift": ""}},
            {"id": "two", "category": "people", "requirements": {"kind": "Old answer"}},
        ],
    }

    assert [{"kind": "not stated"}, {"kind": "Old answer", "gift": "not stated"}] == [
        tier["requirements"] for tier in with_every_answer(held)["tiers"]
    ]
