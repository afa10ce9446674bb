"""Every tier answers every criterion: a new one is not stated yet, and one that went takes its answers along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .application import ApplicationLink
from .compare import pairs
from .guide import Ask, Match, Outcome, Point, Said, steps, walk
from .records import NOT_STATED, Membership, Question
from .table import Compared
from .tier_context import page_href


def with_every_answer(membership: dict[str, Any]) -> dict[str, Any]:
    """Return what membership.yaml holds, as plain values, with the answers that its criteria need, in their order.

    Requirements of no criterion are left out only where every criterion has an id. What is not of the expected shape
    stays as it is: the check tells it.
    """
    known = list(_criteria(membership))
    tiers = membership.get("tiers")
    if not known or not all(isinstance(one, str) and one for one in known) or not isinstance(tiers, list):
        return membership
    return {**membership, "tiers": [_answering(tier, known) for tier in tiers]}


def _criteria(membership: dict[str, Any]) -> Iterator[Any]:
    for group in membership.get("groups") or ():
        for criterion in group.get("criteria") or () if isinstance(group, dict) else ():
            yield criterion.get("id") if isinstance(criterion, dict) else None


def _answering(tier: Any, criteria: list[Any]) -> Any:
    if not isinstance(tier, dict) or not isinstance(tier.get("requirements"), dict):
        return tier
    given = tier["requirements"]
    return {**tier, "requirements": {name: given.get(name, NOT_STATED) for name in criteria}}


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose, and the section that it leads to."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What a tier asks in a row of the comparison, or for a question of no row the answers that fit; and the answer."""

    title: str
    values: tuple[str, ...]
    said: str
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
class Section:
    """One step of the guide; `back` leads to the step before it. Either `question`, or what came out."""

    id: str
    said: tuple[Said, ...]
    back: str | None
    question: Question | None = None
    options: tuple[Option, ...] = ()
    fits: tuple[Beside, ...] = ()
    others: tuple[Beside, ...] = ()
    pairs: tuple[PairLink, ...] = ()


def sections(membership: Membership, tiers: Mapping[str, Compared], start: str) -> tuple[Section, ...]:
    """Return the sections in the order of reading; the first has the id `start`, and every other id begins with it."""
    if membership.guide is None:
        return ()
    ways = steps(walk(membership.guide, [tier.id for tier in membership.tiers]))
    return tuple(_section(step, membership, tiers, start) for step in ways)


def _section(step: Ask | Outcome, membership: Membership, tiers: Mapping[str, Compared], start: str) -> Section:
    here = _id(start, step.said)
    back = f"#{_id(start, step.said[:-1])}" if step.said else None
    if isinstance(step, Ask):
        options = tuple(Option(answer.title, f"#{here}.{answer.id}") for answer in step.question.answers)
        return Section(here, step.said, back, step.question, options)
    fits, others = (
        tuple(_beside(match, membership, tiers[match.tier]) for match in matches)
        for matches in (step.fits, step.others)
    )
    return Section(here, step.said, back, fits=fits, others=others, pairs=_pairs(step, membership))


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
    if question.criterion is None:
        wanted = tuple(answer.title for answer in question.answers if answer.id in point.wanted)
        return Reason(question.title, wanted, said)
    return Reason(membership.criterion(question.criterion).title, tier.tier.requirements[question.criterion], said)
