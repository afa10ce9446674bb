"""Names of categories that do not fit each other, and tiers that are in none."""

import pytest

from .shapes import FILE as DATA
from .shapes import change, without_categories

FILE = "content/data/membership.yaml"
OUTER = "    title: Outer circle\n"


def test_a_category_may_be_within_another_that_holds_no_tier_of_its_own(coalition):
    change(coalition, (OUTER, f"{OUTER}    within: whole\n"))
    change(coalition, ("categories:\n", "categories:\n  - {id: whole, title: Everybody}\n"))

    assert [] == coalition.problems()


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ("iner", f'{FILE}:13:13: category "outer", within: unknown category "iner". Did you mean "inner"?'),
        ("outer", f'{FILE}:13:13: category "outer", within: a category cannot be within itself. Delete this line.'),
    ],
)
def test_a_category_within_none_is_told(coalition, within, expected):
    change(coalition, (OUTER, f"{OUTER}    within: {within}\n"))

    assert [expected] == coalition.problems()


def test_categories_within_each_other_in_a_circle_are_told_once(coalition):
    change(coalition, (OUTER, f"{OUTER}    within: inner\n"))
    change(coalition, ("    title: Inner circle\n", "    title: Inner circle\n    within: outer\n"))

    assert [
        f'{FILE}:10:13: category "inner", within: "outer" is within "inner", too. Delete one of the two lines.'
    ] == coalition.problems()


def test_more_than_three_within_each_other_are_told(coalition):
    more = "".join(
        f"  - {{id: c{n}, title: C{n}{f', within: c{n - 1}' if n else ', within: inner'}}}\n" for n in range(3)
    )
    change(coalition, ("application_hosts", f"{more}application_hosts"), ("category: outer", "category: c2"))
    change(coalition, (OUTER, f"{OUTER}    within: c1\n"))

    assert [
        f'{FILE}:13:13: category "outer", within: at most 3 categories can be within each other, here are 4.',
        f'{FILE}:17:33: category "c2", within: at most 3 categories can be within each other, here are 4.',
    ] == coalition.problems()


def test_a_tier_without_a_category_is_told_where_there_are_some(coalition):
    change(coalition, ("    category: outer\n", ""))

    assert [f'{FILE}:25:5: tier "friend": missing "category", one of: inner, outer.'] == coalition.problems()


def test_without_categories_tiers_are_in_none(coalition):
    without_categories(coalition)

    assert [] == coalition.problems()


def test_tiers_that_are_in_a_category_where_there_is_none_are_told_once(coalition):
    text = coalition.read(DATA)
    before, _, rest = text.partition("categories:\n")
    coalition.write(DATA, f"{before}application_hosts{rest.partition('application_hosts')[2]}")

    assert (
        f'{FILE}:12:15: category: 2 tiers name one, but there are no "categories". '
        "Write them down, or delete these lines."
    ) == next(one for one in coalition.problems() if FILE in one)


def test_a_group_for_a_category_where_there_is_none_is_told(coalition):
    without_categories(coalition)
    change(coalition, ("    title: Who\n", "    title: Who\n    for: inner\n"))

    assert [f'{FILE}:4:10: group "who", for: there are no "categories". Delete this line.'] == coalition.problems()


def test_a_group_for_an_unknown_category_is_told_with_a_guess(coalition):
    change(coalition, ("    title: Who\n", "    title: Who\n    for: [inner, outter]\n"))

    assert [f'{FILE}:4:18: group "who", for: unknown category "outter". Did you mean "outer"?'] == coalition.problems()
