"""The forms on the web have no fault that axe can find, besides those of Decap, and fit on a phone, day and night."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .axe import violations
from .editing import field, fill
from .on_the_web import SLOW
from .test_on_the_web import heading
from .test_on_the_web_pages import OFFICE, bar, upload

pytestmark = pytest.mark.browser
WIDTHS = (320, 390, 768, 1280)
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
PRESSED = ("New page", "Rename this page", "Delete this page", "Translations", "Note as level", "Last saves", "To do")
AMIGA = b"---\ntitle: Amiga\ndescription: Una amiga.\n---\n\nBienvenida.\n"


def faultless(web, part, within: str = "html") -> None:
    """Look at a page, or at what its frame shows, in every width."""
    for width in WIDTHS:
        web.tab.set_viewport_size({"width": width, "height": 800})
        assert not part.evaluate(WIDER), f"wider than {width} px"
        found = violations(part, within=within)
        assert 0 == found.violations_count, f"{width} px: {found.generate_report()}"


def frame_of(web):
    return web.tab.locator("#forms").element_handle().content_frame()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_on_which_one_signs_in_has_no_fault(web, scheme):
    web.tab.emulate_media(color_scheme=scheme)
    web.sign_in("something else")
    expect(web.tab.get_by_role("status")).to_contain_text("does not know this token")

    faultless(web, web.tab)


def test_what_stands_around_the_forms_and_every_dialog_has_no_fault(web):
    site = web.github.at("main")["content/data/site.yaml"].replace(b"place:", b"languages: [en, es]\nplace:")
    web.github.push("main", {"content/data/site.yaml": site, "content/pages/membership/friend.es.md": AMIGA})
    forms = web.open("pages/entries/membership/friend.es")
    expect(web.tab.locator("#original pre").first).to_have_text("Friend", timeout=SLOW)
    faultless(web, web.tab, "nav, main, #original")

    for name in PRESSED:
        web.tab.set_viewport_size({"width": 1600, "height": 900})
        dialog = bar(web, name)
        expect(dialog).to_be_visible(timeout=SLOW)
        faultless(web, frame_of(web), "dialog")
        dialog.locator(":scope > p:last-child button").first.click()

    web.tab.set_viewport_size({"width": 1600, "height": 900})
    fill(field(forms, "Title"), "Compañera")
    heading(web.save(), "Saved as change 1")
    faultless(web, frame_of(web), "dialog")


def test_what_is_asked_of_a_picture_has_no_fault(web):
    web.open("pages")
    expect(upload(web, OFFICE)).to_be_visible()

    faultless(web, frame_of(web), "dialog")
