"""The page of a tier opens with whom it is for, three facts that tell it from other tiers, and how to apply."""

import pytest

from building.typography import straight
from sites import CATE, HARBOR, Location, words
from subjects.membership.records import MEMBERSHIP

TIERS = [(site, tier.id) for site in (CATE, HARBOR) for tier in site.sources.of(MEMBERSHIP).tiers]


@pytest.mark.parametrize(("site", "tier_id"), TIERS)
def test_it_stands_below_the_title_in_the_words_of_the_record(read, site, tier_id):
    tier = site.sources.of(MEMBERSHIP).tier(tier_id)
    opening = read(Location(site, f"membership/{tier_id}/")).soup.select_one(".opening")

    assert words(opening.h1) == tier.title
    assert straight(words(opening.select_one(".lead"))) == straight(tier.summary)
    assert len(opening.select("dl > div")) <= 3
    assert opening.select_one(".apply")


def test_the_facts_are_one_of_each_group_and_none_that_all_tiers_share(read):
    facts = read(Location(CATE, "membership/collaborative-partner/")).soup.select(".opening dl > div")

    assert [
        "Number Limited",
        "Commitment to CATE mission High shared values and mission tenets",
        "Agreement Signed Partner",
    ] == [words(fact) for fact in facts]


def test_it_leads_to_what_to_know_before_one_applies_if_the_page_tells_that(read):
    page = read(Location(HARBOR, "membership/boats-and-farms/")).soup
    (link,) = page.select(".opening .apply a")

    assert ("How to apply for the Boats & Farms tier", "#apply-boats-and-farms") == (words(link), link["href"])
    assert "Who runs the form" == words(page.find(id="apply-boats-and-farms").dt)


def test_it_leads_straight_to_the_form_if_there_is_nothing_to_know_before(read):
    (link,) = read(Location(CATE, "membership/ally-network/")).soup.select(".opening .apply a")

    assert "Apply on forms.example.org for the Ally Network tier" == words(link)
    assert link["href"].startswith("https://forms.example.org/")
