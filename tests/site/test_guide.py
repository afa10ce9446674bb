"""The guide to the right tier in a browser without script: by taps, by keyboard, back again, and on paper."""

from itertools import product

import pytest

from sites import CATE, HARBOR, Location
from subjects.membership.records import MEMBERSHIP

from .applicants import EVERYONE, EVERYONE_WITH_A_TIER
from .axe import violations

pytestmark = pytest.mark.browser

GUIDE = Location(CATE, "membership/which-tier/")
HARBOR_GUIDE = Location(HARBOR, "membership/your-place/")
STEPS = ".guide > section"


def in_sight(page):
    """Return the one step that is shown."""
    shown = page.locator(f"{STEPS}:visible")
    assert 1 == shown.count()
    return shown


def question(number: int):
    return CATE.sources.of(MEMBERSHIP).guide.questions[number]


def title(number: int, answer: str) -> str:
    return next(one.title for one in question(number).answers if one.id == answer)


def tap(page, number: int, answer: str) -> None:
    in_sight(page).get_by_role("link", name=title(number, answer), exact=True).click()


def fitting(step) -> list[str]:
    """Return the titles of the tiers that the step says may fit."""
    return step.locator("section:not(.others) h3").all_inner_texts()


def titles(tier_ids) -> list[str]:
    return [CATE.sources.of(MEMBERSHIP).tier(tier).title for tier in tier_ids]


@EVERYONE
def test_an_applicant_comes_by_taps_to_the_tiers_that_may_fit(visit, applicant):
    page = visit(GUIDE, 390, script=False)

    for number, answer in enumerate(applicant.answers):
        assert question(number).title == in_sight(page).locator("h2").inner_text()
        tap(page, number, answer)

    assert titles(applicant.may_fit) == fitting(in_sight(page))
    assert [title(number, answer) for number, answer in enumerate(applicant.answers)] == (
        in_sight(page).locator(".said dd").all_inner_texts()
    )


@EVERYONE_WITH_A_TIER
def test_the_end_of_the_guide_leads_to_the_page_of_the_tier_and_to_its_form(visit, applicant):
    page = visit(GUIDE, 390, script=False)
    for number, answer in enumerate(applicant.answers):
        tap(page, number, answer)
    tier = CATE.sources.of(MEMBERSHIP).tier(applicant.tier)

    assert in_sight(page).locator(f".apply a[href='{CATE.application(tier.id).href}']").is_visible()
    in_sight(page).get_by_role("link", name=tier.title, exact=True).click()
    assert page.url.endswith(f"/membership/{tier.id}/")


@EVERYONE
def test_from_home_the_guide_is_one_tap_away(visit, applicant):
    page = visit(Location(CATE, ""), 390, script=False)

    page.get_by_role("link", name="Which tier fits us?").first.click()
    tap(page, 0, applicant.answers[0])

    assert page.url.endswith(f"#g0.{applicant.answers[0]}")


def test_back_returns_step_by_step_and_so_does_the_link_to_change_an_answer(visit):
    page = visit(GUIDE, script=False)
    for number, answer in enumerate(("nonprofit", "most", "lead")):
        tap(page, number, answer)

    page.go_back()
    assert question(2).title == in_sight(page).locator("h2").inner_text()
    page.go_back()
    page.go_back()
    assert question(0).title == in_sight(page).locator("h2").inner_text()
    page.go_forward()
    tap(page, 1, "none")
    in_sight(page).get_by_role("link", name="Change the last answer").click()
    assert question(1).title == in_sight(page).locator("h2").inner_text()
    tap(page, 1, "some")
    in_sight(page).get_by_role("link", name="Start again").click()
    assert question(0).title == in_sight(page).locator("h2").inner_text()


def test_by_keyboard_alone_each_answer_moves_the_focus_to_the_step_that_follows(visit):
    page = visit(GUIDE)
    focused = "document.activeElement.id"
    first = page.locator(".options a:visible").first
    while not first.evaluate("link => link === document.activeElement"):
        page.keyboard.press("Tab")

    page.keyboard.press("Enter")
    assert "g0.nonprofit" == page.evaluate(focused)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "g0.nonprofit.some" == page.evaluate(focused)
    page.keyboard.press("Tab")
    assert "Coalition Member" == page.evaluate("document.activeElement.innerText")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_heading_of_a_step_is_in_view_when_it_opens(visit, width):
    page = visit(GUIDE, width, height=600, script=False)
    for number, answer in enumerate(("nonprofit", "unsure", "unsure")):
        tap(page, number, answer)
        heading = in_sight(page).locator("h2").bounding_box()
        bar = page.locator("body > header").bounding_box()

        assert bar["y"] + bar["height"] <= heading["y"] <= 200


FRAGMENTS = [
    (GUIDE, fragment)
    for fragment in ("nonprofit", "nonprofit.unsure.unsure", "institution", "group.unsure", "other.most")
] + [(HARBOR_GUIDE, "cooked.yes.once-a-week"), (HARBOR_GUIDE, "no")]


@pytest.mark.parametrize(("location", "fragment"), FRAGMENTS, ids=lambda one: one if isinstance(one, str) else "")
def test_axe_finds_no_violation_in_any_step_and_none_scrolls_sideways(visit, location, fragment):
    page = visit(Location(location.site, f"{location.url}#g0.{fragment}"))

    for width, scheme in product((320, 1280), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert in_sight(page).locator(f"[id='g0.{fragment}']").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = violations(page, only_colors=scheme == "dark")
        assert 0 == found.violations_count, f"{width} px, {scheme}: {found.generate_report()}"


def test_on_paper_stands_the_outcome_with_the_answers_and_no_link_to_change_them(visit):
    page = visit(Location(CATE, f"{GUIDE.url}#g0.group.unsure"), script=False)
    page.emulate_media(media="print")

    assert titles(["community-network", "ally-network"]) == fitting(in_sight(page))
    assert [title(0, "group"), title(1, "unsure")] == in_sight(page).locator(".said dd").all_inner_texts()
    assert 0 == in_sight(page).locator(".said a:visible").count()


def test_a_browser_that_cannot_show_one_step_at_a_time_shows_all_in_the_order_of_reading(visit, output, chromium):
    html = (output(CATE) / GUIDE.url / "index.html").read_text("utf-8")
    assert 2 == html.count("selector(:has(*))")
    page = chromium.new_page()
    try:
        page.set_content(html.replace("selector(:has(*))", "selector(:has-not(*))"))
        shown = page.locator(f"{STEPS}:visible").count()
    finally:
        page.close()

    assert html.count('tabindex="-1"') == shown > 30
