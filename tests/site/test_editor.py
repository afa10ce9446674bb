"""Staff change the site in the browser: what they save stands in the file, and what is wrong is told where they are."""

from __future__ import annotations

from difflib import unified_diff
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

from conftest import ROOT, THEME
from preview.editor.__main__ import handler
from preview.editor.bundle import bundle
from preview.editor.responses import Editor
from preview.server import LOOPBACK

pytestmark = pytest.mark.browser
TIERS = "data/membership.yaml"


@pytest.fixture
def editor(coalition):
    """Serve the editor of a coalition; Decap's program is fetched if it was not before."""
    bundle(ROOT / ".cache")
    with ThreadingHTTPServer((LOOPBACK, 0), handler(Editor(coalition.content, THEME))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{LOOPBACK}:{server.server_port}/-/editor/"
        server.shutdown()


@pytest.fixture
def opened(a_browser, editor, request):
    """Return what opens an entry in the editor, in a window that has never seen it."""
    context = request.getfixturevalue("chromium").new_context()
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints = []
    page.on("console", lambda told: complaints.append(told.text) if "Content Security Policy" in told.text else None)

    def entry(name: str):
        page.goto(f"{editor}#/collections/{name}")
        return page

    yield entry
    context.close()
    assert [] == complaints


def expand(page, list_name: str, title: str):
    """Open one entry of a list, and return it."""
    one = page.locator(f"[id^={list_name}-field] [class*=SortableListItem]").filter(has_text=title)
    one.locator("button").first.click()
    return one


def save(page):
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Save now").click()


def lines_changed(before: str, after: str) -> list[str]:
    changes = unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line for line in list(changes)[2:] if not line.startswith("@@")]


def test_a_change_of_a_tier_is_saved_as_one_line_and_shown_on_its_page(opened, coalition):
    before = coalition.read(TIERS)

    page = opened("data/entries/membership")
    expand(page, "tiers", "Friend").get_by_label("Kind").fill("People and pets")
    save(page)

    expect(page.get_by_text("Saved on this computer")).to_be_visible()
    assert ["-      kind: People", "+      kind: People and pets"] == lines_changed(before, coalition.read(TIERS))
    assert "People and pets" in coalition.build().page("membership/friend").text


def test_a_value_that_is_refused_is_told_in_the_editor_and_the_file_stays(opened, coalition):
    before = coalition.read(TIERS)

    page = opened("data/entries/membership")
    application = expand(page, "tiers", "Partner").locator("[id^=application-field]").first
    application.get_by_label("Expand").first.click()
    application.get_by_label("Url").first.fill("https://bit.ly/partner")
    save(page)

    message = f'content/data/membership.yaml:{coalition.line(TIERS, "smallcoalition.org/partner")}:24: tier "partner"'
    expect(page.get_by_text(message)).to_be_visible()
    expect(page.get_by_text("Nothing was saved.")).to_be_visible()
    expect(page.get_by_text("Unsaved changes")).to_be_visible()
    assert before == coalition.read(TIERS)


def test_the_text_of_a_page_is_saved_and_nothing_else_of_it(opened, coalition):
    before = coalition.read("pages/membership/index.md")

    page = opened("pages/entries/membership/index")
    page.get_by_role("textbox", name="Text", exact=True).fill(
        page.get_by_role("textbox", name="Text", exact=True).input_value() + "\nA new sentence.\n"
    )
    save(page)

    expect(page.get_by_text("Saved on this computer")).to_be_visible()
    assert before + "\nA new sentence.\n" == coalition.read("pages/membership/index.md")


def test_a_new_page_is_made_in_the_browser(opened, coalition):
    page = opened("pages/new")
    page.get_by_label("Folder").fill("membership")
    page.get_by_label("Title", exact=True).fill("Our Fees")
    page.get_by_label("Description").fill("What a membership costs: nothing.")
    page.get_by_role("textbox", name="Text", exact=True).fill("It costs nothing.")
    save(page)

    expect(page.get_by_text("Saved on this computer")).to_be_visible()
    assert (
        '---\ntitle: Our Fees\ndescription: "What a membership costs: nothing."\n---\n\nIt costs nothing.\n'
        == coalition.read("pages/membership/our-fees.md")
    )
