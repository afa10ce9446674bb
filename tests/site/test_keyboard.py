"""What a visitor without a mouse meets: two ways out first, then every link, each in sight when it has the focus."""

import pytest

from sites import CATE, HARBOR, Location, every_page

pytestmark = pytest.mark.browser

# Seen: not entirely hidden, as WCAG 2.4.11 puts it; tried at 25 points of each line.
FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const style = getComputedStyle(element);
    const steps = [0.02, 0.25, 0.5, 0.75, 0.98];
    const seen = [...element.getClientRects()].some(box => steps.some(across => steps.some(down =>
        element.contains(document.elementFromPoint(box.left + across * box.width, box.top + down * box.height)))));
    return {name: element.innerText.trim().slice(0, 60) || element.tagName, href: element.getAttribute("href"),
            outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, seen};
}"""
MOST_STOPS = 200


def stops(page, key: str) -> list[dict]:
    """Return what has the focus after each press of the key, until it leaves the page."""
    found = []
    while len(found) < MOST_STOPS:
        page.keyboard.press(key)
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break
        found.append(focused)
    return found


@pytest.mark.parametrize("location", every_page(CATE, HARBOR))
def test_the_first_stop_is_the_skip_link_and_the_second_the_exit_link(visit, location):
    page = visit(location)
    stop = []
    for _ in range(2):
        page.keyboard.press("Tab")
        stop.append(page.evaluate(FOCUSED))

    words, site = location.site.sources.words, location.site.sources.site
    assert [words["skip_link"], words["exit_link"]] == [one["name"] for one in stop]
    assert 1 == page.locator(stop[0]["href"]).count()
    assert site.exit_link.url == stop[1]["href"]
    assert all(one["seen"] for one in stop)


def test_the_skip_link_moves_the_focus_past_the_menu(visit):
    page = visit(Location(CATE, "membership/"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize(("site", "url", "width"), [
    pytest.param(site, url, width, id=f"{site.name}:/{url}-{width}")
    for site, url, width in [(CATE, "", 320), (CATE, "membership/", 320), (CATE, "membership/", 1280),
                             (HARBOR, "membership/", 320), (HARBOR, "membership/", 768), (HARBOR, "membership/", 1280)]
])  # fmt: skip
def test_whatever_has_the_focus_shows_it_and_is_not_hidden(visit, site, url, width, key):
    found = stops(visit(Location(site, url), width, height=600), key)

    assert 10 < len(found) < MOST_STOPS
    assert [] == [one["name"] for one in found if not one["outline"]]
    assert [] == [one["name"] for one in found if not one["seen"]]
