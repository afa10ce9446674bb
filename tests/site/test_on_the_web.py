"""Staff change the site on the web: a save is a change that a colleague looks at, and the site stays as it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .editing import field, fill
from .on_the_web import SLOW

pytestmark = pytest.mark.browser
SITE, BRANCH = "content/data/site.yaml", "edit/data--site"
PLACE, CONTACT = "Place (optional)", "Contact (optional)"
GO_ON = "The site stays as it is until a colleague merges this change. You can go on; what you save next joins it."


def heading(dialog, words: str):
    expect(dialog.get_by_role("heading", name=words)).to_be_visible(timeout=SLOW)
    return dialog


def go_on(dialog) -> None:
    dialog.get_by_role("button", name="Go on").click()
    expect(dialog).to_have_count(0)


def test_a_save_is_a_pull_request_with_this_file_changed_and_nothing_else(web):
    before = web.github.at("main")
    forms = web.open("data/entries/site")
    field(forms, PLACE).fill("Othertown")
    expect(forms.get_by_role("button", name="Media")).to_have_count(0)
    go_on(heading(web.save(), "Saved as change 1"))

    expect(forms.get_by_text("Saved as a change that waits for a colleague")).to_be_visible()
    assert before == web.github.at("main")
    (pull,) = web.github.pulls
    assert (BRANCH, "main", f"Change {SITE}") == (pull["head"]["ref"], pull["base"]["ref"], pull["title"])
    assert [SITE] == web.github.changed(BRANCH)
    assert before[SITE].replace(b"Anytown", b"Othertown") == web.github.at(BRANCH)[SITE]

    fill(field(forms, PLACE), "Newtown")
    go_on(heading(web.save(), "Saved as change 1"))
    fill(field(forms, PLACE), "Anytown")
    go_on(heading(web.save(), "Saved as change 1"))
    assert 1 == len(web.github.pulls)
    assert [] == web.github.changed(BRANCH)


def test_what_is_refused_is_told_as_on_a_computer_and_nothing_is_sent(web):
    forms = web.open("data/entries/site")
    field(forms, "Language (optional)").fill("xx")

    web.save()
    panel = heading(forms.locator("#problems"), "Nothing was saved")

    assert "language" in panel.get_by_role("listitem").inner_text().casefold()
    expect(panel.get_by_text("What you typed still stands in the form. Copy it")).to_be_visible()
    assert {"main"} == web.github.branches.keys()


def test_a_file_that_no_form_can_show_is_mended_as_text_in_a_change(web):
    good = web.github.at("main")
    web.github.push("main", {SITE: good[SITE].replace(b"place: Anytown", b"place: [")})
    web.sign_in(entry="data/entries/site")
    dialog = web.forms.get_by_role("dialog", name=f"{SITE} cannot be read as a form")
    text = dialog.get_by_role("textbox", name=SITE)
    expect(text).to_be_visible(timeout=SLOW)
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("listitem").first).to_contain_text("something is wrong inside the bracket", timeout=SLOW)

    text.fill(good[SITE].decode().replace("place: Anytown", "place: Newtown"))
    dialog.get_by_role("button", name="Save").click()
    go_on(heading(web.forms.get_by_role("dialog"), "Saved as change 1"))

    expect(field(web.forms, PLACE)).to_have_value("Newtown", timeout=SLOW)
    assert [SITE] == web.github.changed(BRANCH)
    assert good[SITE].replace(b"place: Anytown", b"place: Newtown") == web.github.at(BRANCH)[SITE]


def test_an_open_change_of_a_page_is_shown_to_whoever_opens_it_next(web):
    friend = "content/pages/membership/friend.md"
    forms = web.open("pages/entries/membership/friend")
    fill(field(forms, "Title"), "A friend")
    go_on(heading(web.save(), "Saved as change 1"))

    (branch,) = {*web.github.branches} - {"main"}
    assert [friend] == web.github.changed(branch)
    with web.colleague() as other:
        page = other.open("pages/entries/membership/friend")
        expect(field(page, "Title")).to_have_value("A friend", timeout=SLOW)
        fill(field(page, "Title"), "Our friend")
        go_on(heading(other.save(), "Saved as change 1"))
    assert b"title: Our friend\n" in web.github.at(branch)[friend]


def test_what_the_checks_found_stands_beside_its_line_with_the_way_to_the_preview(web):
    note = {"path": SITE, "start_line": 3, "annotation_level": "failure", "message": "the place is not there."}
    done = {"id": 7, "name": "Publish", "status": "completed", "conclusion": "failure"}
    web.github.runs = [done | {"output": {"annotations_count": 1}, "notes": [note]}]
    shown = {"context": "netlify/small/deploy-preview", "state": "success", "target_url": "https://7--small.test"}
    web.github.statuses = [shown]
    forms = web.open("data/entries/site")
    field(forms, PLACE).fill("Othertown")

    dialog = heading(web.save(), "Saved as change 1")

    expect(dialog.get_by_role("listitem")).to_have_text(f"{SITE}:3: the place is not there.")
    preview = dialog.get_by_role("link", name="Look at the site with this change")
    expect(preview).to_have_attribute("href", "https://7--small.test")
    expect(dialog.get_by_role("link", name="Change 1 on GitHub")).to_have_attribute(
        "href", "https://github.test/small/site/pull/1"
    )
