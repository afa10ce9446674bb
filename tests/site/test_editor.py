"""Staff change the site in the browser: what they save stands in the file, and what is wrong is told where they are."""

from __future__ import annotations

from difflib import unified_diff

import pytest
from playwright.sync_api import expect

from .editing import expand, field, fill, save, save_and_wait

pytestmark = pytest.mark.browser
TIERS = "data/membership.yaml"


def lines_changed(before: str, after: str) -> list[str]:
    changes = unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line for line in list(changes)[2:] if not line.startswith("@@")]


def test_a_change_of_a_tier_is_saved_as_one_line_and_shown_beside_it(opened, coalition):
    before = coalition.read(TIERS)

    forms, page = opened("data/entries/membership")
    expand(forms, "tiers", "Friend").get_by_label("Kind").fill("People and pets")
    save(forms)

    expect(forms.get_by_text("Saved on this computer")).to_be_visible()
    assert ["-      kind: People", "+      kind: People and pets"] == lines_changed(before, coalition.read(TIERS))
    expect(page.locator(":is(td, dd):visible", has_text="People and pets")).to_be_visible()


def test_a_value_that_is_refused_is_told_at_its_field_for_as_long_as_it_stands_and_the_file_stays(opened, coalition):
    before = coalition.read(TIERS)

    forms, _ = opened("data/entries/membership")
    partner = expand(forms, "tiers", "Partner")
    application = partner.locator("[id^=application-field]").first
    application.get_by_role("button", name="Application").first.click()
    application.get_by_label("Url").first.fill("https://bit.ly/partner")
    save(forms)

    panel = forms.get_by_role("alert", name="Nothing was saved")
    message = 'tier "partner", application url: "bit.ly" is not in application_hosts.'
    expect(panel.get_by_text(message)).to_be_visible()
    expect(application.locator("p.problem", has_text=message)).to_be_visible()
    expect(forms.get_by_text("Unsaved changes")).to_be_visible()
    assert before == coalition.read(TIERS)

    partner.locator("button").first.click()
    panel.get_by_role("button", name="Tiers, Partner, Application, Url").click()
    expect(application.get_by_label("Url").first).to_be_focused()

    fill(application.get_by_label("Url").first, "https://forms.smallcoalition.org/join")
    expect(forms.get_by_role("alert", name="Nothing is left to mend. Save again.")).to_be_visible()
    expect(application.locator("p.problem")).to_have_count(0)


def test_the_text_of_a_page_is_saved_and_nothing_else_of_it_and_is_taken_back(opened, coalition):
    before = coalition.read("pages/membership/index.md")

    forms, page = opened("pages/entries/membership/index")
    text = forms.get_by_role("textbox", name="Text", exact=True)
    at_first = text.input_value()
    text.fill(f"{at_first}\nA new sentence.\n")
    save_and_wait(forms)
    assert before + "\nA new sentence.\n" == coalition.read("pages/membership/index.md")
    expect(page.get_by_text("A new sentence.")).to_be_visible()

    fill(text, at_first)
    save_and_wait(forms)
    assert before == coalition.read("pages/membership/index.md")


def test_what_is_saved_is_taken_back_in_the_same_tab_and_the_form_stays_open(opened, coalition):
    before = coalition.read(TIERS)
    forms, page = opened("data/entries/membership")
    kind = expand(forms, "tiers", "Friend").get_by_label("Kind")
    at_first = kind.input_value()

    fill(kind, "People and pets")
    save_and_wait(forms)
    changed = coalition.read(TIERS)
    assert ["-      kind: People", "+      kind: People and pets"] == lines_changed(before, changed)

    fill(kind, at_first)
    save_and_wait(forms)
    assert before == coalition.read(TIERS)
    expect(page.get_by_role("cell", name="People and pets")).to_have_count(0)

    fill(kind, "People and pets")
    save_and_wait(forms)
    assert changed == coalition.read(TIERS)
    expect(forms.get_by_text("as-read").first).to_be_hidden()


def test_a_field_that_was_filled_is_emptied_again_and_an_entry_that_was_taken_out_put_back(opened, coalition):
    before = coalition.read("data/site.yaml")
    forms, _ = opened("data/entries/site")
    contact = forms.get_by_label("Contact (optional)")
    word = forms.get_by_label("Forbidden words (optional)")

    fill(contact, "Write to hello@smallcoalition.org")
    fill(word, "Elm House")
    save_and_wait(forms)
    assert ["+contact: Write to hello@smallcoalition.org", "+forbidden_words:", "+  - Elm House"] == (
        lines_changed(before, coalition.read("data/site.yaml"))
    )
    fill(contact, "")
    fill(word, "")
    save_and_wait(forms)
    assert before == coalition.read("data/site.yaml")


@pytest.fixture
def translated(coalition):
    """Give the coalition a page in Spanish before the editor starts."""
    coalition.change("data/site.yaml", "place:", "languages: [en, es]\nplace:")
    page = "---\ntitle: Amiga\ndescription: Una amiga.\n---\n\nBienvenida.\n"
    coalition.write("pages/membership/friend.es.md", page)


def test_a_translation_is_edited_with_its_original_above_it(translated, editor_tab, opened, coalition):
    forms, page = opened("pages/entries/membership/friend.es")

    expect(editor_tab.frame_locator("#original").locator("h1")).to_have_text("Friend")
    expect(page.locator("h1")).to_have_text("Amiga")
    expect(field(forms, "Title")).to_have_value("Amiga")
    editor_tab.get_by_role("button", name="Note as level").click()
    forms.get_by_role("dialog").get_by_role("button", name="Note that it does").click()
    expect(forms.get_by_role("status").filter(has_text="Saved on this computer")).to_be_visible()
    assert "\ntranslated: " in coalition.read("pages/membership/friend.es.md")

    fill(field(forms, "Title"), "Compañera")
    save_and_wait(forms)
    expect(page.locator("h1")).to_have_text("Compañera")
    assert "title: Compañera\n" in coalition.read("pages/membership/friend.es.md")


def test_texts_of_a_data_file_are_translated_below_their_originals_and_a_page_is_begun(
    translated, editor_tab, opened, coalition
):
    forms, _ = opened("data")
    dialog = forms.get_by_role("dialog")
    translations = editor_tab.get_by_role("button", name="Translations")
    translations.click()
    dialog.get_by_label("What").select_option("data/membership.yaml")
    dialog.get_by_role("button", name="Open it").click()
    summary = dialog.get_by_label("Tiers, Friend, Summary")
    fill(summary, "Llame al 314-555-0199.")
    dialog.get_by_role("button", name="Save").click()
    told = forms.get_by_role("dialog", name="Nothing was saved")
    expect(told.get_by_text('the telephone number "314-555-0199" is neither')).to_be_visible()
    told.get_by_role("button", name="Go on").click()
    fill(summary, "Para quien ayuda.")
    dialog.get_by_role("button", name="Save").click()
    expect(forms.get_by_role("status").filter(has_text="Saved on this computer")).to_be_visible()
    assert "  - id: friend\n    summary: Para quien ayuda.\n" in coalition.read("data/membership.es.yaml")

    translations.click()
    dialog.get_by_label("What").select_option("pages/membership/partner")
    dialog.get_by_role("button", name="Open it").click()
    expect(field(forms, "Title")).to_have_value("Partner")
    assert "status: draft\ntranslated: " in coalition.read("pages/membership/partner.es.md")
