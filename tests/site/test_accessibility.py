"""No page has a fault that axe can find: by day, by night, on a phone and on a desk."""

import re

import pytest

from conftest import THEME
from sites import HARBOR, OF_EXAMPLES, PUBLIC_CATE, Location, every_page, named

from .axe import violations

pytestmark = pytest.mark.browser

LOOKS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
GRAY = "() => Object.assign(document.querySelector('main').style, {background: '#fff', color: '#707070'})"


def alike(location: Location) -> bool:
    """Tell whether a page makes itself, as another one did before: one look at it is enough."""
    return location.url in {page.url for page in location.site.sources.made[1:]}


@pytest.mark.parametrize("location", [*every_page(PUBLIC_CATE, HARBOR), *named(*OF_EXAMPLES)])
def test_axe_finds_no_violation_in_any_look_of_a_page(visit, location):
    page = visit(location)

    for width, scheme in LOOKS[:1] if alike(location) else LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found = violations(page, only_colors=scheme == "dark")
        assert 0 == found.violations_count, f"{width} px, {scheme}: {found.generate_report()}"


def test_night_and_the_colors_of_the_visitor_change_colors_only():
    """So axe need not look for anything else by night, and sees nothing new where other colors replace ours."""
    sheets = "".join(path.read_text("utf-8") for path in (THEME / "static" / "css").rglob("*.css"))

    assert "light-dark(" in sheets  # which CSS lets stand for a color only
    assert [] == re.findall(r"prefers-color-scheme|forced-colors|prefers-contrast", sheets)


def test_axe_is_told_to_use_the_rules_of_level_aaa(visit):
    page = visit(Location(HARBOR, ""))
    page.evaluate(GRAY)

    assert "color-contrast-enhanced" in {one["id"] for one in violations(page).response["violations"]}
