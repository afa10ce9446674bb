"""Where the bars and lines of the health report stand: in hundredths of the width of a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from checking.reading import MeasuredText
from releasing.audit.file_rules import LIMIT

from .health import Health, Weight

T = TypeVar("T")
AIR = 1.04  # what is left free behind the longest bar


@dataclass(frozen=True, slots=True)
class Scale:
    """From the least value to the greatest that a drawing shows."""

    least: float
    greatest: float

    def at(self, value: float) -> float:
        """Return where a value stands; one that is beyond an end stands at that end."""
        share = (value - self.least) / (self.greatest - self.least)
        return round(100 * min(max(share, 0), 1), 2)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, and what it stands for; `state` is how it looks: fine, note, over or own."""

    of: MeasuredText | Weight
    start: float
    end: float
    state: str

    @property
    def length(self) -> float:
        """Return how long it is."""
        return round(self.end - self.start, 2)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other, with a line through all of them: the limit."""

    bars: tuple[Bar, ...]
    line: float


def grade_chart(health: Health) -> Chart:
    """Return how hard each text is, beside the limit."""
    scale = Scale(0, AIR * max(health.grade_limit, *(one.grade for one in health.grades), 1))
    bars = (Bar(one, 0, scale.at(one.grade), _grade_state(one, health.grade_limit)) for one in health.grades)
    return Chart(tuple(bars), scale.at(health.grade_limit))


def weight_chart(health: Health) -> Chart:
    """Return what each page weighs, beside what it may."""
    scale = Scale(0, AIR * max(LIMIT, *(one.gzip for one in health.weights)))
    bars = (Bar(one, 0, scale.at(one.gzip), "over" if one.gzip > LIMIT else "fine") for one in health.weights)
    return Chart(tuple(bars), scale.at(LIMIT))


def _grade_state(one: MeasuredText, limit: int) -> str:
    if one.verbatim:
        return "own"
    return "note" if one.grade > limit else "fine"


def parted(entries: Sequence[T], at_once: int) -> tuple[Sequence[T], Sequence[T]]:
    """Return the entries that are shown at once, and those that are shown to who asks; never a single one of these."""
    cut = at_once if len(entries) > at_once + 1 else len(entries)
    return entries[:cut], entries[cut:]
