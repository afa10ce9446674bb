"""The guide as one page shows it: a section for every step, with an address of its own within the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .answers.items import Item
from .application.link import ApplicationLink
from .compare import pairs
from .guide import Ask, Match, Outcome, Point, Said, steps, walk
from .records import Membership, Question
from .table import Compared
from .tier_context import page_href


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose, and the section that it leads to."""

    title: str
    href: str


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
class StepSection:
    """One step of the guide; `back` leads to the step before it. Either `question`, or what came out."""

    id: str
    said: tuple[Said, ...]
    back: str | None
    question: Question | None = None
    options: tuple[Option, ...] = ()
    fits: tuple[Beside, ...] = ()
    others: tuple[Beside, ...] = ()
    pairs: tuple[PairLink, ...] = ()


def sections(membership: Membership, tiers: Mapping[str, Compared], start: str) -> tuple[StepSection, ...]:
    """Return the sections in the order of reading; the first has the id `start`, and every other id begins with it."""
    if membership.guide is None:
        return ()
    ways = steps(walk(membership.guide, [tier.id for tier in membership.tiers if not tier.closed]))
    return tuple(_section(step, membership, tiers, start) for step in ways)


def _section(step: Ask | Outcome, membership: Membership, tiers: Mapping[str, Compared], start: str) -> StepSection:
    here = _id(start, step.said)
    back = f"#{_id(start, step.said[:-1])}" if step.said else None
    if isinstance(step, Ask):
        options = tuple(Option(answer.title, f"#{here}.{answer.id}") for answer in step.question.answers)
        return StepSection(here, step.said, back, step.question, options)
    fits, others = (
        tuple(_beside(match, membership, tiers[match.tier]) for match in matches)
        for matches in (step.fits, step.others)
    )
    return StepSection(here, step.said, back, fits=fits, others=others, pairs=_pairs(step, membership))


def _pairs(outcome: Outcome, membership: Membership) -> tuple[PairLink, ...]:
    fitting = {match.tier for match in outcome.fits}
    return tuple(
        PairLink(pair.one.title, pair.other.title, page_href(pair.path))
        for pair in pairs(membership)
        if {pair.one.id, pair.other.id} <= fitting
    )


def _id(start: str, said: tuple[Said, ...]) -> str:
    return ".".join([start, *(one.answer.id for one in said)])


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
