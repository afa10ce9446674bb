"""Pages, pictures and documents on the web: each is one change of all the files that it touches."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from preview.admin.hosts import HISTORIES
from rasters import noise, saved

from .editing import field, fill
from .github import GitHub
from .on_the_web import SLOW, words_of
from .other_hosts import Gitea, GitLab
from .test_on_the_web import go_on, heading

pytestmark = pytest.mark.browser
PAGES, PLAN = "content/pages", "---\ntitle: Plan\ndescription: A plan.\n---\n\nSoon.\n"
HOSTS = pytest.mark.parametrize("web", [GitHub, GitLab, Gitea], indirect=True, ids=lambda host: host.__name__)
OFFICE = {"name": "office.jpg", "mimeType": "image/jpeg", "buffer": saved(noise((60, 40)))}


def bar(web, name: str):
    """Press a button above the forms; return what it asks."""
    web.tab.get_by_role("navigation").get_by_role("button", name=name, exact=True).click()
    return web.forms.locator("dialog")


def text_of(web):
    return web.forms.get_by_role("textbox", name="Text", exact=True)


def save_and_go_on(web, number: int) -> None:
    go_on(heading(web.save(), f"Saved as change {number}"))
    expect(web.forms.get_by_text("Changes saved")).to_be_visible()


def make(web, title: str) -> None:
    dialog = bar(web, "New page")
    dialog.get_by_label("Title").fill(title)
    dialog.get_by_label("Where").select_option("membership")
    dialog.get_by_role("button", name="Make the page").click()


def rename(web, name: str) -> None:
    dialog = bar(web, "Rename this page")
    dialog.get_by_label("Its name").fill(name)
    dialog.get_by_role("button", name="Rename the page").click()


def delete(web, leads_to: str = "") -> None:
    dialog = bar(web, "Delete this page")
    dialog.get_by_label("Where its address").select_option(leads_to)
    expect(dialog.get_by_text("It stays on the site until a colleague merges this change.")).to_be_visible()
    dialog.get_by_role("button", name="Delete the page").click()


@HOSTS
def test_a_page_is_made_written_renamed_and_deleted_in_one_change(web):
    forms, before = web.open("data/entries/site"), web.github.at("main")
    make(web, "Our Fees")
    go_on(heading(forms.locator("dialog"), "Saved as change 1"))
    expect(text_of(web)).to_have_value("\nTo be written.\n", timeout=SLOW)
    branch, made = "edit/pages--membership--our-fees", f"{PAGES}/membership/our-fees.md"
    assert [made] == web.github.changed(branch)
    assert b"status: draft\n" in web.github.at(branch)[made]

    fill(text_of(web), "It costs nothing.")
    save_and_go_on(web, 1)
    rename(web, "fees")
    go_on(heading(forms.locator("dialog"), "Saved as change 1"))
    expect(text_of(web)).to_have_value("It costs nothing.\n", timeout=SLOW)
    assert [f"{PAGES}/fees.md"] == web.github.changed(branch)

    fill(text_of(web), "It still costs nothing.")
    save_and_go_on(web, 1)
    assert b"It still costs nothing." in web.github.at(branch)[f"{PAGES}/fees.md"]
    delete(web)
    go_on(heading(forms.locator("dialog"), "Saved as change 1"))
    expect(forms.get_by_role("heading", name="Pages")).to_be_visible()
    assert [] == web.github.changed(branch)
    assert before == web.github.at("main")
    assert 1 == len(web.github.pulls)


def test_a_page_that_is_deleted_leads_on_in_the_change_that_waits_for_its_target(web):
    web.github.push("main", {f"{PAGES}/plan.md": PLAN.encode()})
    forms = web.open("pages/entries/membership/index")
    fill(field(forms, "Title"), "Our tiers")
    save_and_go_on(web, 1)
    web.tab.goto(f"{web.address}#/collections/pages/entries/plan")
    expect(text_of(web)).to_have_value("\nSoon.\n", timeout=SLOW)
    delete(web, "membership/index")
    go_on(heading(forms.locator("dialog"), "Saved as change 1"))

    branch = "edit/pages--membership--index"
    assert [f"{PAGES}/membership/index.md", f"{PAGES}/plan.md"] == web.github.changed(branch)
    target = web.github.at(branch)[f"{PAGES}/membership/index.md"]
    assert b"title: Our tiers\n" in target
    assert b"formerly: /plan/\n" in target


def test_what_waits_in_two_changes_is_told_and_stays_as_it_is(web):
    web.github.push("main", {f"{PAGES}/plan.md": PLAN.encode()})
    forms = web.open("pages/entries/membership/index")
    fill(field(forms, "Title"), "Our tiers")
    save_and_go_on(web, 1)
    web.tab.goto(f"{web.address}#/collections/pages/entries/plan")
    fill(text_of(web), "Later.")
    save_and_go_on(web, 2)
    before = dict(web.github.branches)

    delete(web, "membership/index")

    dialog = heading(forms.locator("dialog"), "Nothing was deleted")
    assert words_of(dialog)[1] == (
        "This touches content/pages/membership/index.md too, which waits in change 1, apart from the rest of it. "
        "When a colleague has merged that one, load this page anew, and do this again."
    )
    go_on(dialog)
    expect(text_of(web)).to_have_value("Later.")
    assert before == web.github.branches


def test_a_change_that_is_older_than_a_page_is_not_joined_and_it_says_which(web):
    index, branch = f"{PAGES}/membership/index.md", "edit/pages--membership--index"
    held = web.github.at("main")[index]
    web.github.push(branch, {index: held.replace(b"title: ", b"title: Our ")})
    web.github.make_pull({"title": "Change", "body": "", "head": branch, "base": "main"})
    web.github.push("main", {f"{PAGES}/plan.md": PLAN.encode()})
    forms, before = web.open("pages/entries/plan"), dict(web.github.branches)

    delete(web, "membership/index")

    dialog = heading(forms.locator("dialog"), "Nothing was deleted")
    assert words_of(dialog)[1] == (
        "This belongs to change 1, which is older than content/pages/plan.md. "
        "When a colleague has merged that one, load this page anew, and do this again."
    )
    assert before == web.github.branches


def test_a_page_that_a_colleague_made_meanwhile_is_not_written_over(web):
    forms = web.open("pages")
    web.github.push("main", {f"{PAGES}/membership/plan.md": PLAN.encode()})

    make(web, "Plan")

    dialog = heading(forms.locator("dialog"), "No page was made")
    assert "content/pages/membership/plan.md" in words_of(dialog)[1]
    assert {"main"} == web.github.branches.keys()


def upload(web, file: dict[str, object]):
    web.forms.get_by_role("button", name="Media").click()
    web.forms.locator("input[type=file]").set_input_files(file)
    return web.forms.locator("dialog")


@HOSTS
def test_a_picture_goes_with_its_entry_in_one_change_byte_for_byte(web):
    forms = web.open("pages")
    dialog = upload(web, OFFICE)
    dialog.get_by_label("Who made it").fill("Taken by our office, free to use")
    dialog.get_by_role("button", name="No, nobody").click()
    go_on(heading(dialog, "Saved as change 1"))

    branch, entries = "edit/images--office", "content/data/images.yaml"
    assert [entries, "content/images/office.jpg"] == web.github.changed(branch)
    assert OFFICE["buffer"] == web.github.at(branch)["content/images/office.jpg"]
    assert b"office.jpg" in web.github.at(branch)[entries]
    expect(forms.get_by_text("office.jpg").first).to_be_visible()


def test_a_picture_of_which_nobody_says_anything_is_left_out(web):
    web.open("pages")
    dialog = upload(web, OFFICE)
    dialog.get_by_role("button", name="Leave it out").click()

    expect(web.forms.get_by_text("nobody has said yet whether this picture may be shown")).to_be_visible()
    expect(dialog).to_have_count(0)
    assert {"main"} == web.github.branches.keys()


def test_a_document_that_cannot_be_published_is_refused_in_plain_words_and_the_guide_helps(web):
    forms = web.open("pages")
    upload(web, {"name": "fees.docx", "mimeType": "application/msword", "buffer": b"PK"})

    dialog = heading(forms.locator("dialog"), "This file was not taken")
    assert "content/extra/fees.docx: " in words_of(dialog)[1]
    with web.tab.context.expect_page() as opened:
        dialog.get_by_role("link", name="“Site settings”").click()
    guide = opened.value
    assert f"{web.address}guide.html#site-settings" == guide.url
    expect(guide.get_by_role("heading", name="Site settings", exact=True)).to_be_in_viewport()
    expect(guide.get_by_role("search")).to_have_count(0)
    assert {"main"} == web.github.branches.keys()


def test_old_pictures_are_fetched_when_they_are_to_be_seen_and_no_sooner(web):
    held = {name: saved(noise(size)) for name, size in {"gate.jpg": (60, 40), "office.jpg": (30, 20)}.items()}
    web.github.push("main", {f"content/images/{name}": picture for name, picture in held.items()})
    forms, blobs = web.open("pages"), [web.github.blob(picture) for picture in held.values()]
    assert [] == [one for one in web.github.asked if any(blob in one for blob in blobs)]

    forms.get_by_role("button", name="Media").click()

    for name, width in {"gate.jpg": 60, "office.jpg": 30}.items():
        card = forms.locator("[class*='-Card ']").filter(has=forms.get_by_text(name, exact=True))
        expect(card.locator("img")).to_have_js_property("naturalWidth", width)


def test_a_document_is_taken_and_what_is_there_is_listed(web):
    web.github.push("main", {"content/extra/rules.csv": b"Rule\nNone\n"})
    forms = web.open("pages")
    go_on(heading(upload(web, {"name": "fees.csv", "mimeType": "text/csv", "buffer": b"Tier\n"}), "Saved as change 1"))

    assert ["content/extra/fees.csv"] == web.github.changed("edit/extra--fees")
    expect(forms.get_by_text("rules.csv").first).to_be_visible()


def test_what_is_to_do_is_listed_and_leads_to_its_form(web):
    web.github.push("main", {f"{PAGES}/plan.md": PLAN.replace("---\n\n", "status: draft\n---\n\n").encode()})
    forms = web.open("pages")

    dialog = heading(bar(web, "To do"), "What is to be given or confirmed")
    entry = dialog.get_by_role("listitem").filter(has_text="content/pages/plan.md is a draft")
    entry.get_by_role("link", name="Open").click()

    expect(text_of(web)).to_have_value("\nSoon.\n")
    expect(forms.locator("dialog")).to_have_count(0)


@HOSTS
def test_what_a_page_said_before_is_listed_and_brought_back_as_a_change(web):
    plan = f"{PAGES}/plan.md"
    for words in ("Soon", "Later", "Never"):
        web.github.push("main", {plan: PLAN.replace("Soon", words).encode()}, message=f"Say {words}")
    forms = web.open("pages/entries/plan")
    expect(text_of(web)).to_have_value("\nNever.\n", timeout=SLOW)

    dialog = bar(web, "Last saves")

    expect(dialog.locator("li strong")).to_have_text([re.compile(", Say Later$"), re.compile(", Say Soon$")])
    link = dialog.get_by_role("link", name=f"All that {web.github.called[1]} knows of it")
    history = HISTORIES[web.github.called[0]]
    expect(link).to_have_attribute("href", f"https://github.test/small/site/{history}/main/{plan}")
    dialog.get_by_role("listitem").filter(has_text="Say Soon").get_by_role("button", name="Bring this back").click()
    go_on(heading(forms.locator("dialog"), "Saved as change 1"))
    expect(text_of(web)).to_have_value("\nSoon.\n", timeout=SLOW)
    (branch,) = {*web.github.branches} - {"main"}
    assert [plan] == web.github.changed(branch)
    assert PLAN.encode() == web.github.at(branch)[plan]
    assert f"Bring back {plan}" == web.github.commits[web.github.branches[branch]][2]


def test_every_button_above_the_forms_does_something(web):
    web.open("pages")
    named = [one.inner_text() for one in web.tab.get_by_role("navigation").get_by_role("button").all()]

    assert ["New page", "Rename this page", "Delete this page", "Translations", "Last saves", "To do"] == named
    for name in named:
        dialog = bar(web, name)
        expect(dialog).to_be_visible(timeout=SLOW)
        dialog.get_by_role("button").first.click()
        expect(dialog).to_have_count(0)
