"""Every page fits its screen, and a comparison is read row by row on a narrow one and as a table on a wide one."""

import pytest

from sites import CATE, COMPARISON, HARBOR, OF_EXAMPLES, Location, every_page, named

from .fonts import COMMON, NARROW, WIDE

pytestmark = pytest.mark.browser

ALL_FONTS = pytest.mark.parametrize("fonts", [WIDE, COMMON, NARROW], ids=str)

MEMBERSHIP = pytest.mark.parametrize("site", [CATE, HARBOR], ids=["cate", "harbor"])
REGION = "[role=region]:has(> table)"
TABLE_PARTS = {"TABLE": "table", "CAPTION": "table-caption", "THEAD": "table-header-group", "TBODY": "table-row-group",
               "TR": "table-row", "TH": "table-cell", "TD": "table-cell"}  # fmt: skip

DISPLAYS = """() => [...document.querySelectorAll("table, caption, thead, tbody, tr, th, td")]
    .map(part => `${part.tagName} ${getComputedStyle(part).display}`)"""
TORN_WORDS = """() => [...document.querySelectorAll(
    "main :is(h1, h2, h3, h4, dt, th, caption, .values li)"
)].flatMap(part =>
    [...part.childNodes].filter(one => one.nodeType === Node.TEXT_NODE).flatMap(text =>
        [...text.data.matchAll(/[\\p{L}\\p{N}]+/gu)].filter(word => {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            return new Set([...range.getClientRects()].map(line => line.top)).size > 1;
        }).map(word => word[0])))"""
POSITIONS = "region => [...region.querySelectorAll('th')].map(header => getComputedStyle(header).position)"


@ALL_FONTS
@pytest.mark.parametrize("location", [*every_page(CATE, HARBOR), *named(*OF_EXAMPLES)])
def test_no_page_scrolls_sideways(visit, location, fonts):
    page = visit(location, fonts=fonts)

    for width in (320, 360, 390, 768, 960, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("scrollTo(9999, 0)")
        assert 0 == page.evaluate("scrollX"), f"at {width} px"


@ALL_FONTS
@pytest.mark.parametrize("location", every_page(CATE))
def test_no_word_of_a_heading_is_torn_in_two(visit, location, fonts):
    page = visit(location, fonts=fonts)

    for width in (320, 360, 390, 768, 960, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert [] == page.evaluate(TORN_WORDS), f"at {width} px"


@MEMBERSHIP
@pytest.mark.parametrize("width", [320, 390, 768])
def test_on_a_narrow_screen_each_requirement_is_read_by_itself_and_there_is_no_table(visit, site, width):
    page = visit(Location(site, "membership/"), width)

    assert page.locator(REGION).count()
    for region in page.locator(REGION).all():
        assert region.locator("xpath=preceding-sibling::*[1]").is_visible()
        assert not region.is_visible()


def test_two_tiers_are_chosen_on_a_phone_and_all_come_back(visit):
    page = visit(Location(CATE, "membership/"), 390, script=False)
    rows = page.locator(".rows").first
    number = rows.locator(".row").first

    def shown() -> list[str]:
        return [term.inner_text() for term in number.locator("dt").all() if term.is_visible()]

    everyone = shown()
    for tier in ("Coalition Member", "Ally Network"):
        rows.get_by_role("checkbox", name=f"Compare {tier}").check()
    chosen = shown()
    for tier in ("Coalition Member", "Ally Network"):
        rows.get_by_role("checkbox", name=f"Compare {tier}").uncheck()

    assert ["Collaborative Partner", "Coalition Member", "Community Network", "Ally Network"] == everyone
    assert ["Coalition Member", "Ally Network"] == chosen
    assert everyone == shown()


def test_two_tiers_stand_side_by_side_on_the_narrowest_screen(visit):
    page = visit(Location(CATE, COMPARISON), 320)
    one, other = (part.bounding_box() for part in page.locator(".row dl").first.locator("> div").all())

    assert one["y"] == other["y"]
    assert one["x"] + one["width"] <= other["x"]


@MEMBERSHIP
def test_on_a_wide_screen_there_is_only_the_table(visit, site):
    page = visit(Location(site, "membership/"), 1280)

    for region in page.locator(REGION).all():
        assert region.is_visible()
        assert not region.locator("xpath=preceding-sibling::*[1]").is_visible()


@MEMBERSHIP
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_table_and_all_its_parts_are_laid_out_as_a_table(visit, site, width):
    page = visit(Location(site, "membership/"), width)

    assert {f"{tag} {display}" for tag, display in TABLE_PARTS.items()} == set(page.evaluate(DISPLAYS))


@MEMBERSHIP
def test_on_paper_nothing_is_cut_off_and_no_header_floats(visit, site):
    page = visit(Location(site, "membership/"), 720)
    page.emulate_media(media="print")

    for region in page.locator(REGION).all():
        assert region.evaluate("region => region.scrollHeight <= region.clientHeight + 1")
        assert region.evaluate("region => region.scrollWidth <= region.clientWidth + 1")
        assert {"static"} == set(region.evaluate(POSITIONS))


def test_the_states_of_applications_look_different_without_color(visit):
    page = visit(Location(HARBOR, "membership/"))
    looks = dict(page.locator(".scroll .apply > span").evaluate_all(
        "all => all.map(one => [one.className, getComputedStyle(one).borderInlineStartStyle])"
    ))  # fmt: skip

    assert {
        "open": "solid", "rolling": "solid", "upcoming": "dashed", "closed": "double", "paused": "dotted",
    } == looks  # fmt: skip
