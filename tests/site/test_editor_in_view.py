"""The editor in light and dark, on wide and narrow screens: what axe finds, what fits, and where the focus goes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .axe import AXE_SCRIPT
from .editing import expand, field, fill, save, save_and_wait

pytestmark = pytest.mark.browser
SITE = "data/site.yaml"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOUND = (
    "rules => axe.run(document, { runOnly: rules, iframes: false }).then(found => found.violations.map(one => one.id))"
)
TOO_WIDE = (
    "[document.documentElement, ...document.querySelectorAll('dialog')].some(one => one.scrollWidth > one.clientWidth)"
)
SCREENS = pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 390), ("light", 768), ("dark", 1280)])


def look(editor_tab, name: str) -> None:
    """Expect that axe finds nothing in the bar and in the forms as they are, and that nothing is too wide."""
    editor_tab.wait_for_timeout(700)  # Decap's colors fade in
    for frame in (editor_tab.main_frame, editor_tab.frame(url=lambda url: "forms.html" in url)):
        frame.evaluate(AXE_SCRIPT)
        assert (name, []) == (name, frame.evaluate(FOUND, RULES))
        assert not frame.evaluate(TOO_WIDE), name


def at(editor_tab, scheme: str, width: int) -> None:
    editor_tab.emulate_media(color_scheme=scheme)
    editor_tab.set_viewport_size({"width": width, "height": 800})


def bar(editor_tab, button: str):
    """Return a button of the bar."""
    return editor_tab.get_by_role("navigation", name="Editor").get_by_role("button", name=button, exact=True)


@SCREENS
def test_axe_finds_nothing_in_the_bar_and_in_each_dialog_of_it(opened, editor_tab, coalition, scheme, width):
    coalition.write(SITE, coalition.read(SITE) + "languages: [en, es]\n")
    at(editor_tab, scheme, width)
    forms, _ = opened("pages/entries/membership/friend")
    fill(field(forms, "Description"), "Friends of ours")
    save_and_wait(forms)
    buttons = ("New page", "Rename this page", "Delete this page", "Translations", "Last saves")

    for name in buttons:
        bar(editor_tab, name).click()
        dialog = forms.get_by_role("dialog")
        expect(dialog).to_be_visible()
        look(editor_tab, name)
        editor_tab.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        expect(bar(editor_tab, name)).to_be_focused()

    tools = forms.get_by_role("toolbar")
    for name in ("Link", "Picture", "Document"):
        tools.get_by_role("button", name=name).click()
        expect(forms.get_by_role("dialog")).to_be_visible()
        look(editor_tab, name)
        editor_tab.keyboard.press("Escape")
        expect(tools.get_by_role("button", name=name)).to_be_focused()


@SCREENS
def test_axe_finds_nothing_in_what_a_refused_save_or_a_broken_file_brings(opened, editor_tab, coalition, scheme, width):
    at(editor_tab, scheme, width)
    forms, _ = opened("data/entries/site")
    fill(field(forms, "Place (optional)"), "Ask Dr. Pat Smith")
    bar(editor_tab, "New page").click()
    expect(forms.get_by_role("dialog", name="Save first?")).to_be_visible()
    look(editor_tab, "Save first?")
    editor_tab.keyboard.press("Escape")
    save(forms)
    expect(forms.get_by_role("alert", name="Nothing was saved")).to_be_visible()
    forms.get_by_role("alert", name="Nothing was saved").locator("summary").click()
    look(editor_tab, "Nothing was saved")

    fill(field(forms, "Place (optional)"), "Othertown")
    coalition.change(SITE, "place: Anytown", "place: Newtown")
    save(forms)
    expect(forms.get_by_role("dialog", name="The file says something else by now")).to_be_visible()
    look(editor_tab, "Two versions")
    forms.get_by_role("button", name="Put mine into the file").click()
    expect(forms.get_by_text("Changes saved")).to_be_visible()

    coalition.change(SITE, "place: Othertown", "place: [")
    editor_tab.reload()
    expect(forms.get_by_role("dialog", name="content/data/site.yaml cannot be read as a form")).to_be_visible()
    look(editor_tab, "Cannot be read")


@SCREENS
def test_axe_finds_nothing_in_the_forms(opened, editor_tab, scheme, width):
    at(editor_tab, scheme, width)
    forms, _ = opened("data/entries/membership")
    expect(expand(forms, "tiers", "Friend").get_by_label("Kind")).to_be_visible()
    look(editor_tab, "Tiers")
    forms, _ = opened("pages")
    expect(forms.get_by_text("Friend · membership/friend")).to_be_visible()
    look(editor_tab, "Pages")
    forms.get_by_role("button", name="Media").click()
    expect(forms.get_by_role("dialog", name="Media assets")).to_be_visible()
    look(editor_tab, "Media")


def test_a_narrow_window_shows_the_form_or_the_page_or_the_report(opened, editor_tab, coalition):
    at(editor_tab, "light", 390)
    forms, page = opened("data/entries/site")
    place = field(forms, "Place (optional)")
    expect(place).to_be_visible()
    expect(bar(editor_tab, "Form")).to_have_attribute("aria-pressed", "true")
    fill(place, "Othertown")
    save_and_wait(forms)

    bar(editor_tab, "Page").click()
    expect(page.get_by_text("Othertown").first).to_be_visible()
    expect(place).to_be_hidden()
    bar(editor_tab, "To do and health").click()
    expect(page.get_by_role("heading", name="How the site is doing")).to_be_visible()
    bar(editor_tab, "Form").click()
    expect(place).to_have_value("Othertown")

    at(editor_tab, "light", 1600)
    expect(bar(editor_tab, "Form")).to_be_hidden()
    expect(bar(editor_tab, "Page")).to_have_attribute("aria-pressed", "true")
    expect(place).to_be_visible()
    expect(page.get_by_text("Othertown").first).to_be_visible()
