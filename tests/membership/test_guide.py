"""The way through the guide: what is asked, what comes out, and why."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from membership.guide import Ask, Match, Outcome, Step, steps, walk
from membership.guide_records import Guide

TIERS = ("ally", "member", "partner")


def guide(questions: dict[str, str], *rules: dict) -> Guide:
    """Return a guide; the answers of a question stand in one text."""
    return Guide.model_validate(
        {
            "questions": [
                {"id": name, "title": name, "answers": [{"id": one, "title": one} for one in answers.split()]}
                for name, answers in questions.items()
            ],
            "rules": rules,
        }
    )


def first_step(questions: dict[str, str], *rules: dict) -> Step:
    """Return the first step of a guide."""
    return walk(guide(questions, *rules), TIERS)


def rule(tier: str, note: str | None = None, **answers: str) -> dict:
    """Return a rule; the answers to a question stand in one text."""
    return {"tier": tier, "note": note, "answers": {name: text.split() for name, text in answers.items()}}


def follow(step: Step, **answers: str) -> tuple[list[str], Outcome]:
    """Return the questions that somebody with these answers is asked, and what comes out."""
    asked = []
    while isinstance(step, Ask):
        asked.append(step.question.id)
        step = step.steps[[answer.id for answer in step.question.answers].index(answers[step.question.id])]
    return asked, step


def tiers(matches: tuple[Match, ...]) -> list[str]:
    return [match.tier for match in matches]


def points(match: Match) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return question, answer and wanted answers of each point."""
    return [(point.said.question.id, point.said.answer.id, point.wanted) for point in match.points]


KIND = {"kind": "person firm group"}
KIND_AND_SHARE = {**KIND, "share": "most some"}
DEPTH = (
    rule("partner", kind="firm", share="most"),
    rule("member", kind="firm"),
    rule("ally", kind="group"),
)


@pytest.mark.parametrize(
    ("questions", "rules", "answers", "asked", "fits"),
    [
        pytest.param(KIND, DEPTH[1:], {"kind": "firm"}, ["kind"], ["member"], id="one tier"),
        pytest.param(
            KIND_AND_SHARE, DEPTH, {"kind": "firm", "share": "most"}, ["kind", "share"], ["member", "partner"],
            id="several tiers, in the order of the tiers and not of the rules",
        ),
        pytest.param(KIND_AND_SHARE, DEPTH, {"kind": "group"}, ["kind"], ["ally"], id="no question that is settled"),
        pytest.param(KIND_AND_SHARE, DEPTH, {"kind": "person"}, ["kind"], [], id="no tier"),
        pytest.param(
            KIND_AND_SHARE, [rule("ally", kind="person"), rule("ally", share="most")], {"kind": "person"}, ["kind"],
            ["ally"], id="one rule of several is enough, and nothing more is asked",
        ),
        pytest.param(
            KIND_AND_SHARE, [rule("ally", kind="person"), rule("ally", share="most")],
            {"kind": "firm", "share": "most"}, ["kind", "share"], ["ally"], id="another rule of several is enough",
        ),
        pytest.param(KIND, [rule("ally"), *DEPTH[1:2]], {"kind": "person"}, ["kind"], ["ally"],
                     id="a rule without answers always holds"),
        pytest.param(KIND, [rule("ally")], {}, [], ["ally"], id="nothing to ask"),
        pytest.param(
            KIND, [rule("ally", kind="person"), rule("ally", kind="firm"), rule("ally", kind="group")], {}, [],
            ["ally"], id="no question whose every answer leads to the same",
        ),
    ],
)  # fmt: skip
def test_what_is_asked_and_what_comes_out(questions, rules, answers, asked, fits):
    found, outcome = follow(first_step(questions, *rules), **answers)

    assert asked == found
    assert fits == tiers(outcome.fits)


def test_the_reasons_of_a_tier_are_the_answers_to_what_its_rule_names():
    _, outcome = follow(first_step(KIND_AND_SHARE, *DEPTH), kind="firm", share="most")

    member, partner = outcome.fits
    assert [("kind", "firm", ("firm",))] == points(member)
    assert [("kind", "firm", ("firm",)), ("share", "most", ("most",))] == points(partner)


def test_a_tier_that_does_not_fit_names_only_what_was_missed():
    _, outcome = follow(first_step(KIND_AND_SHARE, *DEPTH), kind="firm", share="some")

    assert ["ally", "partner"] == tiers(outcome.others)
    assert [("kind", "firm", ("group",))] == points(outcome.others[0])
    assert [("share", "some", ("most",))] == points(outcome.others[1])


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([rule("ally", kind="person", share="some"), rule("ally", kind="person")], ["kind"]),
        ([rule("ally", kind="person"), rule("ally", kind="firm group", share="some")], ["share"]),
    ],
    ids=["the fewest", "of as many, the latest"],
)
def test_of_several_rules_the_nearest_says_what_was_missed(rules, expected):
    _, outcome = follow(first_step(KIND_AND_SHARE, *rules, DEPTH[0]), kind="firm", share="most")

    assert expected == [name for name, _, _ in points(outcome.others[0])]


def test_a_tier_without_rules_is_not_spoken_of():
    _, outcome = follow(first_step(KIND, rule("ally", kind="group")), kind="firm")

    assert ["ally"] == tiers(outcome.others)


def test_a_note_comes_with_the_rule_that_holds_and_is_worth_a_question():
    noted = first_step(KIND_AND_SHARE, rule("ally", share="most"), rule("ally", note="Ask first.", share="some"))

    assert ["share"] == follow(noted, share="some")[0]
    assert [None, "Ask first."] == [follow(noted, share=share)[1].fits[0].note for share in ("most", "some")]


def test_every_step_knows_the_way_there():
    ways = steps(first_step(KIND_AND_SHARE, *DEPTH))

    assert [[], ["person"], ["firm"], ["firm", "most"], ["firm", "some"], ["group"]] == [
        [one.answer.id for one in step.said] for step in ways
    ]


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
