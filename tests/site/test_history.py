"""The drawing of the history names everybody at every width, in every font and on paper, and draws open ends open."""

import pytest

from sites import CATE, HARBOR, Location

from .fonts import COMMON, NARROW, WIDE

pytestmark = pytest.mark.browser
HISTORIES = [Location(CATE, "history/"), Location(HARBOR, "story/")]
SITES = pytest.mark.parametrize("location", HISTORIES, ids=lambda location: location.site.name)
CUT = """rows => rows.flatMap(row => [...row.querySelectorAll("p")].filter(part => {
    const box = part.getBoundingClientRect();
    return box.width === 0 || box.left < 0 || box.right > innerWidth || part.scrollWidth > part.clientWidth + 1;
}).map(part => part.innerText))"""


def periods(location: Location):
    (page,) = [one for one in location.site.sources.pages if one.url == location.url]
    return page.front_matter.timeline


@SITES
@pytest.mark.parametrize("fonts", [WIDE, COMMON, NARROW], ids=str)
def test_every_period_is_told_once_with_its_name_at_every_width_and_on_paper(visit, location, fonts):
    page = visit(location, fonts=fonts, script=False)
    rows = page.locator(".timeline li")
    for width, media in ((320, "screen"), (390, "screen"), (768, "screen"), (1280, "screen"), (720, "print")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media=media)

        for period, said in zip(periods(location), rows.all_inner_texts(), strict=True):
            assert period.shown in said
            assert (period.led_by or period.who) in said
        assert [] == rows.evaluate_all(CUT), f"{width} px, {media}"


def test_whoever_did_not_lead_is_not_said_to_have_led(visit):
    page = visit(Location(CATE, "history/"))

    assert "Led by The Covering House" not in page.locator("main").inner_text()
    assert (
        "The Covering House joined Healing Action as a Collaborative Partner" in page.locator(".timeline").inner_text()
    )


def bars(page, name: str) -> list[tuple[str, float, float]]:
    """Return the parts of the bar of somebody: what each is, where it begins, and where it ends."""
    return (
        page.locator(".timeline li")
        .filter(has_text=name)
        .last.locator("svg > *")
        .evaluate_all(
            "all => all.map(one => [one.tagName, ...(({left, right}) => [left, right])(one.getBoundingClientRect())])"
        )
    )


def test_a_bar_is_open_where_the_text_gives_no_year_and_none_runs_on_that_need_not(visit):
    page = visit(Location(CATE, "history/"))
    edge = page.locator(".timeline").bounding_box()
    right = edge["x"] + edge["width"]

    assert ["line", "rect", "line"] == [one[0] for one in bars(page, "CVAC")]
    assert ["rect", "line"] == [one[0] for one in bars(page, "IISTL")]
    assert bars(page, "IISTL")[-1][2] < bars(page, "CVAC")[-1][2]
    assert ["rect", "line"] == [one[0] for one in bars(page, "The Covering House")]
    assert right == pytest.approx(bars(page, "The Covering House")[-1][2], abs=2)
