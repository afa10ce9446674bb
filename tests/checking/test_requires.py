"""What site.yaml demands must be there; anything else may be missing, and is told where a page asks for it."""

import pytest

from checking.check import check, components
from checking.inputs import Inputs
from checking.loading import load
from checking.requires import requirement_problems
from conftest import ROOT, THEME
from sources.problems import Gathering
from sources.result_store import NoStore
from subjects import all_subjects

SITE = "content/data/site.yaml"
BACK = "Bring it back, or take the word out here."
GONE = "there are no help lines: content/data/help-lines.yaml is missing"


def demanding(coalition, words: str) -> None:
    coalition.write("data/site.yaml", f"requires: {words}\n{coalition.read('data/site.yaml')}")


def without_help_lines(coalition) -> None:
    (coalition.content / "data" / "help-lines.yaml").unlink()


def test_what_nobody_demands_may_go(coalition):
    without_help_lines(coalition)

    assert coalition.problems() == []


def test_what_is_demanded_and_missing_is_told_at_its_word(coalition):
    demanding(coalition, "[exit-link, help-lines]")
    without_help_lines(coalition)

    assert coalition.problems() == [f"{SITE}:1:23: requires: {GONE}. {BACK}"]


@pytest.mark.parametrize("words", ["help-lines", "help_lines", "Help lines", "\n  - help lines", "[HELP-LINES]"])
def test_a_demand_may_be_written_like_the_file_like_the_field_or_in_words(coalition, words):
    demanding(coalition, words)

    assert coalition.problems() == []
    without_help_lines(coalition)
    assert [f"requires: {GONE}. {BACK}"] == [problem.split(": ", 1)[1] for problem in coalition.problems()]


def test_a_demand_that_nothing_is_called_by_is_told_with_a_guess(coalition):
    demanding(coalition, "[exit-lnk]")

    assert coalition.problems() == [f'{SITE}:1:12: requires: unknown "exit-lnk". Did you mean "exit-link"?']


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("exit_link: {url: https://www.weather.gov/}\n", "", f"there is no exit link: {SITE} has no exit_link"),
        ("  mission: {text: A small mission}\n", "", f"there is no mission in {SITE}, statements"),
        ("place: Anytown", "place: null", f"there is no place: {SITE} has no place"),
        ("navigation:\n  - {page: membership/index}\n", "", f"there is no menu at the top: {SITE} has no navigation"),
    ],
)
def test_every_fact_of_the_site_can_be_demanded(coalition, old, new, told):
    demanding(coalition, "[exit-link, mission, place, navigation]")
    assert coalition.problems() == []

    coalition.change("data/site.yaml", old, new)
    assert [f"requires: {told}. {BACK}"] == [problem.split(": ", 1)[1] for problem in coalition.problems()]


def test_a_demanded_history_is_not_there_while_its_page_is_a_draft(coalition):
    demanding(coalition, "history")
    period = "timeline: [{shown: Since 2001, from: 2001, led_by: Ann}]"
    coalition.write("pages/story.md", f"---\ntitle: Story\ndescription: Story.\n{period}\n---\n")
    assert coalition.problems() == []

    coalition.change("pages/story.md", "title:", "status: draft\ntitle:")
    none = "there is no history: no page in content/pages has a timeline in its front matter"
    assert coalition.problems() == [f"{SITE}:1:11: requires: {none}. {BACK}"]


def test_what_is_demanded_is_not_missed_again_by_every_page_that_asks_for_it(coalition):
    demanding(coalition, "help-lines")
    coalition.write("pages/help.md", "---\ntitle: Help\ndescription: Help.\n---\n\n::: help-lines\n")
    without_help_lines(coalition)

    assert coalition.problems() == [f"{SITE}:1:11: requires: {GONE}. {BACK}"]


@pytest.mark.parametrize(
    ("directive", "told"),
    [
        ("help-lines", GONE),
        ("statement vision", f"there is no vision in {SITE}, statements"),
        ("statement", f"there is no vision in {SITE}, statements"),
        ("values", f"there are no values in {SITE}, statements"),
    ],
)
def test_a_directive_that_draws_what_is_missing_says_so(coalition, directive, told):
    without_help_lines(coalition)
    coalition.write("data/site.yaml", "name: Small Coalition\n")
    coalition.write("pages/help.md", f"---\ntitle: Help\ndescription: Help.\n---\n\n::: {directive}\n")

    assert coalition.problems() == [
        f"content/pages/help.md:6:1: ::: {directive}: {told}. Add it, or take this line out."
    ]


def test_a_statement_that_is_missing_is_told_beside_one_that_is_there(coalition):
    coalition.change("data/site.yaml", "  vision: {text: A small vision}\n", "")
    page = "---\ntitle: Aims\ndescription: Aims.\n---\n\n::: statement mission\n\n::: statement vision\n"
    coalition.write("pages/aims.md", page)

    assert coalition.problems() == [
        f"content/pages/aims.md:8:1: ::: statement vision: there is no vision in {SITE}, statements. "
        "Add it, or take this line out."
    ]


def test_every_subject_but_the_moved_pages_can_be_demanded(coalition):
    loaded = load(Inputs(coalition.content, THEME, Gathering(), NoStore()), production=True)
    parts = {one.name: [part.name for part in one.parts(loaded)] for one in all_subjects()}

    assert {"moved pages"} == {name for name, own in parts.items() if not own}
    assert list(requirement_problems(loaded)) == []


def test_directives_that_lack_something_are_those_that_are_known_where_nothing_lacks(coalition):
    loaded = load(Inputs(coalition.content, THEME, Gathering(), NoStore()), production=True)
    calls = {call.partition(" ")[0] for one in all_subjects() for part in one.parts(loaded) for call in part.calls}
    living = check(ROOT / "tests" / "coalitions" / "federation", THEME, production=True)
    drawn = {*components(coalition.check()), *components(living)}

    assert calls | {"timeline"} == drawn
