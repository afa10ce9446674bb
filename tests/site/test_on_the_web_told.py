"""What does not go well on the web is told in plain words, nothing is lost, and what was typed can be copied."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from preview.admin.hosts import RIGHTS

from .editing import field, fill
from .github import READER, WRITER, served
from .on_the_web import SLOW, words_of
from .test_on_the_web import BRANCH, CONTACT, PLACE, SITE, go_on, heading

pytestmark = pytest.mark.browser
COPY = "So would the file look. You can copy it, and keep it until this is mended:"
JOINED = (
    "Somebody else changed something else in this file since you opened it. That stands in it too, but not in "
    "this form. Go back to the list and open the entry again to see it."
)
STANDS = "What you typed still stands in the form."


def pushed(web, branch: str, before: str, after: str) -> None:
    """Let somebody else change the file of the form on a branch."""
    held = web.github.at(branch if branch in web.github.branches else "main")[SITE]
    assert before.encode() in held
    web.github.push(branch, {SITE: held.replace(before.encode(), after.encode())})


def typed(web, words: str = "Othertown"):
    forms = web.open("data/entries/site")
    field(forms, PLACE).fill(words)
    return forms


def test_a_token_that_is_not_known_or_sees_nothing_is_told_before_anything_is_shown(web):
    web.sign_in("something else")
    told = web.tab.get_by_role("status")
    expect(told).to_have_text("GitHub does not know this token, or not any more. Make a new one.")

    web.github.broken["GET /repos/small/site"] = (404, {"message": "Not Found"})
    web.sign_in(READER)
    expect(told).to_have_text("There is no repository small/site, or this token may not see it.")

    web.github.broken["GET /repos/small/site"] = (200, {"permissions": {"push": False}})
    web.sign_in(READER)
    expect(told).to_have_text(
        f"This token may not write to small/site. Make one with these rights: {RIGHTS['github']}."
    )


def test_nobody_can_sign_in_before_the_page_listens(web):
    held = []

    def hold(route) -> None:
        held.append(route)

    web.tab.route("**/settings.json", hold)
    with web.tab.expect_request("**/settings.json"):
        web.tab.goto(web.address, wait_until="commit")
    button = web.tab.get_by_role("button", name="Sign in")
    expect(button).to_be_hidden()
    [asked] = held
    asked.continue_()
    expect(button).to_be_visible()


@pytest.mark.parametrize("name", ["settings.json", "waiting.js"])
def test_a_part_of_the_page_that_does_not_arrive_is_told(web, name):
    web.tab.route(f"**/{name}", lambda route: route.abort())
    web.tab.goto(web.address)

    part = "settings.json" if name == "settings.json" else "sign-in.js"  # which asks for all modules
    expect(web.tab.get_by_role("status")).to_have_text(
        f"A part of this page did not arrive: {part}. Is this computer online? Load the page anew. "
        "If that does not help, tell whoever looks after it."
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("house.zip", "A part of the forms did not arrive: house.zip. Is this computer online? Load this page anew."),
        (
            "python/pyodide.mjs",
            "Python, which the forms need, did not arrive, or does not run in this browser. Load this page anew.",
        ),
    ],
)
def test_a_program_that_does_not_arrive_is_told_while_one_signs_in(web, name, words):
    web.tab.context.route(f"**/{name}", lambda route: route.abort())
    web.sign_in()

    expect(web.tab.get_by_role("status")).to_have_text(words, timeout=SLOW)


def test_forms_that_do_not_arrive_are_told(web):
    web.tab.route("**/decap-cms.js", lambda route: route.abort())
    web.sign_in()

    expect(web.forms.get_by_role("status").filter(has_text="did not arrive: decap-cms.js")).to_be_visible(timeout=SLOW)


def test_a_token_without_rights_is_told_at_the_save_and_what_was_typed_can_be_copied(web):
    web.tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    forms = web.open("data/entries/site", READER)
    field(forms, PLACE).fill("Othertown")

    dialog = heading(web.save(), "This token does not do")
    dialog.get_by_role("button", name="I have no other").click()
    words = words_of(heading(dialog, "Nothing was saved"))
    assert words[1] == f"This token may not write to small/site. Make one with these rights: {RIGHTS['github']}."
    assert [STANDS, COPY] == words[2:4]
    dialog.get_by_role("button", name="Copy").click()
    expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    assert "place: Othertown\n" in web.tab.evaluate("navigator.clipboard.readText()")
    go_on(dialog)
    expect(field(forms, PLACE)).to_have_value("Othertown")
    assert {"main"} == web.github.branches.keys()

    dialog = heading(web.save(), "This token does not do")
    dialog.get_by_label("Your token").fill(WRITER)
    dialog.get_by_role("button", name="Save with this one").click()
    go_on(heading(dialog, "Saved as change 1"))
    assert b"place: Othertown\n" in web.github.at(BRANCH)[SITE]


def test_whoever_signs_out_leaves_no_token_behind(web):
    forms = web.open("data/entries/site")
    assert WRITER == web.tab.evaluate("sessionStorage.getItem('token')")

    forms.get_by_role("button", name="Account options dropdown").click()
    forms.get_by_text("Log Out").click()

    expect(web.tab.get_by_role("heading", name="Edit the site")).to_be_visible()
    kept = web.tab.evaluate("Object.values({...localStorage, ...sessionStorage})")
    assert [] == [value for value in kept if WRITER in value]


def test_a_host_that_is_away_is_told_and_what_was_typed_is_saved_when_it_is_back(web):
    forms = typed(web)
    web.stop()

    words = words_of(heading(web.save(), "Nothing was saved"))
    assert words[1] == "GitHub does not answer. Is this computer online? Try again in a while."
    assert [STANDS, COPY] == words[2:4]
    assert "place: Othertown" in words
    go_on(forms.get_by_role("dialog"))

    with served(web.github, urlsplit(web.github.api).port):
        go_on(heading(web.save(), "Saved as change 1"))
    assert b"place: Othertown\n" in web.github.at(BRANCH)[SITE]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (502, "GitHub is out of order at the moment (502). Try again in a while."),
        (429, "GitHub has been asked too often and wants a break. Try again in an hour at the latest."),
    ],
)
def test_a_host_that_is_out_of_order_is_told(web, status, words):
    forms = typed(web)
    web.github.broken["POST "] = (status, {"message": "..."})

    assert words == words_of(heading(web.save(), "Nothing was saved"))[1]

    web.github.broken.clear()
    go_on(forms.get_by_role("dialog"))
    heading(web.save(), "Saved as change 1")


def test_a_branch_that_moved_keeps_what_both_changed_in_different_places(web):
    forms = typed(web)
    go_on(heading(web.save(), "Saved as change 1"))
    pushed(web, BRANCH, "short_name: Small", "short_name: Smallest")
    fill(field(forms, PLACE), "Newtown")
    moving = ["description: ", "description: Really. "]

    def move() -> None:  # once more, at the last moment
        if moving:
            after, before = moving.pop(), moving.pop()
            pushed(web, BRANCH, before, after)

    web.github.before_a_branch_is_set = move

    assert JOINED in words_of(heading(web.save(), "Saved as change 1"))
    held = web.github.at(BRANCH)[SITE].decode()
    assert all(part in held for part in ("place: Newtown\n", "short_name: Smallest\n", "description: Really. "))


def test_two_people_in_one_place_decide_and_nothing_is_overwritten(web):
    forms = typed(web)
    with web.colleague() as other:
        field(other.open("data/entries/site"), PLACE).fill("Newtown")
        go_on(heading(other.save(), "Saved as change 1"))

    dialog = heading(web.save(), "The file says something else by now")
    assert ["In the file now\nNewtown", "In this form\nOthertown"] == (
        [part.inner_text().replace("\n\n", "\n").strip() for part in dialog.locator("section > div").all()]
    )
    dialog.get_by_role("button", name="Leave the file as it is").click()
    expect(forms.get_by_text("Nothing was saved.")).to_be_visible()
    assert b"place: Newtown\n" in web.github.at(BRANCH)[SITE]

    web.save().get_by_role("button", name="Put mine into the file").click()
    go_on(heading(dialog, "Saved as change 1"))
    assert b"place: Othertown\n" in web.github.at(BRANCH)[SITE]
    assert 1 == len(web.github.pulls)


def test_the_site_that_moved_keeps_what_others_changed_in_it(web):
    forms = typed(web)
    pushed(web, "main", "short_name: Small", "short_name: Smallest")

    dialog = heading(web.save(), "Saved as change 1")

    assert JOINED in words_of(dialog)
    go_on(dialog)
    expect(forms.get_by_text("Changes saved")).to_be_visible()
    assert [SITE] == web.github.changed(BRANCH)
    assert b"short_name: Smallest\n" in web.github.at(BRANCH)[SITE]


def test_after_a_change_was_closed_the_next_save_is_a_new_one_and_says_so(web):
    forms = typed(web)
    go_on(heading(web.save(), "Saved as change 1"))
    web.github.pulls[0]["state"] = "closed"
    fill(field(forms, CONTACT), "Write to hello@smallcoalition.org")

    web.save()

    dialog = heading(forms.get_by_role("dialog", name="Saved as change 2"), "Saved as change 2")
    assert words_of(dialog)[1] == (
        "The change 1, which this form showed, is closed by now. This is a new one, made from the site as it is."
    )
    assert f"{BRANCH}.2" == web.github.pulls[1]["head"]["ref"]
    assert b"place: Othertown\n" in web.github.at(BRANCH)[SITE]  # nothing of the closed one is lost
    assert b"contact: Write to hello" in web.github.at(f"{BRANCH}.2")[SITE]


def test_a_pull_request_that_cannot_be_opened_is_told_and_opened_with_the_next_save(web):
    web.github.broken["POST /repos/small/site/pulls"] = (403, {"message": "Resource not accessible"})
    forms = typed(web)

    dialog = heading(web.save(), "Saved, but nobody is asked to look yet")
    assert words_of(dialog)[1].startswith(f"What you saved stands in the branch {BRANCH}. No pull request could be")
    go_on(dialog)
    assert b"place: Othertown\n" in web.github.at(BRANCH)[SITE]

    web.github.broken.clear()
    fill(field(forms, PLACE), "Newtown")
    heading(web.save(), "Saved as change 1")
    assert b"place: Newtown\n" in web.github.at(BRANCH)[SITE]
