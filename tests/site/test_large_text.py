"""Whoever chose larger text for all sites loses nothing: neither the way out, nor help, nor the end of a word.

This is the size of text in the settings of the browser, which moves everything measured in rem; zoom is another thing.
"""

import pytest

from sites import CATE, Location, every_page

from .fonts import COMMON, NARROW, WIDE

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 390, 768, 960, 1280)
ALL_FONTS = pytest.mark.parametrize("fonts", [WIDE, COMMON, NARROW], ids=str)
LARGER = pytest.mark.parametrize("text", [125, 150, 200, 400])
GET_HELP = Location(CATE, "get-help/")
MOST_OF_THE_SCREEN = 0.4  # that may stay covered by what does not scroll away
HEADINGS = "h1, h2, h3, h4, h5, h6, caption, .hero .vision"
TORN = """wanted => [...document.querySelectorAll(wanted)].filter(one => one.checkVisibility()).flatMap(heading => {
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT), torn = [];
    while (texts.nextNode()) {
        for (const word of texts.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
            const range = document.createRange();
            range.setStart(texts.currentNode, word.index);
            range.setEnd(texts.currentNode, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map(line => line.top)).size > 1) torn.push(word[0]);
        }
    }
    return torn;
})"""
# Cut: a part of it is off the screen, behind something else, or larger than its own box.
CUT = """link => {
    const {left, right, top, bottom} = link.getBoundingClientRect(), inset = 2;
    const [across, down] = [(left + right) / 2, (top + bottom) / 2];
    const sides = [[left + inset, down], [right - inset, down], [across, top + inset], [across, bottom - inset]];
    return left < 0 || right > document.documentElement.clientWidth || top < 0 || bottom > innerHeight
        || link.scrollWidth > link.clientWidth || link.scrollHeight > link.clientHeight
        || sides.some(([x, y]) => !link.contains(document.elementFromPoint(x, y)));
}"""


def ways(page) -> list:
    """Return the exit link that is always in view, and the one beside it that leads to help."""
    return page.locator("header .exit:not(.skip), header .exit:not(.skip) + a").all()


def are_side_by_side(left: dict, right: dict) -> bool:
    """Tell whether two boxes stand in one row, the one right after the other."""
    gap, middles = right["x"] - left["x"] - left["width"], [one["y"] + one["height"] / 2 for one in (left, right)]
    return 0 <= gap <= left["width"] / 4 and abs(middles[0] - middles[1]) <= 1


@ALL_FONTS
@LARGER
def test_the_way_out_and_help_are_in_view_and_whole_at_any_size_of_text(visit, fonts, text):
    page = visit(Location(CATE, "about/"), fonts=fonts, text=text)

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for part in (0, 0.5, 1):
            page.evaluate("part => scrollTo(0, part * document.documentElement.scrollHeight)", part)
            found = ways(page)
            assert [False, False] == [link.evaluate(CUT) for link in found], f"at {width} px, scrolled by {part}"
            assert are_side_by_side(*[link.bounding_box() for link in found]), f"at {width} px"
        assert page.locator("header").bounding_box()["height"] <= MOST_OF_THE_SCREEN * 800, f"at {width} px"


def test_the_size_is_what_the_visitor_chose_also_where_the_theme_asks_how_wide_the_screen_is(visit):
    page = visit(Location(CATE, "about/"), 1000, text=200)

    assert "32px" == page.evaluate("getComputedStyle(document.documentElement).fontSize")
    assert [True, False] == page.evaluate("[30, 40].map(em => matchMedia(`(min-width: ${em}em)`).matches)")


def test_a_way_out_that_is_cut_is_seen(visit):
    page = visit(Location(CATE, "about/"), 320, text=200)
    (leave, _) = ways(page)

    leave.evaluate("link => { link.style.translate = '260px' }")

    assert leave.evaluate(CUT)


@pytest.mark.parametrize("location", every_page(CATE))
def test_on_the_first_screen_of_a_phone_the_way_out_and_help_stand_side_by_side_and_the_menu_last(visit, location):
    page = visit(location, 390, 844, script=False)
    leave, get_help = (link.bounding_box() for link in ways(page))
    menu = page.locator("header summary").bounding_box()

    assert are_side_by_side(leave, get_help)
    assert get_help["x"] + get_help["width"] < menu["x"] <= 390 - menu["width"]
    assert all(box["y"] + box["height"] < 100 for box in (leave, get_help, menu))
    assert min(leave["height"], get_help["height"], menu["height"]) >= 44
    assert not page.locator("header nav ul a").last.is_visible()
    page.locator("header summary").click()
    assert "Staying safe" == page.locator("header nav ul a").last.inner_text()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (360, 740)])
@pytest.mark.parametrize("location", every_page(CATE))
def test_one_tap_leads_to_a_number_that_can_be_called_on_the_first_screen(visit, location, width, height):
    page = visit(location, width, height, script=False)
    ways(page)[1].click()

    assert page.url.endswith("/get-help/")
    assert page.locator("a[href^='tel:']").first.evaluate(CUT) is False


def test_on_the_first_screen_of_a_phone_the_help_page_says_how_to_stay_safe_and_how_to_reach_the_hotline(visit):
    page = visit(GET_HELP, 390, 844)

    safe = page.locator("main a[href='/staying-safe/']").bounding_box()
    assert safe["y"] < page.locator(".call a").first.bounding_box()["y"]
    for href in ("tel:911", "tel:+18883737888", "sms:233733", "https://humantraffickinghotline.org/chat"):
        assert not page.locator(f".call [href='{href}']").evaluate(CUT), href
        assert page.locator(f".call [href='{href}']").bounding_box()["height"] >= 44


@LARGER
@pytest.mark.parametrize("width", [320, 390, 768])
def test_the_open_menu_can_be_read_to_its_end(visit, width, text):
    page = visit(Location(CATE, "about/"), width, text=text)
    page.locator("header summary").click()
    for link in page.locator("header nav ul a").all():
        link.evaluate("link => link.scrollIntoView({block: 'nearest'})")
        assert not link.evaluate(CUT)


@pytest.mark.parametrize("fonts", [WIDE, COMMON], ids=str)
@pytest.mark.parametrize("location", every_page(CATE))
def test_no_heading_is_torn_and_no_page_scrolls_sideways_at_any_size_of_text(visit, location, fonts):
    for text in (150, 200, 400):
        page = visit(location, fonts=fonts, text=text)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert [] == page.evaluate(TORN, HEADINGS), f"text of {text} % at {width} px"
            page.evaluate("scrollTo(9999, 0)")
            assert 0 == page.evaluate("scrollX"), f"text of {text} % at {width} px"
