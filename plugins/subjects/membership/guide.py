"""The way through the guide: which question comes next, and which tiers may fit in the end.

A question is asked only where its answer changes the outcome; so a question that is never asked changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from .records import Choice, Guide, Question, Rule


@dataclass(frozen=True, slots=True)
class Said:
    """One answer on the way."""

    question: Question
    answer: Choice


@dataclass(frozen=True, slots=True)
class Point:
    """One condition of a rule, and the answer that met or missed it."""

    said: Said
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A tier beside the answers: the conditions that they met, if it may fit, or else the ones that they missed."""

    tier: str
    points: tuple[Point, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a way: the tiers that may fit, and the others, both in the order of the tiers."""

    said: tuple[Said, ...]
    fits: tuple[Match, ...]
    others: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question on the way, with the step that follows each of its answers."""

    said: tuple[Said, ...]
    question: Question
    steps: tuple[Step, ...]


Step: TypeAlias = Ask | Outcome


def walk(guide: Guide, tiers: Sequence[str]) -> Step:
    """Return the first step, and with it every way through; `tiers` are the ids of all tiers in their order."""
    return _step(guide, tiers, guide.questions, ())


def steps(first: Step) -> tuple[Step, ...]:
    """Return a step and all that may follow, each before the ones it leads to."""
    following = first.steps if isinstance(first, Ask) else ()
    return (first, *(step for one in following for step in steps(one)))


def first_rule(rules: Sequence[Rule], given: Mapping[str, str]) -> Rule | None:
    """Return the first rule that no answer rules out; `given` holds answers by question."""
    return next((rule for rule in rules if not _missed(rule, given)), None)


def _step(guide: Guide, tiers: Sequence[str], left: tuple[Question, ...], said: tuple[Said, ...]) -> Step:
    if not left:
        return _outcome(guide, tiers, said)
    question, rest = left[0], left[1:]
    following = tuple(_step(guide, tiers, rest, (*said, Said(question, answer))) for answer in question.answers)
    if len({_result(step) for step in following}) > 1:
        return Ask(said, question, following)
    return _step(guide, tiers, rest, said)


def _result(step: Step) -> object:
    """Return what a step comes to, whatever the way there: steps that come to the same are equal here."""
    if isinstance(step, Ask):
        return step.question.id, tuple(_result(one) for one in step.steps)
    return tuple((match.tier, match.note) for match in step.fits)


def _outcome(guide: Guide, tiers: Sequence[str], said: tuple[Said, ...]) -> Outcome:
    given = {one.question.id: one.answer.id for one in said}
    fits, others = [], []
    for tier in tiers:
        rules = guide.rules_of(tier)
        if rule := first_rule(rules, given):
            fits.append(Match(tier, _points(rule, said, set(given)), rule.note))
        elif rules:
            near = _nearest(rules, given)
            others.append(Match(tier, _points(near, said, _missed(near, given))))
    return Outcome(said, tuple(fits), tuple(others))


def _missed(rule: Rule, given: Mapping[str, str]) -> set[str]:
    return {name for name, wanted in rule.answers.items() if name in given and given[name] not in wanted}


def _nearest(rules: Sequence[Rule], given: Mapping[str, str]) -> Rule:
    """Return the rule with the fewest conditions missed; of two, the one that held out longer."""
    order = list(given)

    def distance(rule: Rule) -> tuple[int, int]:
        missed = [order.index(name) for name in _missed(rule, given)]
        return len(missed), -min(missed)

    return min(rules, key=distance)


def _points(rule: Rule, said: tuple[Said, ...], names: set[str]) -> tuple[Point, ...]:
    return tuple(
        Point(one, rule.answers[one.question.id])
        for one in said
        if one.question.id in names and one.question.id in rule.answers
    )
