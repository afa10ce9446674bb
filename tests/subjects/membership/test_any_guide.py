"""Whatever a guide asks and rules, whoever answers comes out where the rules say, and is told true reasons."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from subjects.membership.guide import Ask, Outcome, steps, walk
from subjects.membership.records import Guide

from .short_guides import TIERS, follow, guide, points, rule, tiers


@st.composite
def guides(draw) -> Guide:
    """Return a valid guide of up to four questions with two or three answers each."""
    texts = draw(st.lists(st.sampled_from(["a b", "a b c"]), min_size=1, max_size=4))
    questions = {f"question-{number}": text for number, text in enumerate(texts)}

    def condition(answers: str) -> st.SearchStrategy[str]:
        return st.sets(st.sampled_from(answers.split()), min_size=1).map(lambda chosen: " ".join(sorted(chosen)))

    conditions = st.fixed_dictionaries({}, optional={name: condition(text) for name, text in questions.items()})
    rules = st.builds(lambda tier, answers: rule(tier, **answers), st.sampled_from(TIERS), conditions)
    return guide(questions, *draw(st.lists(rules, min_size=1, max_size=6)))


def every_answer(a_guide: Guide) -> list[dict[str, str]]:
    """Return every way to answer all the questions."""
    names = [question.id for question in a_guide.questions]
    each = product(*([answer.id for answer in question.answers] for question in a_guide.questions))
    return [dict(zip(names, one, strict=True)) for one in each]


def expected_fits(a_guide: Guide, answers: dict[str, str]) -> list[str]:
    """Return the tiers with a rule that all the answers meet, told in the plainest way."""
    return [
        tier for tier in TIERS
        if any(all(answers[name] in wanted for name, wanted in one.answers.items()) for one in a_guide.rules_of(tier))
    ]  # fmt: skip


@settings(deadline=None)
@given(guides())
def test_every_way_ends_where_the_rules_say_whoever_answers(a_guide):
    first = walk(a_guide, TIERS)
    for answers in every_answer(a_guide):
        asked, outcome = follow(first, **answers)

        assert asked == [question.id for question in a_guide.questions if question.id in asked]
        assert expected_fits(a_guide, answers) == tiers(outcome.fits)
        assert {one.tier for one in a_guide.rules} - set(tiers(outcome.fits)) == set(tiers(outcome.others))


@settings(deadline=None)
@given(guides())
def test_every_reason_was_said_and_every_miss_is_one(a_guide):
    for step in steps(walk(a_guide, TIERS)):
        if isinstance(step, Outcome):
            given_answers = {one.question.id: one.answer.id for one in step.said}
            for match in (*step.fits, *step.others):
                assert all(given_answers[name] == answer for name, answer, _ in points(match))
            assert all(answer in wanted for match in step.fits for _, answer, wanted in points(match))
            assert all(answer not in wanted for match in step.others for _, answer, wanted in points(match))
            assert all(match.points for match in step.others)


@settings(deadline=None)
@given(guides())
def test_every_tier_with_a_rule_is_reached(a_guide):
    ends = [step for step in steps(walk(a_guide, TIERS)) if isinstance(step, Outcome)]

    assert {one.tier for one in a_guide.rules} == {match.tier for end in ends for match in end.fits}


@settings(deadline=None)
@given(guides())
def test_a_question_is_asked_if_and_only_if_it_can_change_the_outcome(a_guide):
    asked = {step.question.id for step in steps(walk(a_guide, TIERS)) if isinstance(step, Ask)}
    weighty = {
        question.id
        for question in a_guide.questions
        for answers in every_answer(a_guide)
        for other in question.answers
        if expected_fits(a_guide, answers) != expected_fits(a_guide, {**answers, question.id: other.id})
    }

    assert weighty == asked
