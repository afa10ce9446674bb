"""Two tiers side by side."""

from itertools import pairwise

import pytest

from conftest import WORDS
from subjects.membership.compare import differing_first, pairs
from subjects.membership.records import MEMBERSHIP

OWN = "---\ntitle: Partner or Friend?\ndescription: In our own words.\n---\n\n::: compare partner-and-friend\n"
TIER = """  - id: tier-{0}
    title: Tier {0}
    category: {1}
    summary: One more.
    requirements: {{kind: People, joining: "Yes"}}
"""


def add_tiers(coalition, number: int) -> None:
    """Add tiers with their pages, in turn to the inner and the outer circle."""
    file = "data/membership.yaml"
    tiers = "".join(TIER.format(one, ("inner", "outer")[one % 2]) for one in range(number))
    coalition.write(file, coalition.read(file) + tiers)
    for one in range(number):
        front = f"---\ntitle: Tier {one}\ndescription: Tier {one} told.\ntier: tier-{one}\n---\n"
        coalition.write(f"pages/membership/tier-{one}.md", front)


def found(coalition) -> list[str]:
    return [pair.id for pair in pairs(coalition.check().of(MEMBERSHIP))]


def test_each_pair_stands_in_the_order_of_the_file(coalition):
    add_tiers(coalition, 1)

    assert ["partner-and-friend", "partner-and-tier-0", "friend-and-tier-0"] == found(coalition)


@pytest.mark.parametrize(("more", "expected"), [(4, 15), (5, 9)], ids=["of six tiers all", "of seven some"])
def test_beyond_six_tiers_only_pairs_within_a_category_are_compared(coalition, more, expected):
    add_tiers(coalition, more)

    assert expected == len(found(coalition))


def test_in_a_category_of_more_than_six_each_is_compared_with_the_next(coalition):
    add_tiers(coalition, 12)  # with the two that are there, seven in each circle

    inner = pairwise(["partner", *(f"tier-{one}" for one in range(0, 12, 2))])
    outer = pairwise(["friend", *(f"tier-{one}" for one in range(1, 12, 2))])

    assert {f"{one}-and-{next_one}" for one, next_one in (*inner, *outer)} == set(found(coalition))


@pytest.mark.parametrize(("setting", "expected"), [("all", 1), ("category", 0)])
def test_the_file_may_say_which_pairs(coalition, setting, expected):
    file = "data/membership.yaml"
    coalition.write(file, f"{coalition.read(file)}pairs: {setting}\n")

    assert expected == len(found(coalition))


def test_what_differs_comes_first_and_what_is_the_same_after(coalition):
    coalition.change("data/membership.yaml", "joining: not stated", "joining: Yes")
    membership = coalition.check().of(MEMBERSHIP)
    groups = differing_first(membership.groups, membership.tiers, WORDS)

    assert [("Where they differ", ["Kind"]), ("The same for both", ["Joining"])] == [
        (group.title, [criterion.title for criterion in group.criteria]) for group in groups
    ]


def test_a_page_is_made_for_a_pair_and_stands_in_the_breadcrumb_of_membership(coalition):
    page = coalition.build().page("membership/compare/partner-and-friend")

    assert "Compare Partner with Friend" == page.h1.get_text()
    assert "Partner and Friend compared" == page.caption.get_text()
    assert ["Topic", "Partner", "Friend", "Where they differ", "Kind", "Joining"] == [
        " ".join(cell.get_text().split()) for cell in page.find_all("th")
    ]
    assert "/membership/" == page.find("nav", attrs={"aria-label": "Breadcrumb"}).find_all("a")[-1]["href"]


def test_a_page_that_staff_write_stands_instead(coalition):
    coalition.write("pages/membership/compare/partner-and-friend.md", OWN)
    built = coalition.build()

    assert 0 == built.status, built.said
    assert "Partner or Friend?" == built.page("membership/compare/partner-and-friend").h1.get_text()


def side_links(coalition) -> dict[str, str]:
    """Return where each tier of the table of all leads to be compared, by its column."""
    coalition.write("pages/membership/index.md", coalition.read("pages/membership/index.md") + "\n::: tiers\n")
    heads = coalition.build().page("membership").select("table")[-1].select("th[scope=col]")
    return {head.a.text: link["href"] for head in heads for link in head.select(".side")}


def test_a_table_that_shows_all_of_its_tiers_at_once_leads_to_no_other_comparison(coalition):
    assert {} == side_links(coalition)


def test_a_wide_table_leads_to_the_list_of_pairs_on_the_page_of_a_tier_that_has_one(coalition):
    add_tiers(coalition, 4)
    friend = "pages/membership/friend.md"
    coalition.write(friend, coalition.read(friend) + "\n::: pairs friend\n")

    assert {"Friend": "/membership/friend/#compare-friend"} == side_links(coalition)
    listed = coalition.build().page("membership/friend").find(id="compare-friend").find_all("a")
    assert len(listed) > 1


def test_it_leads_straight_to_the_only_page_that_compares_a_tier(coalition):
    file = "data/membership.yaml"
    coalition.change(file, "    category: inner\n", "    category: outer\n")
    add_tiers(coalition, 4)
    coalition.write(file, f"{coalition.read(file)}pairs: category\n")
    pair = "/membership/compare/tier-0-and-tier-2/"

    assert {"Tier 0": pair, "Tier 2": pair} == side_links(coalition)


def test_an_unknown_pair_is_told_with_a_guess(coalition):
    coalition.write("pages/news.md", OWN.replace("partner-and-friend", "friend-and-partner"))

    assert [
        'content/pages/news.md:6:1: ::: compare: unknown "friend-and-partner". Expected one of: partner-and-friend.'
    ] == coalition.problems()
