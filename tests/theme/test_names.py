"""Names that are heard alone: each says enough, and none means two things."""

import pytest

from sites import CATE, EXAMPLES, HARBOR, Location, every_page, words
from subjects.membership.records import MEMBERSHIP

SITES = (CATE, HARBOR, *EXAMPLES)
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6", "caption"]


def shared_titles(site) -> dict[str, str]:
    """Return the page of each tier that has the title of a category, by that title."""
    sources = site.sources
    if "membership.yaml" not in {path.name for path in (site.content / "data").iterdir()}:
        return {}
    membership = sources.of(MEMBERSHIP)
    titles = {category.title.casefold() for category in membership.categories}
    pages = {page.front_matter.tier: page.url for page in sources.pages if page.front_matter.tier}
    return {tier.title: pages[tier.id] for tier in membership.tiers if tier.title.casefold() in titles}


def test_a_coalition_among_them_has_a_category_and_a_tier_of_one_title():
    assert {"Community Network": "membership/community-network/"} == shared_titles(CATE)


@pytest.mark.parametrize("location", every_page(*SITES))
def test_no_heading_and_no_link_of_a_page_has_the_title_of_a_category_and_a_tier_alike(read, location):
    page = read(location)
    for title, url in shared_titles(location.site).items():
        named = [one for one in page.all(*HEADINGS, "a") if words(one).casefold() == title.casefold()]
        links = [one if one.name == "a" else one.a for one in named if one.name != "h1" or location.url != url]

        assert all(link and link["href"] == f"{location.site.path}/{url}" for link in links), links


def test_where_both_stand_together_each_says_which_it_is(read):
    ways = read(Location(CATE, "")).soup.select_one(".ways")

    assert ["Provider Membership", "Community Network category"] == [words(one) for one in ways.find_all("h3")]
    assert ["Collaborative Partner", "Coalition Member", "Community Network tier", "Ally Network"] == [
        words(one) for one in ways.find_all("h4")
    ]


@pytest.mark.parametrize("location", every_page(*SITES))
def test_what_only_screen_readers_hear_of_a_link_stands_behind_what_eyes_see(read, location):
    for link in read(location).soup.select("a:has(.unseen)"):
        if not {"footnote-ref", "footnote-backref"} & set(link.get("class", ())):
            (told,) = link.select(".unseen")
            assert link.contents[-1] is told
            assert words(link).endswith(f" {words(told)}")


@pytest.mark.parametrize("location", every_page(*SITES))
def test_the_words_that_eyes_see_on_a_control_are_in_its_name(read, location):
    for control in read(location).soup.select(":is(a, button, input, summary)[aria-label]"):
        seen = words(control.find_parent("label") or control)
        assert seen.casefold() in control["aria-label"].casefold()
