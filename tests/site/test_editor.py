"""Staff change the site in the browser: what they save stands in the file, and what is wrong is told where they are."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from difflib import unified_diff

import pytest
from playwright.sync_api import expect

from conftest import ROOT
from programs import environment

pytestmark = pytest.mark.browser
TIERS = "data/membership.yaml"


@pytest.fixture
def editor(coalition, decap):
    """Start what `make edit` starts; Decap's program is fetched if it was not before."""
    command = [sys.executable, "-m", "preview", "--edit", "--port", "0", "--content", str(coalition.content)]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as running:
        yield re.search(r"http://\S+", running.stdout.readline())[0]
        running.send_signal(signal.SIGINT)
        running.stdout.read()


@pytest.fixture
def opened(a_browser, editor, request):
    """Return what opens an entry in the editor: its forms, and the page of the preview beside them."""
    context = request.getfixturevalue("chromium").new_context(viewport={"width": 1600, "height": 900})
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints = []
    page.on("console", lambda told: complaints.append(told.text) if "Content Security Policy" in told.text else None)

    def entry(name: str):
        page.goto(f"{editor}#/collections/{name}")
        return page.frame_locator("#forms"), page.frame_locator("#page")

    yield entry
    context.close()
    assert [] == complaints


def expand(forms, list_name: str, title: str):
    """Open one entry of a list, and return it."""
    one = forms.locator(f"[id^={list_name}-field] [class*=SortableListItem]").filter(has_text=title)
    one.locator("button").first.click()
    return one


def save(forms):
    forms.get_by_role("button", name="Save", exact=True).click()
    forms.get_by_text("Save now").click()


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
    expect(page.get_by_role("cell", name="People and pets")).to_be_visible()


def test_a_value_that_is_refused_is_told_in_the_editor_and_the_file_stays(opened, coalition):
    before = coalition.read(TIERS)

    forms, _ = opened("data/entries/membership")
    application = expand(forms, "tiers", "Partner").locator("[id^=application-field]").first
    application.get_by_label("Expand").first.click()
    application.get_by_label("Url").first.fill("https://bit.ly/partner")
    save(forms)

    message = f'content/data/membership.yaml:{coalition.line(TIERS, "smallcoalition.org/partner")}:24: tier "partner"'
    expect(forms.get_by_text(message)).to_be_visible()
    expect(forms.get_by_text("Nothing was saved.")).to_be_visible()
    expect(forms.get_by_text("Unsaved changes")).to_be_visible()
    assert before == coalition.read(TIERS)


def test_the_text_of_a_page_is_saved_and_nothing_else_of_it(opened, coalition):
    before = coalition.read("pages/membership/index.md")

    forms, page = opened("pages/entries/membership/index")
    forms.get_by_role("textbox", name="Text", exact=True).fill(
        forms.get_by_role("textbox", name="Text", exact=True).input_value() + "\nA new sentence.\n"
    )
    save(forms)

    expect(forms.get_by_text("Saved on this computer")).to_be_visible()
    assert before + "\nA new sentence.\n" == coalition.read("pages/membership/index.md")
    expect(page.get_by_text("A new sentence.")).to_be_visible()


def test_a_new_page_is_made_in_the_browser(opened, coalition):
    forms, _ = opened("pages/new")
    forms.get_by_label("Folder").fill("membership")
    forms.get_by_label("Title", exact=True).fill("Our Fees")
    forms.get_by_label("Description").fill("What a membership costs: nothing.")
    forms.get_by_role("textbox", name="Text", exact=True).fill("It costs nothing.")
    save(forms)

    expect(forms.get_by_text("Saved on this computer")).to_be_visible()
    assert (
        '---\ntitle: Our Fees\ndescription: "What a membership costs: nothing."\n---\n\nIt costs nothing.\n'
        == coalition.read("pages/membership/our-fees.md")
    )


def field(forms, label: str):
    return forms.get_by_label(label, exact=True).first


def test_two_versions_are_shown_and_nothing_is_written_until_somebody_decides(opened, coalition, tmp_path):
    forms, _ = opened("data/entries/site")
    field(forms, "Place").fill("Othertown")
    coalition.change("data/site.yaml", "place: Anytown", "place: Newtown")

    save(forms)
    dialog = forms.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="The file says something else by now")).to_be_visible()
    assert ["In the file now\nNewtown", "In this form\nOthertown"] == (
        [part.inner_text().replace("\n\n", "\n").strip() for part in dialog.locator("section > div").all()]
    )
    dialog.get_by_role("button", name="Leave the file as it is").click()
    expect(forms.get_by_text("Nothing was saved.")).to_be_visible()
    assert "place: Newtown\n" in coalition.read("data/site.yaml")

    save(forms)
    dialog.get_by_role("button", name="Put mine into the file").click()
    expect(forms.get_by_text("Saved on this computer")).to_be_visible()
    assert "place: Othertown\n" in coalition.read("data/site.yaml")


RUNS = """<svg xmlns="http://www.w3.org/2000/svg"><script>
document.documentElement.setAttribute("data-ran", "yes");
fetch("/-/editor/api", {method: "POST", headers: {"Content-Type": "application/json"}, body: "{}"});
</script></svg>"""


def test_a_script_in_a_picture_of_the_content_does_not_run(a_browser, editor, coalition, request):
    coalition.write("images/map.svg", RUNS)
    context = request.getfixturevalue("chromium").new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda one: asked.append(one.url))

    answer = page.goto(editor.replace("/-/editor/", "/images/map.svg"))
    if answer.status != 200:  # the build refuses it; then it is no part of the site
        context.close()
        return
    assert "sandbox; default-src 'none'" in answer.headers["content-security-policy"]
    assert "nosniff" == answer.headers["x-content-type-options"]
    assert None is page.evaluate("document.documentElement.getAttribute('data-ran')")
    assert [answer.url] == asked
    context.close()
