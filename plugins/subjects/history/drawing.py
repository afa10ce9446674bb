"""Where the bar of each period begins and ends in the drawing, in hundredths of its width, and which parts are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sources.pages.front_matter import Period

LEAST = 1.0  # a bar of one year has a width, too


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: solid, or open where the time has no exact year or has not ended."""

    start: float
    width: float
    open: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One period and its bar, from left to right."""

    period: Period
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class CoalitionBars:
    """Periods of one coalition that follow each other; `tone` is the number of its color."""

    title: str | None
    tone: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A year in which a period begins, and its place."""

    year: int
    place: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """All the periods, and the years above them."""

    coalitions: tuple[CoalitionBars, ...]
    marks: tuple[Mark, ...]
    any_open: bool


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    span: int  # in years; a period that goes on runs past the last of them

    def place(self, year: int) -> float:
        return round(100 * (year - self.first) / self.span, 1)


def drawing(periods: Sequence[Period]) -> Drawing:
    """Return the drawing of periods, of which there is at least one, in their order."""
    years = [year for one in periods for year in (one.from_year, one.to_year) if year is not None]
    length = max(years) - min(years)
    scale = _Scale(min(years), length + length // 6 + 1)
    titles = list(dict.fromkeys(one.coalition for one in periods))  # one that comes again keeps its color
    coalitions = tuple(
        CoalitionBars(title, titles.index(title), tuple(Bar(one, _parts(one, scale)) for one in group))
        for title, group in groupby(periods, key=lambda one: one.coalition)
    )
    marks = tuple(Mark(year, scale.place(year)) for year in sorted({one.from_year for one in periods}))
    return Drawing(coalitions, marks, any(part.open for one in coalitions for bar in one.bars for part in bar.parts))


def _parts(period: Period, scale: _Scale) -> tuple[Part, ...]:
    """Return the solid part, with an open part of a year, or of a third of a short bar, at each open end."""
    open_start, open_end = period.open in ("start", "both"), period.to_year is None or period.open in ("end", "both")
    start, end = scale.place(period.from_year), _end(period, scale)
    piece = min(100 / scale.span, (end - start) / 3)
    solid_from, solid_to = start + piece * open_start, end - piece * open_end
    parts = (
        Part(start, piece, open=True) if open_start else None,
        Part(solid_from, max(solid_to - solid_from, LEAST)),
        Part(solid_to, piece, open=True) if open_end else None,
    )
    return tuple(Part(round(one.start, 1), round(one.width, 1), one.open) for one in parts if one)


def _end(period: Period, scale: _Scale) -> float:
    """Return where a bar ends: at the edge while the period lasts; soon when nobody knows how long it lasted."""
    if period.to_year is not None:
        return scale.place(period.to_year)
    return 100.0 if period.open in (None, "start") else min(scale.place(period.from_year + 2), 100.0)
