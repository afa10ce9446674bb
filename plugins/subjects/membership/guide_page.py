"""The guide as one page shows it: each answer holds the step that follows, and none has an address of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .answers.items import Item
from .application.link import ApplicationLink
from .compare import pairs
from .guide import Ask, Match, Outcome, Point, Step, walk
from .records import Membership, Question
from .table import Compared
from .tier_context import page_href


@dataclass(frozen=True, slots=True)
class Reason:
    """What a tier asks in a row of the comparison, or for a question of no row the answers that fit; and the answer."""

    title: str
    values: tuple[Item | str, ...]
    said: str
    note: str | None = None
    application: None = None  # as the theme's answers have it


@dataclass(frozen=True, slots=True)
class Beside:
    """A tier beside the answers of the visitor."""

    title: str
    href: str
    application: ApplicationLink
    note: str | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class PairLink:
    """A page that sets two of the tiers that may fit side by side."""

    one: str
    other: str
    href: str


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose, and the step that follows it."""

    title: str
    step: GuideStep


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One step of the guide: either `question` with its `options`, or what came out."""

    id: str
    question: Question | None = None
    options: tuple[Option, ...] = ()
    fits: tuple[Beside, ...] = ()
    others: tuple[Beside, ...] = ()
    pairs: tuple[PairLink, ...] = ()


def first_step(membership: Membership, tiers: Mapping[str, Compared], start: str) -> GuideStep | None:
    """Return the first step, and in it every other; its id is `start`, with which every other id begins."""
    if membership.guide is None:
        return None
    open_to_all = [tier.id for tier in membership.tiers if not tier.closed]
    return _shown(walk(membership.guide, open_to_all), membership, tiers, start)


def _shown(step: Step, membership: Membership, tiers: Mapping[str, Compared], start: str) -> GuideStep:
    here = ".".join([start, *(one.answer.id for one in step.said)])
    if isinstance(step, Ask):
        answers = zip(step.question.answers, step.steps, strict=True)
        options = tuple(Option(answer.title, _shown(one, membership, tiers, start)) for answer, one in answers)
        return GuideStep(here, step.question, options)
    fits, others = (
        tuple(_beside(match, membership, tiers[match.tier]) for match in matches)
        for matches in (step.fits, step.others)
    )
    return GuideStep(here, fits=fits, others=others, pairs=_pairs(step, membership))


def _pairs(outcome: Outcome, membership: Membership) -> tuple[PairLink, ...]:
    fitting = {match.tier for match in outcome.fits}
    return tuple(
        PairLink(pair.one.title, pair.other.title, page_href(pair.path))
        for pair in pairs(membership)
        if {pair.one.id, pair.other.id} <= fitting
    )


def _beside(match: Match, membership: Membership, tier: Compared) -> Beside:
    reasons = tuple(_reason(point, membership, tier) for point in match.points)
    return Beside(tier.tier.title, tier.href, tier.application, match.note, reasons)


def _reason(point: Point, membership: Membership, tier: Compared) -> Reason:
    question, said = point.said.question, point.said.answer.title
    if question.criterion not in tier.tier.requirements:
        wanted = tuple(answer.title for answer in question.answers if answer.id in point.wanted)
        return Reason(question.title, wanted, said)
    criterion = membership.criterion(question.criterion)
    answer = criterion.answer_of(tier.tier)
    return Reason(criterion.title, answer.items, said, answer.note)
