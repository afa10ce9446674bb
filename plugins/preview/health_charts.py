"""Where the bars, lines and ticks of the health report stand: in hundredths of the width of a drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checking.reading import MeasuredText
from checking.to_do import Review
from releasing.audit.file_rules import LIMIT
from sources.records.days import months_after

from .health import Health, Weight

SOON = 30  # days
# The days that the timeline shows at least, and at most, before and after the day of the report.
PAST, FUTURE = (timedelta(30), timedelta(365)), (timedelta(120), timedelta(730))
# How many months lie between two that are named, by the most months that are shown; more would run into each other.
STEPS = {9: 1, 24: 3}
SELDOM = 6
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

    of: Review | MeasuredText | Weight
    start: float
    end: float
    state: str

    @property
    def length(self) -> float:
        """Return how long it is."""
        return round(self.end - self.start, 2)


@dataclass(frozen=True, slots=True)
class Tick:
    """The first of a month on the timeline."""

    at: float
    name: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other, with a line through all of them: the limit, or the day of the report."""

    bars: tuple[Bar, ...]
    line: float
    ticks: tuple[Tick, ...] = ()


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


def timeline(health: Health) -> Chart:
    """Return from when to when each last review holds, beside the day of the report."""
    today = health.today
    first = min([review.last for review in health.reviews], default=today)
    last = max([review.due for review in health.reviews], default=today)
    first = today - min(max(today - first, PAST[0]), PAST[1])
    last = today + AIR * min(max(last - today, FUTURE[0]), FUTURE[1])
    scale = Scale(first.toordinal(), last.toordinal())
    bars = tuple(_review_bar(review, scale, today) for review in health.reviews)
    return Chart(bars, scale.at(today.toordinal()), tuple(_ticks(first, last, scale)))


def _review_bar(review: Review, scale: Scale, today: date) -> Bar:
    """Return the bar from the last look to the next; of one that is overdue, from the day it was due until now."""
    start, end = (review.due, today) if review.overdue else (review.last, review.due)
    state = "over" if review.overdue else "note" if review.days_left <= SOON else "fine"
    return Bar(review, scale.at(start.toordinal()), scale.at(end.toordinal()), state)


def _ticks(first: date, last: date, scale: Scale) -> Iterator[Tick]:
    step = next((step for most, step in STEPS.items() if last <= months_after(first, most)), SELDOM)
    month = months_after(first.replace(day=1), 1)
    while month <= last:
        if (month.month - 1) % step == 0:
            yield Tick(scale.at(month.toordinal()), str(month.year) if month.month == 1 else f"{month:%b}")
        month = months_after(month, 1)


def _grade_state(one: MeasuredText, limit: int) -> str:
    if one.verbatim:
        return "own"
    return "note" if one.grade > limit else "fine"


def parted(bars: Sequence[Bar], at_once: int) -> tuple[Sequence[Bar], Sequence[Bar]]:
    """Return the bars that are shown at once, and those that are shown to who asks; never a single one of these."""
    cut = at_once if len(bars) > at_once + 1 else len(bars)
    return bars[:cut], bars[cut:]
