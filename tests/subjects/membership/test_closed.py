"""A tier that is closed to new members, and one with a label."""

import pytest

from checking.to_do import to_do_list
from conftest import Coalition

from .shapes import FILE, add_tiers, change

PARTNER = "    title: Partner\n"
GUIDE = """\
guide:
  questions:
    - id: who
      title: Who?
      answers: [{id: firm, title: A firm}, {id: else, title: Somebody else}]
  rules:
    - {tier: partner, answers: {who: firm}}
    - {tier: friend, answers: {who: else}}
"""


@pytest.fixture
def closed(coalition) -> Coalition:
    """Close the first tier to new members."""
    change(coalition, (PARTNER, f"{PARTNER}    closed: yes\n"))
    return coalition


def show(coalition, url: str = "membership", more: str = "::: ways"):
    page = f"pages/{url}/index.md"
    coalition.write(page, f"{coalition.read(page)}\n{more}\n")
    return coalition.build().page(url)


def test_it_is_listed_last_in_table_list_and_overview_and_said_in_words(closed):
    page = show(closed)

    assert ["Friend", "Partner"] == [link.get_text() for link in page.select("thead a")]
    assert ["Friend", "Partner Closed to new members"] == [
        " ".join(title.get_text().split()) for title in page.select(".pick li")
    ]
    # Each in a category of its own, whose order is that of the file.
    assert ["Partner Closed to new members", "Friend"] == [
        " ".join(title.get_text().split()) for title in page.select(".ways li .subtitle")
    ]
    assert ["Partner"] == [head["aria-label"] for head in page.select("thead [aria-label]")]


def test_nothing_leads_to_its_form_and_its_page_says_why(closed):
    built = closed.build("publishconf.py")
    page = built.page("membership/partner")

    assert "Applications for the Partner tier are not taken: it is closed to new members." in page.get_text()
    everything = " ".join(
        path.read_text("utf-8") for path in built.output.rglob("*") if path.suffix in {".html", ".json", ".csv"}
    )
    assert "forms.smallcoalition.org/partner" not in everything


def test_nobody_is_asked_for_what_only_applicants_need(closed):
    assert "Partner" not in to_do_list(closed.check())


def test_the_guide_does_not_lead_there_and_its_rules_may_stay(closed):
    closed.write(FILE, closed.read(FILE) + GUIDE)
    page = show(closed, more="::: guide")

    assert [] == closed.problems()
    assert page.select(".guide section a[href='/membership/friend/']")
    assert not page.select(".guide a[href='/membership/partner/']")


def test_a_closed_tier_needs_no_rule(closed):
    rule = "    - {tier: partner, answers: {who: firm}}\n"
    closed.write(FILE, closed.read(FILE) + GUIDE.replace(rule, ""))
    closed.write("pages/which.md", "---\ntitle: Which tier?\ndescription: Find it.\n---\n\n::: guide\n")

    assert [] == closed.problems()


def test_pairs_keep_their_address_and_show_the_closed_one_last(closed):
    page = closed.build().page("membership/compare/partner-and-friend")

    assert ["Friend", "Partner"] == [link.get_text() for link in page.select("thead a")]


def test_a_label_stands_beside_the_title_in_table_list_and_overview(coalition):
    change(coalition, (PARTNER, f"{PARTNER}    label: Most chosen\n"))
    page = show(coalition)

    assert ["Most chosen"] * 3 == [label.get_text() for label in page.select(".label")]
    assert ["pick", "table", "ways"] == [
        next(
            place for place in ("pick", "table", "ways") if label.find_parent(class_=place) or label.find_parent(place)
        )
        for label in page.select(".label")
    ]


def test_beyond_eight_tiers_the_mark_has_no_more_circles(coalition):
    add_tiers(coalition, [(f"more-{one}", f"More {one}", "outer") for one in range(8)])

    assert 8 == len(coalition.build().page().select_one(".mark").find_all("circle"))
