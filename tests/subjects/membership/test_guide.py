"""The way through the guide: what is asked, what comes out, and why."""

import pytest

from subjects.membership.guide import Step, steps, walk

from .short_guides import TIERS, follow, guide, points, rule, tiers


def first_step(questions: dict[str, str], *rules: dict) -> Step:
    """Return the first step of a guide."""
    return walk(guide(questions, *rules), TIERS)


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
