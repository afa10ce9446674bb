"""The forms are the same on GitLab and on Gitea: a save is a change, and nobody writes over what another saved."""

from __future__ import annotations

import pytest

from .editing import field, fill
from .on_the_web import words_of
from .other_hosts import Gitea, GitLab
from .test_on_the_web import BRANCH, PLACE, SITE, go_on, heading
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
