"""A file is brought back as it was in a commit, or after a save, by the same checks as any change."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from preview.editor.states import states
from programs import environment

from .asked import SITE, ask, read, save

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
PLACE = "data/site.yaml"


def commit(coalition, subject: str, day: str) -> None:
    """Commit the content folder as somebody would, on a day."""
    who = ["-c", "user.name=Office", "-c", "user.email=office@example.org"]
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", subject]):
        told = environment(GIT_COMMITTER_DATE=f"{day}T10:00:00Z")
        subprocess.run(["git", *words], cwd=coalition.content, check=True, env=told)


@needs_git
def test_the_committed_states_of_a_file_are_listed_and_brought_back(coalition):
    before = coalition.read(PLACE)
    commit(coalition, "Begin the site", "2026-11-02")
    coalition.change(PLACE, "place: Anytown", "place: Newtown")
    commit(coalition, "Move to Newtown", "2026-11-12")
    coalition.change(PLACE, "place: Newtown", "place: Othertown")

    newtown, anytown = ask(coalition, "states", path=SITE)[1]
    assert ("2026-11-12T10:00:00+00:00", "Move to Newtown") == (newtown["at"], newtown["words"])
    assert "-place: Othertown\n+place: Newtown" in newtown["difference"]
    assert "Begin the site" == anytown["words"]

    assert (200, {"message": "brought back"}) == ask(coalition, "asItWas", path=SITE, at=anytown["at"])
    assert before == coalition.read(PLACE)
    assert 200 == ask(coalition, "bringBack", number=1)[0]
    assert "place: Othertown\n" in coalition.read(PLACE)


@needs_git
def test_a_committed_state_that_would_bring_a_problem_is_refused(coalition):
    good = coalition.read(PLACE)
    coalition.change(PLACE, "place: Anytown", "place: Ask Dr. Pat Smith")
    commit(coalition, "Name somebody", "2026-11-02")
    coalition.write(PLACE, good)

    (named,) = ask(coalition, "states", path=SITE)[1]
    status, told = ask(coalition, "asItWas", path=SITE, at=named["at"])
    assert 422 == status
    assert '"Pat Smith" looks like a person' in told["error"]
    assert good == coalition.read(PLACE)


def test_without_git_the_states_are_those_after_each_save_and_one_takes_the_place_of_a_broken_file(coalition):
    assert [] == ask(coalition, "states", path=SITE)[1]
    save(coalition, SITE, read(coalition, SITE) | {"place": "Othertown"})
    good = coalition.read(PLACE)
    coalition.change(PLACE, "place: Othertown", "place: [")

    (saved,) = ask(coalition, "states", path=SITE)[1]
    assert "saved here" == saved["words"]
    assert 200 == ask(coalition, "asItWas", path=SITE, at=saved["at"])[0]
    assert good == coalition.read(PLACE)
    assert [] == states(PLACE, coalition.content)


def test_a_state_that_nobody_knows_is_told_and_only_files_of_the_editor_have_any(coalition):
    told = "content/data/site.yaml: this state of the file is not known any more."
    assert (422, {"error": told}) == ask(coalition, "asItWas", path=SITE, at="2026-11-02")
    assert 422 == ask(coalition, "states", path="content/../secret.md")[0]
