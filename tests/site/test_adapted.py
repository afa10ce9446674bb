"""Pages as visitors change them: with more space in the text, and without any style."""

import pytest

from sites import CATE, ONE_OF_EACH_KIND, Location

pytestmark = pytest.mark.browser

EACH_KIND = pytest.mark.parametrize("location", ONE_OF_EACH_KIND, ids=lambda one: f"{one.site.name}:/{one.url}")

# What WCAG 1.4.12 has visitors set.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }"""
RESTYLE = """style => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [sheet];
}"""
# Lost: something else is painted in the middle of a line, once it is scrolled to.
LOST = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), lost = [];
    while (texts.nextNode()) {
        const text = texts.currentNode, element = text.parentElement, range = document.createRange();
        const region = element.closest("[role=region]") ?? document.body;
        if (!text.data.trim() || !element.checkVisibility() || element.closest(".skip, .unseen, svg, script")) continue;
        range.selectNode(text);
        const middle = number => {
            const {left, width, top, height} = range.getClientRects()[number];
            return {across: left + width / 2, down: top + height / 2};
        };
        for (let number = 0; number < range.getClientRects().length; number++) {
            element.scrollIntoView({block: "center", inline: "center"});
            const {across: x, down: y} = middle(number), {top, height} = region.getBoundingClientRect();
            region.scrollBy(x - 0.6 * innerWidth, y - top - 0.6 * height);
            scrollBy(0, middle(number).down - innerHeight / 2);
            const {across, down} = middle(number), painted = document.elementFromPoint(across, down);
            if (!element.contains(painted)) lost.push(text.data.trim());
        }
    }
    return lost;
}"""
UNSTYLE = "() => document.querySelectorAll('style').forEach(style => style.sheet.disabled = true)"
SHOWN = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption")]
    .filter(element => element.textContent.trim() && !element.matches("[role]"))
    .map(element => [element.getBoundingClientRect().height > 0, element.textContent.trim()])"""
TOPS = """() => ["header", "main", "footer"].map(name => document.querySelector(name).getBoundingClientRect().top)"""


@pytest.mark.parametrize("width", [320, 1280])
@EACH_KIND
def test_no_word_is_lost_when_the_text_gets_more_space(visit, location, width):
    page = visit(location, width)
    page.evaluate(RESTYLE, SPACING)

    assert [] == page.evaluate(LOST)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_word_that_is_cut_off_counts_as_lost(visit):
    page = visit(Location(CATE, "about/"))
    page.evaluate(RESTYLE, ".lead { block-size: 1em; overflow: hidden }")

    assert [CATE.sources.pages[1].front_matter.lead] == page.evaluate(LOST)


@EACH_KIND
def test_without_style_everything_is_there_in_the_order_of_reading(visit, location):
    page = visit(location)
    page.evaluate(UNSTYLE)
    tops = page.evaluate(TOPS)

    assert [] == [words for shown, words in page.evaluate(SHOWN) if not shown]
    assert sorted(tops) == tops


def test_without_style_the_comparison_is_a_table(visit):
    page = visit(Location(CATE, "membership/"))
    page.evaluate(UNSTYLE)
    first, second = (page.locator(f"[role=region] tbody tr >> nth=1 >> td >> nth={place}") for place in (0, 1))

    assert first.bounding_box()["y"] == second.bounding_box()["y"]
    assert first.bounding_box()["x"] < second.bounding_box()["x"]
