"""The form in which bad news is told."""

import pytest

from sources.problems import Gathering, Place, Problem, ProblemsFound, guess, report

SLIP = Problem(Place("content/data/membership.yaml", 48, 7), "a slip.", "Changing a tier")
OTHER = Problem(Place("content/data/membership.yaml", 9, 1), "another slip.", "Changing a tier")
PAGE = Problem(Place("content/pages/about.md", 2, 1), "a slip.", "Front matter")


def test_the_report_counts_sorts_by_line_and_names_each_section_of_the_guide_once():
    expected = """\
3 problems in 2 files; nothing was published.
  content/data/membership.yaml:9:1: another slip.
  content/data/membership.yaml:48:7: a slip.
  content/pages/about.md:2:1: a slip.
  See GUIDE.md, "Changing a tier".
  See GUIDE.md, "Front matter"."""

    assert expected == report([PAGE, SLIP, OTHER, SLIP])


def test_one_problem_is_not_called_problems():
    assert report([SLIP]).startswith("1 problem in 1 file; nothing was published.\n")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("particpation", ' Did you mean "participation"?'),
        ("Participation", ' Did you mean "participation"?'),
        ("zebra", " Expected one of: participation, number."),
    ],
)
def test_a_guess_names_the_nearest_choice_or_all_of_them(word, expected):
    assert expected == guess(word, ["participation", "number"])


def test_every_step_runs_and_the_problems_of_all_come_together():
    def fail(problem):
        raise ProblemsFound([problem])

    gathering = Gathering()
    assert gathering.attempt(fail, SLIP) is None
    assert gathering.attempt(lambda: "fine") == "fine"
    assert gathering.attempt(fail, PAGE) is None

    with pytest.raises(ProblemsFound) as found:
        gathering.settle("value")

    assert found.value.problems == (SLIP, PAGE)
