"""The guide to the right tier in a browser without script: by taps, by keyboard, back again, and on paper."""

from itertools import product

import pytest

from sites import CATE, HARBOR, Location
from subjects.membership.records import MEMBERSHIP

from .applicants import EVERYONE, EVERYONE_WITH_A_TIER
from .axe import violations

pytestmark = pytest.mark.browser

GUIDE = Location(CATE, "membership/which-tier/")
OPEN = ".guide details[open]:visible"


def in_sight(page):
    """Return the step that the answers so far have led to: all of the guide before the first."""
    chosen = page.locator(OPEN)
    return chosen.last if chosen.count() else page.locator(".guide")


def said(page) -> list[str]:
    """Return the answers that are chosen, in order."""
    texts = page.locator(f"{OPEN} > summary").all_inner_texts()
    return [text.replace("Change", "").strip() for text in texts]


def heading(page):
    return in_sight(page).locator("> h2")


def question(number: int):
    return CATE.sources.of(MEMBERSHIP).guide.questions[number]


def title(number: int, answer: str) -> str:
    return next(one.title for one in question(number).answers if one.id == answer)


def tap(page, number: int, answer: str) -> None:
    in_sight(page).locator("> .options > li > details > summary").filter(has_text=title(number, answer)).click()


def fitting(page) -> list[str]:
    """Return the titles of the tiers that the step says may fit."""
    return in_sight(page).locator("> section:not(.others) h3").all_inner_texts()


def titles(tier_ids) -> list[str]:
    return [CATE.sources.of(MEMBERSHIP).tier(tier).title for tier in tier_ids]


@EVERYONE
def test_an_applicant_comes_by_taps_to_the_tiers_that_may_fit(visit, applicant):
    page = visit(GUIDE, 390, script=False)

    for number, answer in enumerate(applicant.answers):
        assert question(number).title == heading(page).inner_text()
        tap(page, number, answer)

    assert titles(applicant.may_fit) == fitting(page)
    assert [title(number, answer) for number, answer in enumerate(applicant.answers)] == said(page)


@EVERYONE_WITH_A_TIER
def test_the_end_of_the_guide_leads_to_the_page_of_the_tier_and_to_its_form(visit, applicant):
    page = visit(GUIDE, 390, script=False)
    for number, answer in enumerate(applicant.answers):
        tap(page, number, answer)
    tier = CATE.sources.of(MEMBERSHIP).tier(applicant.tier)

    assert in_sight(page).locator(f".apply a[href='{CATE.application(tier.id).href}']").is_visible()
    in_sight(page).get_by_role("link", name=tier.title, exact=True).click()
    assert page.url.endswith(f"/membership/{tier.id}/")


def test_from_home_the_guide_is_one_tap_away(visit):
    page = visit(Location(CATE, ""), 390, script=False)

    page.get_by_role("link", name="Which tier fits us?").first.click()

    assert question(0).title == heading(page).inner_text()


SAID = "Your answers are not stored, not sent, and not in the history of your browser."


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_answers_are_not_sent_and_leave_nothing_in_the_history(visit, script):
    page = visit(GUIDE, 390, script=script)
    assert SAID in page.locator("main").inner_text()
    history = page.context.new_cdp_session(page)
    before, requests = history.send("Page.getNavigationHistory"), []
    page.on("request", lambda request: requests.append(request.url))

    for number, answer in enumerate(("nonprofit", "most", "lead")):
        tap(page, number, answer)
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")

    assert titles(["collaborative-partner"]) == fitting(page)
    assert before == history.send("Page.getNavigationHistory")
    assert [] == requests
    assert [0, 0, ""] == kept


def test_an_answer_is_changed_by_choosing_it_again(visit):
    page = visit(GUIDE, script=False)
    for number, answer in enumerate(("nonprofit", "most", "lead")):
        tap(page, number, answer)

    page.locator(f"{OPEN} > summary").last.click()
    assert question(2).title == heading(page).inner_text()
    page.locator(f"{OPEN} > summary").first.click()
    assert question(0).title == heading(page).inner_text()
    assert [one.title for one in question(0).answers] == page.locator(".guide summary:visible").all_inner_texts()
    tap(page, 0, "person")
    assert titles(["community-network"]) == fitting(page)


def test_of_the_answers_to_a_question_only_the_chosen_one_stays(visit):
    page = visit(GUIDE, script=False)
    tap(page, 0, "practitioner")

    shown = page.locator(".guide summary:visible").all_inner_texts()
    assert [title(0, "practitioner"), *(one.title for one in question(1).answers)] == [
        text.replace("Change", "").strip() for text in shown
    ]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_by_keyboard_alone_each_answer_leads_to_the_next_question_and_then_to_a_tier(visit, key):
    page = visit(GUIDE)
    focused = "document.activeElement.innerText.replace('Change', '').trim()"
    while page.evaluate(focused) != title(0, "nonprofit"):
        page.keyboard.press("Tab")

    page.keyboard.press(key)
    assert "true" == page.evaluate("String(document.activeElement.parentElement.open)")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert title(1, "some") == page.evaluate(focused)
    page.keyboard.press(key)
    page.keyboard.press("Tab")
    assert "Coalition Member" == page.evaluate(focused)


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("answers", [("nonprofit", "unsure", "unsure"), ("other", "unsure")], ids="-".join)
def test_the_chosen_answer_stays_in_view_and_the_next_step_begins_right_below_it(visit, width, answers):
    page = visit(GUIDE, width, height=600, script=False)
    for number, answer in enumerate(answers):
        tap(page, number, answer)
        chosen, bar = (page.locator(one).last.bounding_box() for one in (f"{OPEN} > summary", "body > header"))
        ends = chosen["y"] + chosen["height"]

        assert bar["y"] + bar["height"] <= chosen["y"]
        assert ends <= 600
        assert heading(page).bounding_box()["y"] - ends <= 32


WAYS = [
    (GUIDE, answers)
    for answers in (
        ["nonprofit"], ["nonprofit", "unsure", "unsure"], ["institution", "most"], ["group", "unsure"],
        ["other", "most"],
    )
]  # fmt: skip


@pytest.mark.parametrize(("location", "answers"), WAYS, ids=lambda one: "-".join(one) if isinstance(one, list) else "")
def test_axe_finds_no_violation_in_any_step_and_none_scrolls_sideways(visit, location, answers):
    page = visit(location)
    for number, answer in enumerate(answers):
        tap(page, number, answer)

    for width, scheme in product((320, 1280), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = violations(page, only_colors=scheme == "dark")
        assert 0 == found.violations_count, f"{width} px, {scheme}: {found.generate_report()}"


def test_axe_finds_no_violation_in_the_guide_of_another_coalition(visit):
    page = visit(Location(HARBOR, "membership/your-place/"), 320)
    for _ in range(2):
        in_sight(page).locator("> .options > li > details > summary").first.click()

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert 0 == violations(page).violations_count


def test_on_paper_stands_the_outcome_with_the_answers_and_nothing_to_press(visit):
    page = visit(GUIDE, script=False)
    tap(page, 0, "group")
    tap(page, 1, "unsure")
    page.emulate_media(media="print")

    assert titles(["community-network", "ally-network"]) == fitting(page)
    assert [title(0, "group"), title(1, "unsure")] == page.locator(".guide summary:visible").all_inner_texts()


def test_a_browser_that_cannot_show_the_chosen_answer_alone_shows_all_of_them(visit, output, chromium):
    html = (output(CATE) / GUIDE.url / "index.html").read_text("utf-8")
    assert ".options:has(" in html
    page = chromium.new_page()
    try:
        page.set_content(html.replace(":has(", ":has-not("))
        tap(page, 0, "person")
        shown = page.locator(".guide summary:visible").count()
    finally:
        page.close()

    assert len(question(0).answers) == shown
