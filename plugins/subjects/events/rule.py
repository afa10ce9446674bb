"""A rule by which an event comes again: its days, how calendars have it, and how a language says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Literal

from sources.words import Words, counted, shown_list

Unit = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
READS_ALONE = re.compile(r"(?:every|each|on|the|once|\w+ly|\w+s)\b|.+(?: to | through |[-\u2013])", re.IGNORECASE)
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
UNITS = {"DAILY": "rule_day", "WEEKLY": "rule_week", "MONTHLY": "rule_month", "YEARLY": "rule_year"}
LAST = -1


@dataclass(frozen=True, slots=True)
class Rule:
    """How an event comes again; `days` are weekdays from Monday, 0, each with its place in the month or 0 for every."""

    typed: str
    unit: Unit
    interval: int = 1
    days: tuple[tuple[int, int], ...] = ()
    month_day: int | None = None

    @property
    def lacks_every(self) -> bool:
        """Tell whether it was typed like "two weeks", which reads well after "every" only."""
        placed = self.month_day is not None or any(place for _, place in self.days)
        return not (placed or READS_ALONE.match(self.typed))

    def text(self, until: str | None = None) -> str:
        """Return the rule as calendars have it; see RFC 5545, 3.3.10."""
        days = ",".join(f"{place or ''}{CODES[day]}" for day, place in self.days)
        parts = {"FREQ": self.unit, "INTERVAL": self.interval if self.interval > 1 else None, "BYDAY": days}
        parts |= {"BYMONTHDAY": self.month_day, "UNTIL": until}
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)

    def of_each(self) -> Rule:
        """Return the rule without its interval, which is counted from the first day and needs that."""
        return replace(self, interval=1)

    def days_from(self, first: date, until: date | None) -> Iterator[date]:
        """Yield the days of the rule from the first on, in order; without end if there is none."""
        from dateutil import rrule  # late: few sites have something that comes again

        days = tuple(rrule.weekday(day, place or None) for day, place in self.days)
        end = datetime.combine(until, time(23, 59)) if until else None
        start = datetime.combine(first, time())
        every = rrule.rrule(
            getattr(rrule, self.unit),
            dtstart=start,
            interval=self.interval,
            until=end,
            byweekday=days or None,
            bymonthday=self.month_day,
        )
        return (one.date() for one in every)


def told(rule: Rule, words: Words, language: str) -> str:
    """Return how often something comes again."""
    if language.startswith("en"):
        return words["event_every"].format(rule=rule.typed) if rule.lacks_every else _begun(rule.typed)
    every = counted(words, UNITS[rule.unit], rule.interval)
    if rule.month_day is not None:
        key = "rule_last_day" if rule.month_day == LAST else "rule_on_day"
        return _begun(words[key].format(every=every, day=rule.month_day))
    if not rule.days:
        return _begun(every)
    days = shown_list(words, [_day(day, place, words) for day, place in rule.days])
    return _begun(words["rule_on"].format(every=every, days=days))


def _day(day: int, place: int, words: Words) -> str:
    weekday = words["weekdays"].split(", ")[day]
    if not place:
        return weekday
    places = words["rule_places"].split(", ")
    return words["rule_placed"].format(place=places[place if place < 0 else place - 1], weekday=weekday)


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
