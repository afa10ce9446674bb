"""Mistakes in the guide, each told at its place."""

import pytest

FILE = "content/data/membership.yaml"
GUIDE = """\
guide:
  questions:
    - id: who
      title: Who would join?
      criterion: kind
      answers:
        - {id: firm, title: A firm}
        - {id: person, title: A person}
    - id: time
      title: How much time do you have?
      answers:
        - {id: much, title: Much}
        - {id: little, title: Little}
  rules:
    - {tier: partner, answers: {who: firm, time: much}}
    - {tier: friend, answers: {who: [person]}}
    - {tier: friend, answers: {time: little}}
"""


@pytest.fixture
def guided(coalition):
    """Return the small coalition with a guide; the guide begins on line 33 of its file."""
    coalition.write("data/membership.yaml", coalition.read("data/membership.yaml") + GUIDE)
    coalition.write("pages/which.md", "---\ntitle: Which tier?\ndescription: Find it.\n---\n\n::: guide\n")
    assert coalition.line("data/membership.yaml", "guide:") == 33
    return coalition


def test_a_good_guide_has_no_problem(guided):
    assert [] == guided.problems()


def test_a_coalition_needs_no_guide(coalition):
    assert [] == coalition.problems()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "criterion: kind",
            "criterion: kinds",
            ['37:18: guide, question "who": unknown criterion "kinds". Did you mean "kind"?'],
        ),
        (
            "tier: partner, answers",
            "tier: partners, answers",
            [
                '33:1: guide: no answers lead to tier "partner". Add a rule, or name the tier under "left_out".',
                '47:14: guide, rule 1: unknown tier "partners". Did you mean "partner"?',
            ],
        ),
        (
            "{time: little}",
            "{tine: little}",
            ['49:32: guide, rule 3: unknown question "tine". Did you mean "time"?'],
        ),
        (
            "who: [person]",
            "who: [persons]",
            ['48:38: guide, rule 2: question "who" has no answer "persons". Did you mean "person"?'],
        ),
        (
            "who: firm,",
            "who: frim,",
            ['47:38: guide, rule 1: question "who" has no answer "frim". Did you mean "firm"?'],
        ),
        (
            "id: time",
            "id: who",
            [
                '41:11: question "who": this id is taken, see line 35. Each question has its own.',
                '47:44: guide, rule 1: unknown question "time". Expected one of: who.',
                '47:38: guide, rule 1: question "who" has no answer "firm". Expected one of: much, little.',
                '48:38: guide, rule 2: question "who" has no answer "person". Expected one of: much, little.',
                '49:32: guide, rule 3: unknown question "time". Expected one of: who.',
            ],
        ),
        (
            "id: little",
            "id: much",
            [
                '45:16: answer "much": this id is taken, see line 44. Each answer has its own.',
                '49:38: guide, rule 3: question "time" has no answer "little". Expected one of: much.',
            ],
        ),
        (
            "title: Little",
            "title: much",
            ['45:31: guide, question "time": two answers say "much", see line 44. Nobody could tell which.'],
        ),
        (
            "{time: little}}\n",
            "{time: little}}\n  left_out: [freind]\n",
            ['50:14: guide, left_out: unknown tier "freind". Did you mean "friend"?'],
        ),
        (
            "  rules:\n",
            "  left_out: [partner]\n  rules:\n",
            ['46:14: guide, left_out: a rule names "partner". Delete one of the two.'],
        ),
        (
            "    - {tier: friend, answers: {time: little}}\n",
            "    - {tier: friend, answers: {who: person, time: much}}\n",
            ['49:7: guide, rule 3: wherever it holds, an earlier one for "friend" does too. Delete it.'],
        ),
        (
            "{id: little, title: Little}",
            "{id: little}",
            ['45:11: guide, question "time", answer "little": missing "title".'],
        ),
        (
            "who: [person]",
            "who: []",
            ["48:37: guide, rule 2, answers who: expected at least 1 in the list, found 0."],
        ),
        (
            "  rules:\n",
            "  rule:\n",
            ['46:3: guide: unknown field "rule". Did you mean "rules"?'],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)
def test_a_mistake_in_the_guide_is_told_with_its_place_and_a_guess(guided, old, new, expected):
    guided.change("data/membership.yaml", old, new)

    assert sorted(f"{FILE}:{one}" for one in expected) == sorted(guided.problems())


def test_a_question_whose_answer_changes_nothing_is_a_problem(guided):
    guided.change("data/membership.yaml", ", time: much}", "}")
    guided.change("data/membership.yaml", "    - {tier: friend, answers: {time: little}}\n", "")

    assert [
        f'{FILE}:41:7: guide, question "time": its answer changes nothing, so it is never asked. '
        "Name its answers in the rules, or delete it."
    ] == guided.problems()


def test_a_guide_left_empty_is_none(guided):
    guided.write("data/membership.yaml", guided.read("data/membership.yaml").split("  questions")[0])

    assert ['content/pages/which.md:6:1: ::: guide: there is no "guide" in data/membership.yaml.'] == guided.problems()


def test_a_guide_that_no_page_shows_is_a_problem(guided):
    guided.change("pages/which.md", "::: guide", "Soon.")

    assert [f'{FILE}:33:1: guide: no page shows it. Put "::: guide" on a page.'] == guided.problems()


def test_a_page_cannot_show_a_guide_that_there_is_not(coalition):
    coalition.change("pages/index.md", "::: ways", "::: guide")

    assert [
        'content/pages/index.md:7:1: ::: guide: there is no "guide" in data/membership.yaml.'
    ] == coalition.problems()


def add_questions(guided, count: int, answers: int) -> None:
    offered = "".join(f"        - {{id: a{number}, title: Answer {number}}}\n" for number in range(answers))
    added = "".join(
        f"    - id: more-{number}\n      title: More?\n      answers:\n{offered}" for number in range(count)
    )
    guided.change("data/membership.yaml", "  rules:\n", f"{added}  rules:\n")


def test_a_guide_of_too_many_ways_is_told_before_any_is_tried(guided):
    add_questions(guided, count=4, answers=8)

    assert [
        f"{FILE}:33:1: guide: its answers combine in 16,384 ways; at most 1,000 can be checked. "
        "Ask fewer questions, or offer fewer answers."
    ] == guided.problems()


def test_a_guide_of_more_steps_than_a_page_holds_is_a_problem(guided):
    add_questions(guided, count=2, answers=7)
    rules = "".join(
        f"    - {{tier: friend, answers: {{more-0: a{number}, more-1: a{number}}}}}\n" for number in range(7)
    )
    guided.change("data/membership.yaml", "    - {tier: friend, answers: {time: little}}\n", rules)

    assert [
        f"{FILE}:33:1: guide: it has 117 steps; a page holds at most 100. Ask fewer questions, or offer fewer answers."
    ] == guided.problems()
