"""Translations on the web: begun and written beside their originals, each in a change, and noted as level with them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .editing import field, fill
from .on_the_web import SLOW
from .test_on_the_web import go_on, heading
from .test_on_the_web_pages import bar, save_and_go_on

pytestmark = pytest.mark.browser
FRIEND, TIERS = "content/pages/membership/friend.es.md", "content/data/membership.es.yaml"
PAGE = "---\ntitle: Amiga\ndescription: Una amiga.\n---\n\nBienvenida.\n"


@pytest.fixture
def two(web):
    """Give the site on the host a second language, and a page in it."""
    site = web.github.at("main")["content/data/site.yaml"]
    web.github.push("main", {"content/data/site.yaml": site.replace(b"place:", b"languages: [en, es]\nplace:")})
    web.github.push("main", {FRIEND: PAGE.encode()})
    return web


def original(web):
    return web.tab.get_by_role("region", name="The page in the main language")


def chosen(web, what: str) -> None:
    dialog = bar(web, "Translations")
    dialog.get_by_label("What").select_option(what)
    dialog.get_by_role("button", name="Open it").click()


def test_a_translation_is_begun_as_a_draft_and_written_beside_its_original(two):
    forms = two.open("data/entries/site")
    expect(original(two)).to_have_count(0)
    chosen(two, "pages/membership/partner")
    go_on(heading(forms.locator("dialog"), "Saved as change 1"))
    expect(field(forms, "Title")).to_have_value("Partner", timeout=SLOW)
    expect(original(two).locator("pre").first).to_have_text("Partner")

    fill(field(forms, "Title"), "Socio")
    save_and_go_on(two, 1)

    branch, made = "edit/pages--membership--partner-es", "content/pages/membership/partner.es.md"
    assert [made] == two.github.changed(branch)
    held = two.github.at(branch)[made].decode()
    assert held.startswith("---\ntitle: Socio\n")
    assert "status: draft\ntranslated: " in held


def test_a_page_that_was_compared_with_its_original_is_noted_as_level(two):
    forms, level = two.open("pages/entries/membership/friend"), two.tab.get_by_role("button", name="Note as level")
    expect(field(forms, "Title")).to_have_value("Friend", timeout=SLOW)
    expect(original(two).or_(level)).to_have_count(0)
    two.tab.goto(f"{two.address}#/collections/pages/entries/membership/friend.es")
    expect(original(two).locator("pre").first).to_have_text("Friend", timeout=SLOW)

    bar(two, "Note as level").get_by_role("button", name="Note that it does").click()
    go_on(heading(forms.locator("dialog"), "Saved as change 1"))

    branch = "edit/pages--membership--friend-es"
    assert [FRIEND] == two.github.changed(branch)
    before, _, after = PAGE.partition("---\n\n")
    held = two.github.at(branch)[FRIEND].decode()
    assert held.startswith(f"{before}translated: ")
    assert held.endswith(f"\n---\n\n{after}")


def test_the_texts_of_a_data_file_are_written_below_their_originals(two):
    forms = two.open("data/entries/site")
    chosen(two, "data/membership.yaml")
    dialog = forms.locator("dialog")
    fill(dialog.get_by_label("Tiers, Friend, Title"), "Amiga")
    dialog.get_by_label("All of this says what the original says now").check()
    dialog.get_by_role("button", name="Save").click()
    go_on(heading(forms.locator("dialog"), "Saved as change 1"))

    branch = "edit/data--membership-es"
    assert [TIERS] == two.github.changed(branch)
    assert two.github.at(branch)[TIERS].startswith(b"tiers:\n  - id: friend\n    title: Amiga\ntranslated: ")
    expect(forms.get_by_text("Saved on this computer")).to_have_count(0)
