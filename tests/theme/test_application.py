"""What the page of a tier says of its application: when, what to know before leaving, and only then the link."""

import pytest

from sites import CATE, HARBOR, PUBLIC_HARBOR, Location, words

KNOWN = {
    "Who runs the form": "The harbor master, who reads <b>every</b> form & keeps it in a drawer.",
    "How long it takes": 'Ten minutes, "or a cup of tea"',
    "What to have ready": "The number on the bow What you land or grow, by the week",
    "What happens next": "Someone rings you within ten days.",
    "Who decides, and how": "The boats, by a show of hands; whoever shares is in.",
}


def told(read, site, tier: str) -> dict[str, str]:
    main = read(Location(site, f"membership/{tier}/")).soup.main
    return {words(row.dt): words(row.dd) for row in main.select(".before > div")}


@pytest.mark.parametrize(
    ("site", "tier", "expected"),
    [
        (HARBOR, "boats-and-farms", KNOWN),
        (HARBOR, "anchor-kitchen", {"How long it takes": "An evening, for the list of fridges"}),
        (HARBOR, "neighborhood-pantry", {"What to have ready": "A photo of the shelves"}),
        (HARBOR, "volunteer-crew", {}),
        (CATE, "coalition-member", {}),
    ],
)
def test_what_is_given_is_told_and_nothing_else(read, site, tier, expected):
    assert expected == told(read, site, tier)


def test_it_stands_between_the_dates_and_the_link(read):
    main = read(Location(HARBOR, "membership/boats-and-farms/")).soup.main
    block = main.select_one(".before")
    dates, link = block.find_previous_sibling("p"), block.find_next_sibling("p")

    assert words(dates) == (
        "Applications for the Boats & Farms tier are accepted from October 1, 2026 to January 31, 2027. "
        "As of November 23, 2026, they are open."
    )
    assert words(link) == "Apply on Google Forms for the Boats & Farms tier"


@pytest.mark.parametrize(
    ("site", "tier", "expected"),
    [
        (HARBOR, "anchor-kitchen", "Applications for the Anchor Kitchen tier are accepted all year."),
        (
            HARBOR,
            "neighborhood-pantry",
            "Applications for the Neighborhood Pantry tier are accepted from July 1, 2026 to September 30, 2026. "
            "They open again on July 1, 2027. As of November 23, 2026, they are closed.",
        ),
        (
            HARBOR,
            "volunteer-crew",
            "Applications for the Volunteer Crew tier are accepted from March 1, 2027. "
            "As of November 23, 2026, they have not opened.",
        ),
        (
            PUBLIC_HARBOR,
            "volunteer-crew",
            "Applications for the Volunteer Crew tier are not yet taken online.",
        ),
        (
            HARBOR,
            "shore-friend",
            "Applications for the Shore Friend tier are paused until May 1, 2027. The shore is being repaired. "
            "As of November 23, 2026, they are paused.",
        ),
    ],
)
def test_every_state_is_said_in_words_with_its_dates_wherever_the_tier_is_shown(read, site, tier, expected):
    for url in (f"membership/{tier}/", "membership/"):
        said = [words(state) for state in read(Location(site, url)).soup.main.select(".apply span")]
        assert expected in said


def test_who_cannot_apply_is_offered_the_other_form_by_its_words_and_its_host(read):
    link = read(Location(HARBOR, "membership/shore-friend/")).soup.main.select_one(".prose > .apply .interest")

    assert (
        "Wave to us & wait on apply.harbor-food-alliance.org",
        "https://apply.harbor-food-alliance.org/wave?to=us",
    ) == (
        words(link),
        link["href"],
    )
