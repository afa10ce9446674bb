"""Leaving the site at once: by the link, by three presses of Shift, and without a way back."""

import pytest

from conftest import THEME
from sites import CATE, Location, every_page

pytestmark = pytest.mark.browser
ABOUT = Location(CATE, "about/")
AWAY = "https://www.weather.gov/"
BLANK_WITHIN = 100  # milliseconds
# From the tap, or from the key let go, until the frame that no longer shows the page.
WATCH = """event => {
    let began;
    addEventListener(event, () => { began = performance.now() }, true);
    window.blankAfter = new Promise(done => {
        const look = () => getComputedStyle(document.querySelector("main")).display === "none"
            ? requestAnimationFrame(() => done(performance.now() - began))
            : requestAnimationFrame(look);
        look();
    });
}"""
BY_TAP = ("click", lambda page: page.locator(".exit").last.click())
BY_KEYS = ("keyup", lambda page: [page.keyboard.press("Shift") for _ in range(3)])
EACH_WAY = pytest.mark.parametrize(("event", "leave"), [BY_TAP, BY_KEYS], ids=["tap", "keys"])
REACHED = """link => {
    const box = link.getBoundingClientRect();
    return link.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
}"""


@pytest.fixture
def leaving(visit):
    """Return what opens a page from which the exit leads to a place of ours."""

    def opened(location: Location = ABOUT):
        page = visit(location)
        page.route(AWAY, lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
        return page

    return opened


def blank_after(page, event: str, leave) -> float:
    """Return the milliseconds that leaving takes; the best of some tries counts, since other programs run too."""
    page.reload()
    page.evaluate(WATCH, event)
    with page.expect_response(AWAY):  # else the next reload would meet this way out
        leave(page)
    return page.evaluate("window.blankAfter")


def says(page) -> str:
    return page.locator(".exit-says").inner_text().strip()


@pytest.mark.parametrize("location", every_page(CATE))
def test_one_action_leaves_from_any_place_on_any_page(leaving, location):
    page = leaving(location)
    link = page.locator(".exit").last
    for part in (0, 0.5, 1):
        page.evaluate("part => scrollTo(0, part * document.documentElement.scrollHeight)", part)
        assert link.evaluate(REACHED), f"scrolled by {part}"
    link.click()
    page.wait_for_url(AWAY)

    assert AWAY == page.url


@EACH_WAY
def test_back_does_not_return(leaving, event, leave):
    page = leaving(Location(CATE, ""))
    before = page.url
    page.goto(f"{before}about/")
    leave(page)
    page.wait_for_url(AWAY)
    page.go_back()

    assert before == page.url


def test_three_presses_of_shift_leave_and_each_is_announced(leaving):
    page = leaving()

    page.keyboard.press("Shift")
    assert "Press Shift 2 more times to exit this page." == says(page)
    page.keyboard.press("Shift")
    assert "Press Shift 1 more time to exit this page." == says(page)
    page.keyboard.press("Shift")
    page.wait_for_url(AWAY)


@pytest.mark.parametrize("between", ["a", "Tab", "Escape", "Shift+Tab", "Shift+A"])
def test_any_other_key_begins_anew(leaving, between):
    page = leaving()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press(between)

    assert "" == says(page)
    page.keyboard.press("Shift")
    assert "Press Shift 2 more times to exit this page." == says(page)


def test_five_seconds_without_a_press_begin_anew(leaving):
    page = leaving()
    page.clock.install()
    page.reload()
    page.keyboard.press("Shift")
    page.clock.run_for(4000)
    assert "Press Shift 2 more times to exit this page." == says(page)
    page.clock.run_for(1500)
    assert "You are still on this page." == says(page)
    page.keyboard.press("Shift")
    assert "Press Shift 2 more times to exit this page." == says(page)


@EACH_WAY
def test_the_screen_is_blank_at_once_and_a_page_that_is_restored_is_whole(leaving, event, leave):
    page = leaving()
    page.route(AWAY, lambda route: route.fulfill(status=204))

    assert min(blank_after(page, event, leave) for _ in range(3)) < BLANK_WITHIN
    assert not page.locator("main").is_visible()
    assert "Leaving this page." == page.locator("[role=alert]").text_content()
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert page.locator("main").is_visible()


def test_the_script_is_small():
    assert (THEME / "static" / "js" / "exit.js").stat().st_size <= 1000
