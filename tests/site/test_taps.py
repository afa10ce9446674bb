"""From the home page, the right application is at most three taps away."""

import pytest

from sites import CATE, PUBLIC_CATE, Location

from .applicants import EVERYONE_WITH_A_TIER

pytestmark = pytest.mark.browser

BOTH_PROFILES = pytest.mark.parametrize("site", [CATE, PUBLIC_CATE], ids=["preview", "public"])


@pytest.fixture(scope="module")
def taps() -> dict:
    """Return what remembers the number of taps between tests."""
    return {}


def ways_out(page) -> list[str]:
    return page.locator("main a:visible, nav a:visible").evaluate_all("links => links.map(link => link.href)")


def least_taps(visit, site) -> dict[str, int]:
    """Return, for each form and each notice in sight within two taps of the home page, the taps that it takes.

    A form takes one tap more than the page that links to it.
    """
    found: dict[str, int] = {}
    known, level, base = {""}, [""], None
    for tapped in range(3):
        following = []
        for url in level:
            page = visit(Location(site, url), 390, script=False)
            base = base or page.url
            for text in page.locator("main .apply:visible").all_inner_texts():
                found.setdefault(text.split("\n")[0].strip(), tapped)
            for href in ways_out(page):
                if not href.startswith(base):
                    found.setdefault(href, tapped + 1)
                elif (place := href.removeprefix(base).partition("#")[0]) not in known and place.endswith("/"):
                    known.add(place)
                    following.append(place)
        level = following
    return found


@EVERYONE_WITH_A_TIER
@BOTH_PROFILES
def test_from_home_the_right_application_is_at_most_three_taps_away(visit, taps, site, applicant):
    if site not in taps:
        taps[site] = least_taps(visit, site)
    application = site.application(applicant.tier)

    assert 3 >= taps[site][application.href or " ".join(application.announcement.sentences)]
