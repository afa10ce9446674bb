"""What the components of single tiers and of the overview hand to their templates."""

from __future__ import annotations

from dataclasses import dataclass

from sources.records.upkeep import PlainWords

from .application import ApplicationLink


@dataclass(frozen=True, slots=True)
class Answer:
    """What one tier asks on one criterion; no values means that it is not stated."""

    title: str
    values: tuple[str, ...]
    application: ApplicationLink | None


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Answers under one heading."""

    title: str
    rows: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Requirements:
    """All that one tier asks."""

    title: str
    groups: tuple[AnswerGroup, ...]
    in_plain_words: PlainWords | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """A file with the data of a table, for others to use; `url` has no leading slash."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class WayIn:
    """One tier in an overview."""

    title: str
    summary: str
    href: str
    application: ApplicationLink


@dataclass(frozen=True, slots=True)
class Way:
    """One category in an overview, with its tiers."""

    id: str
    title: str
    summary: str | None
    tiers: tuple[WayIn, ...]
