"""No page has a fault that axe can find: by day, by night, in the colors of the visitor, on a phone and on a desk."""

import pytest

from sites import HARBOR, PUBLIC_CATE, Location, every_page

from .axe import violations

pytestmark = pytest.mark.browser

# Where the visitor's own colors replace ours, Chromium still tells scripts ours: axe would measure what nobody sees.
LOOKS = [
    *(
        (width, {"color_scheme": scheme, "forced_colors": "none"})
        for width in (320, 1280)
        for scheme in ("light", "dark")
    ),
    (1280, {"color_scheme": "dark", "forced_colors": "active"}),
]
GRAY = "() => Object.assign(document.querySelector('main').style, {background: '#fff', color: '#707070'})"


def alike(location: Location) -> bool:
    """Tell whether a page makes itself, as another one did before: one look at it is enough."""
    return location.url in {page.url for page in location.site.sources.made[1:]}


@pytest.mark.parametrize("location", every_page(PUBLIC_CATE, HARBOR))
def test_axe_finds_no_violation_in_any_look_of_a_page(visit, location):
    page = visit(location)

    for width, media in LOOKS[:1] if alike(location) else LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(**media)
        found = violations(page, colors=media["forced_colors"] == "none")
        assert 0 == found.violations_count, f"{width} px, {media}: {found.generate_report()}"


def test_axe_is_told_to_use_the_rules_of_level_aaa(visit):
    page = visit(Location(HARBOR, ""))
    page.evaluate(GRAY)

    assert "color-contrast-enhanced" in {one["id"] for one in violations(page).response["violations"]}
