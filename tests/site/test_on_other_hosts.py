"""The forms are the same on GitLab and on Gitea: a save is a change, and nobody writes over what another saved."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from preview.admin.hosts import RIGHTS

from .editing import field, fill
from .github import READER, WRITER
from .on_the_web import words_of
from .other_hosts import Gitea, GitLab
from .test_on_the_web import BRANCH, CONTACT, PLACE, SITE, go_on, heading
from .test_on_the_web_told import JOINED, pushed

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("web", [GitLab, Gitea], indirect=True)
def test_a_save_is_a_change_of_this_file_alone_and_a_branch_that_moved_keeps_both(web):
    before = web.github.at("main")
    forms = web.open("data/entries/site")
    field(forms, PLACE).fill("Othertown")
    go_on(heading(web.save(), "Saved as change 1"))

    assert before == web.github.at("main")
    assert [SITE] == web.github.changed(BRANCH)
    assert before[SITE].replace(b"Anytown", b"Othertown") == web.github.at(BRANCH)[SITE]

    moving = ["description: ", "description: Really. "]

    def move() -> None:
        if moving:
            after, before = moving.pop(), moving.pop()
            pushed(web, BRANCH, before, after)

    web.github.before_a_branch_is_set = move
    fill(field(forms, PLACE), "Newtown")
    assert JOINED in words_of(heading(web.save(), "Saved as change 1"))
    held = web.github.at(BRANCH)[SITE]
    assert b"place: Newtown\n" in held
    assert b"description: Really. " in held
    assert 1 == len(web.github.pulls)


@pytest.mark.parametrize("web", [GitLab, Gitea], indirect=True)
def test_what_does_not_go_well_is_told_in_the_same_words_and_nothing_is_lost(web):
    style, name = web.github.called
    forms = web.open("data/entries/site", READER)
    field(forms, PLACE).fill("Othertown")
    dialog = heading(web.save(), "This token does not do")
    expect(dialog).to_contain_text(
        f"This token may not write to small/site. Make one with these rights: {RIGHTS[style]}."
    )
    dialog.get_by_label("Your token").fill(WRITER)
    dialog.get_by_role("button", name="Save with this one").click()
    go_on(heading(dialog, "Saved as change 1"))

    pushed(web, BRANCH, "place: Othertown", "place: Newtown")
    fill(field(forms, PLACE), "Thirdtown")
    heading(web.save(), "The file says something else by now")
    dialog.get_by_role("button", name="Put mine into the file").click()
    go_on(heading(dialog, "Saved as change 1"))
    assert b"place: Thirdtown\n" in web.github.at(BRANCH)[SITE]

    web.github.pulls[0]["state"] = "closed"
    fill(field(forms, CONTACT), "Write to hello@smallcoalition.org")
    assert "is closed by now" in words_of(heading(web.save(), "Saved as change 2"))[1]
    go_on(dialog)
    assert b"contact: Write to hello" in web.github.at(f"{BRANCH}.2")[SITE]

    fill(field(forms, CONTACT), "Write to us@smallcoalition.org")
    web.stop()
    words = words_of(heading(web.save(), "Nothing was saved"))
    assert f"{name} does not answer. Is this computer online? Try again in a while." == words[1]
    assert "contact: Write to us@smallcoalition.org" in words


@pytest.mark.parametrize("web", [GitLab], indirect=True)
def test_gitlab_tells_what_a_failed_job_found_in_the_words_of_make_check(web):
    report = f"1 problem in 1 file; nothing was published.\n\x1b[31m  {SITE}:3:7: the place is not there.\x1b[0m\n"
    job = {"id": 7, "name": "check", "status": "failed", "allow_failure": False, "description": None}
    shown = {"id": 8, "name": "netlify/deploy-preview", "status": "success", "target_url": "https://7--small.test"}
    deployed = {"id": 9, "name": "deploy", "status": "success", "target_url": "https://github.test/small/site/-/jobs/9"}
    web.github.runs = [deployed, job | {"target_url": None, "wrote": report.encode()}, shown]
    field(web.open("data/entries/site"), PLACE).fill("Othertown")

    dialog = heading(web.save(), "Saved as change 1")

    expect(dialog.get_by_role("listitem")).to_have_text(f"{SITE}:3: the place is not there.")
    preview = dialog.get_by_role("link", name="Look at the site with this change")
    expect(preview).to_have_attribute("href", "https://7--small.test")


@pytest.mark.parametrize("web", [GitLab, Gitea], indirect=True)
def test_a_check_that_failed_without_a_place_is_told_with_the_way_to_what_it_says(web):
    where = "/small/site/actions/runs/7/jobs/0" if isinstance(web.github, Gitea) else "https://ci.test/7"
    failed = {"status": "failure", "context": "Publish / check", "description": "Failing after 9s", "target_url": where}
    web.github.statuses = [failed, failed | {"context": "lint", "status": "success"}]
    job = {"id": 7, "name": failed["context"], "allow_failure": False, "wrote": None}
    web.github.runs = [{**failed, **job, "status": "failed"}]
    field(web.open("data/entries/site"), PLACE).fill("Othertown")

    dialog = heading(web.save(), "Saved as change 1")

    expect(dialog.get_by_role("listitem")).to_have_text("Publish / check failed: Failing after 9s What it says")
    link = dialog.get_by_role("link", name="What it says")
    expect(link).to_have_attribute("href", where if where.startswith("https") else f"https://github.test{where}")


@pytest.mark.parametrize("web", [Gitea], indirect=True)
def test_checks_that_have_not_begun_are_no_checks_without_problems(web):
    web.github.statuses = []
    field(web.open("data/entries/site"), PLACE).fill("Othertown")

    dialog = heading(web.save(), "Saved as change 1")

    web.tab.wait_for_function(
        "() => performance.getEntriesByType('resource').some((one) => one.name.endsWith('/status'))"
    )
    expect(dialog.get_by_role("listitem")).to_have_text("The checks have not said anything yet.")
