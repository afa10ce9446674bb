"""What a visitor without a mouse meets: two ways out first, then every link, each in sight when it has the focus."""

import shutil

import pytest

from sites import CATE, HARBOR, ONE_OF_EACH_KIND, PAGES_WITH_TABLES, Location, Site, alone, every_page

pytestmark = pytest.mark.browser

# Seen: not entirely hidden (WCAG 2.4.11). Covered: partly behind a part that stays in view, which 2.4.12 minds.
# Both are tried at 25 points of what the window holds of each line.
FOCUSED = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const style = getComputedStyle(element), exit = [...document.querySelectorAll(".exit")].pop();
    const steps = [0.1, 0.3, 0.5, 0.7, 0.9];
    const within = (from, to, end) => steps.map(step => {
        const [first, last] = [Math.max(from, 0), Math.min(to, end)];
        return first + step * (last - first);
    });
    const painted = box => within(box.left, box.right, innerWidth).flatMap(across =>
        within(box.top, box.bottom, innerHeight).map(down => document.elementFromPoint(across, down)));
    const parts = [...element.getClientRects()].flatMap(painted);
    const above = parts.map(part => part?.closest(".header, .tiers th, .each .title"));
    return {name: element.innerText.trim().slice(0, 60) || element.tagName, href: element.getAttribute("href"),
            place: [...document.querySelectorAll("*")].indexOf(element),
            outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
            seen: parts.some(part => element.contains(part)),
            covered: !element.matches("[role=region]") && above.some(part => part && !part.contains(element)),
            exit: painted(exit.getBoundingClientRect()).every(part => exit.contains(part)), sideways: scrollX};
}"""
REACHABLE = """() => {
    const all = [...document.querySelectorAll("*")];
    const stops = all.filter(element => element.matches("a[href], summary, input, [tabindex='0']"));
    return stops.filter(element => element.checkVisibility()).map(element => all.indexOf(element));
}"""
MOST_STOPS = 200
PAIRS = ("collaborative-partner-and-coalition-member", "community-network-and-ally-network")
SCROLLED = 200  # milliseconds
ZOOMED = (320, 256)  # a window of 1280 x 1024 at 400 %, as WCAG 1.4.10 measures


def stops(page, key: str) -> list[dict]:
    """Return what has the focus after each press of the key, until it leaves the page or comes round again."""
    found = []
    while len(found) < MOST_STOPS:
        page.keyboard.press(key)
        focused = page.evaluate(FOCUSED)
        if focused and (focused["covered"] or not focused["seen"]):  # a busy machine scrolls a moment later
            page.wait_for_timeout(SCROLLED)
            focused = page.evaluate(FOCUSED)
        if focused is None or (found and focused["place"] == found[0]["place"]):
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


@pytest.mark.parametrize(("location", "screen"), [
    pytest.param(location, screen, id=f"{location.site.name}:/{location.url}-{screen[0]}x{screen[1]}")
    for location in ONE_OF_EACH_KIND
    for screen in (ZOOMED, (1280, 800), *([(320, 600), (768, 600)] if location in PAGES_WITH_TABLES else []))
])  # fmt: skip
def test_the_keyboard_reaches_everything_in_order_there_and_back_in_sight(visit, location, screen):
    page = visit(location, *screen)
    there, back = stops(page, "Tab"), stops(page, "Shift+Tab")

    assert page.evaluate(REACHABLE) == [one["place"] for one in there]
    assert sorted(one["place"] for one in there) == sorted(one["place"] for one in back)
    for wrong in ({"outline": False}, {"seen": False}, {"covered": True}, {"exit": False}):
        assert [] == [one["name"] for one in there + back if wrong.items() <= one.items()], wrong
    assert {0} == {one["sideways"] for one in there + back}


@pytest.fixture(scope="session")
def one_table(shared) -> Location:
    """Return the page of all tiers as a coalition writes it that says nothing twice."""
    content = shared / "one-table-content"
    with alone(shared / "one-table.lock"):
        if not content.exists():
            shutil.copytree(CATE.content, content)
            page = content / "pages" / "membership" / "index.md"
            kept = page.read_text("utf-8").partition("Compare [all four")[0]
            headings = (
                "## Compare all four tiers\n\n::: tiers\n\n## Provider Membership\n\n## Community Network category\n"
            )
            pairs = "".join(f"\n[{pair}](compare/{pair}.md)\n" for pair in PAIRS)
            page.write_text(f"{kept}{headings}{pairs}", "utf-8")
    return Location(Site("one-table", content), "membership/")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_page_of_all_tiers_has_at_most_forty_stops(visit, one_table, width):
    assert len(visit(one_table, width).evaluate(REACHABLE)) <= 40
