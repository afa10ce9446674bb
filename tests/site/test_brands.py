"""Sites in the colors and with the logos of others: no fault that axe finds, nothing cut off, a logo in every look."""

import re
import shutil
from itertools import pairwise

import pytest

from sites import HARBOR_CONTENT, Location, Site, alone

from .axe import violations

pytestmark = pytest.mark.browser

WIDE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 90"><path fill="{}" d="M0 0h480v90H0z"/></svg>'
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><path fill="{}" d="M0 0h90L45 90z"/></svg>'
ALONE = ", shows_name: yes, words: Harbor Food Alliance"
BRANDS = {
    "red": ("accent: darkred", WIDE.format("darkred"), ALONE),
    "yellow": ('accent: "#7a6500", highlight: "#ffd400"', SQUARE.format("#ffd400"), ""),
    "green": ('accent: "#1d7a43"', SQUARE.format("#1d7a43"), ""),
}
EACH = pytest.mark.parametrize("branded", BRANDS, indirect=True)
WIDTHS = (320, 390, 768, 1280)
BOXES = """() => [...document.querySelectorAll(".brand > *, .header > div > :not(.brand)")]
    .map(one => one.getBoundingClientRect()).filter(box => box.width).map(box => [box.left, box.right])"""
GROUND = "() => getComputedStyle(document.querySelector('.logo')).backgroundColor"
REFRESH = re.compile(r'<meta http-equiv="refresh"[^>]*>')


@pytest.fixture
def branded(request, shared) -> Site:
    """Return the site of an organisation with a brand."""
    colors, logo, more = BRANDS[request.param]
    content = shared / f"in-{request.param}"
    with alone(shared / "brands.lock"):
        if not content.exists():
            shutil.copytree(HARBOR_CONTENT, content)
            (content / "images").mkdir()
            (content / "images" / "logo.svg").write_text(logo)
            with (content / "data" / "site.yaml").open("a", encoding="utf-8") as site:
                site.write(f"\ncolors: {{{colors}}}\nlogo: {{file: logo.svg{more}}}\n")
            about = content / "pages" / "about.md"
            about.write_text(about.read_text("utf-8").replace("title:", "formerly: /old/\ntitle:", 1), "utf-8")
    return Site(f"harbor-{content.name}", content)


@EACH
@pytest.mark.parametrize("url", ["", "membership/", "membership/boats-and-farms/", "story/"])
def test_axe_finds_no_violation(visit, branded, url):
    page = visit(Location(branded, url))

    for width, scheme in ((320, "light"), (1280, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found = violations(page, only_colors=scheme == "dark")
        # A color that was given is held to AA; what the theme chooses by itself, to AAA.
        told = [one for one in found.response["violations"] if one["id"] != "color-contrast-enhanced"]
        assert [] == told, f"{width} px, {scheme}: {found.generate_report()}"


@EACH
def test_axe_finds_no_violation_on_the_page_that_leads_on_from_an_old_address(visit, branded):
    page = visit(Location(branded, "story/"))
    page.route(
        "**/old/", lambda route: route.fulfill(body=REFRESH.sub("", route.fetch().text()), content_type="text/html")
    )
    page.goto(page.url.replace("/story/", "/old/"))
    found = violations(page).response["violations"]
    page.unroute_all()

    assert [] == [one for one in found if one["id"] != "color-contrast-enhanced"]


@EACH
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_in_the_header_lies_over_anything_else(visit, branded, width):
    page = visit(Location(branded, ""), width)
    boxes = sorted(page.evaluate(BOXES))

    assert width == page.evaluate("document.documentElement.scrollWidth")
    assert all(left[1] <= right[0] for left, right in pairwise(boxes)), boxes


@pytest.mark.parametrize("branded", ["red"], indirect=True)
@pytest.mark.parametrize(
    ("scheme", "forced", "ground"),
    [
        ("light", "none", "rgba(0, 0, 0, 0)"),
        ("dark", "none", "rgb(255, 255, 255)"),
        ("light", "active", "rgba(0, 0, 0, 0)"),
        ("dark", "active", "rgb(255, 255, 255)"),
    ],
)
def test_a_logo_for_paper_stands_on_white_wherever_the_page_is_dark(visit, branded, scheme, forced, ground):
    page = visit(Location(branded, ""))
    page.emulate_media(color_scheme=scheme, forced_colors=forced)

    assert ground == page.evaluate(GROUND)


@pytest.mark.parametrize("branded", ["red"], indirect=True)
def test_a_logo_is_printed_without_a_ground(visit, branded):
    page = visit(Location(branded, ""))
    page.emulate_media(media="print", color_scheme="dark")

    assert page.locator(".logo").is_visible()
    assert "rgba(0, 0, 0, 0)" == page.evaluate(GROUND)
