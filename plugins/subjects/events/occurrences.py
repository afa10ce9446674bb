"""When events take place: each time of each, in order; which are to come on a day, and which are over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import dropwhile, islice, takewhile

from sources.records.moments import Moment

from .records import Event

AHEAD = timedelta(days=365)  # of what comes again, lists show a year


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which an event takes place."""

    event: Event
    starts: Moment
    ends: Moment

    @property
    def order(self) -> tuple[date, time, str]:
        """Return what sorts times: what lasts all day comes before what begins on that day."""
        return *self.starts.order, self.event.title

    @property
    def several_days(self) -> bool:
        """Tell whether it ends on another day; what ends in the night after it began does not."""
        return self.ends.day > self.starts.day and not (
            self.starts.clock
            and self.ends.clock
            and (self.ends.day - self.starts.day).days == 1
            and self.ends.clock < time(6)
        )

    def is_over(self, today: date) -> bool:
        """Tell whether the last of its days has passed."""
        return self.ends.day < today


def occurrences(event: Event) -> Iterator[Occurrence]:
    """Yield every time at which an event takes place, in order; without end if its rule has none."""
    first, end = event.starts, event.end
    if event.every is None:
        yield Occurrence(event, first, end)
        return
    for day in event.every.days_from(first.day, event.until):
        if day not in event.except_:
            days = (day - first.day).days
            yield Occurrence(event, first.later(days), end.later(days))


def upcoming(events: Iterable[Event], today: date) -> list[Occurrence]:
    """Return what is not over on a day, in order: of what comes again, a year, but the next time however far it is."""

    def _near(one: Occurrence) -> bool:
        return one.starts.day <= today + AHEAD

    found: list[Occurrence] = []
    for event in events:
        coming = dropwhile(lambda one: one.is_over(today), occurrences(event))
        found += islice(coming, 1)
        found += takewhile(_near, coming)
    return sorted(found, key=lambda one: one.order)


def past(events: Iterable[Event], today: date) -> list[Occurrence]:
    """Return what is over on a day, the latest first."""
    found: list[Occurrence] = []
    for event in events:
        found += takewhile(lambda one: one.is_over(today), occurrences(event))
    return sorted(found, key=lambda one: one.order, reverse=True)
