"""Lists in the editor by the keyboard alone: every button has a name, entries move, and what was done is said."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .axe import AXE_SCRIPT
from .editing import open_entry, save_and_wait

pytestmark = pytest.mark.browser
SITE = "data/site.yaml"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOUND = (
    "rules => axe.run(document, { runOnly: rules, iframes: false }).then(found => found.violations.map(one => one.id))"
)


def press(editor_tab, button) -> None:
    button.focus()
    editor_tab.keyboard.press("Enter")


def test_an_entry_is_moved_by_keys_and_stays_in_focus_and_its_new_place_is_said(opened, editor_tab, coalition):
    forms, _ = opened("data/entries/membership")
    up = forms.get_by_role("button", name="Move Friend up")
    press(editor_tab, up)
    expect(forms.get_by_role("status").filter(has_text="Friend: now 1 of 2")).to_be_attached()
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    expect(forms.get_by_role("button", name="Friend, 1 of 2")).to_have_attribute("aria-expanded", "false")
    save_and_wait(forms)
    assert coalition.read("data/membership.yaml").index("id: friend") < (
        coalition.read("data/membership.yaml").index("id: partner")
    )

    press(editor_tab, forms.get_by_role("button", name="Move Friend down"))
    expect(forms.get_by_role("button", name="Friend, 2 of 2")).to_be_visible()


def test_where_decap_moves_entries_in_another_way_the_buttons_for_that_are_not_there(editor_tab, editor):
    def other(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("onSortEnd", "onAnotherEnd"))

    editor_tab.route("**/decap-cms.js", other)
    forms, _ = open_entry(editor_tab, editor, "data/entries/membership")

    expect(forms.get_by_role("button", name="Remove Friend")).to_be_attached()
    expect(forms.get_by_role("button", name="Friend, 2 of 2")).to_be_attached()
    expect(forms.locator("[data-move]")).to_have_count(0)


def test_who_adds_an_entry_goes_on_in_it_and_who_takes_one_out_beside_it(opened, editor_tab, coalition):
    before = coalition.read(SITE)
    forms, _ = opened("data/entries/site")
    press(editor_tab, forms.get_by_role("button", name="Add footer navigation item"))
    expect(forms.locator("[id^=footer_navigation-field] input").first).to_be_focused()
    editor_tab.keyboard.type("membership/friend")
    expect(forms.get_by_role("button", name="Remove membership/friend")).to_be_attached()
    save_and_wait(forms)
    assert "footer_navigation:\n  - page: membership/friend\n" in coalition.read(SITE)

    press(editor_tab, forms.get_by_role("button", name="Remove membership/friend"))
    expect(forms.get_by_role("status").filter(has_text="membership/friend: removed")).to_be_attached()
    expect(forms.locator("[id^=footer_navigation-field] button").first).to_be_focused()
    save_and_wait(forms)
    assert before == coalition.read(SITE)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("data", "Tiers and requirements"),
        ("pages", "Friend · membership/friend"),
        ("data/entries/membership", "2 tiers"),
        ("pages/entries/membership/index", "Text"),
    ],
)
def test_axe_finds_no_violation_in_the_editor(opened, editor_tab, name, shown):
    forms, _ = opened(name)
    expect(forms.get_by_text(shown, exact=True).first).to_be_visible()
    editor_tab.wait_for_timeout(1000)  # Decap's colors fade in

    for frame in (editor_tab.main_frame, editor_tab.frame(url=lambda url: "forms.html" in url)):
        frame.evaluate(AXE_SCRIPT)
        assert [] == frame.evaluate(FOUND, RULES)
