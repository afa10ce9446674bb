"""Days of each year as people write them, such as July 1; one that can be read in two ways is told with both."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import WithJsonSchema

from sources.problems import quoted

from .days import DAY, ENGLISH, FORMS, MONTH, day_of, months_and_days
from .fields import understood
from .sentences import expected

LEAP_YEAR = 2000  # in which every day of a year has its place
EACH_YEAR = r"(?:,? (?:(?:each|every|of each|of every) year|yearly|annually))?"
YEARLY = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:(?:each|every) )?{MONTH}[ -]{DAY}{EACH_YEAR}",
        rf"(?:(?:each|every) |the )?{DAY}(?:[ -]|(?: of| de) ){MONTH}{EACH_YEAR}",
        r"--(?P<month>[0-9]{2})-?(?P<day>[0-9]{2})",  # as ISO 8601 had it
        rf"(?P<one>[0-9]{{1,2}})[-/.](?P<two>[0-9]{{1,2}})\.?{EACH_YEAR}",
    )
)
SUCH = "a date such as 2026-11-23, or for every year one such as July 1"


@dataclass(frozen=True, slots=True, order=True)
class YearDay:
    """A day of each year; where a year has no February 29, what begins on it begins a day later, and ends a day before.

    So everything is compared by month and day alone.
    """

    month: int
    day: int

    def __str__(self) -> str:
        return f"{ENGLISH[self.month - 1]} {self.day}"

    def first_in(self, year: int) -> date:
        """Return the day on which begins in a year what begins on this one."""
        return date(year, self.month, self.day) if self._is_in(year) else date(year, self.month + 1, 1)

    def last_in(self, year: int) -> date:
        """Return the day on which ends in a year what ends on this one."""
        return date(year, self.month, self.day if self._is_in(year) else monthrange(year, self.month)[1])

    def _is_in(self, year: int) -> bool:
        return self.day <= monthrange(year, self.month)[1]


def day_or_year_day(text: str) -> date | YearDay:
    """Return the day, of one year or of each, that a text names; raise the error that says why there is none."""
    plain = " ".join(text.split())
    found = next((match for form in YEARLY if (match := form.fullmatch(plain))), None)
    if found is None:
        if not any(form.fullmatch(plain) for form in FORMS):
            raise expected(SUCH, text)
        return day_of(text)
    named = months_and_days(found.groupdict())
    readings = [
        YearDay(month, day)
        for month, day, _ in named
        if 1 <= month <= len(ENGLISH) and 1 <= day <= monthrange(LEAP_YEAR, month)[1]
    ]
    if len(set(readings)) > 1:
        words, right = (" or ".join(some) for some in (map(str, readings), (quoted(str(one)) for one in readings)))
        raise expected("a day that can be read in one way", text, f"It may be {words}. Write {right}.")
    if not readings:
        raise expected(SUCH, text, "There is no such day." if named else "")
    return readings[0]


def known_day_or_year_day(text: str | None) -> date | YearDay | None:
    """Return the day, of one year or of each, that a text names; None if it names none or several."""
    with suppress(ValueError):
        return day_or_year_day(text or "")
    return None


DayOrYearDay = Annotated[date | YearDay, understood(day_or_year_day), WithJsonSchema({"type": "string"})]
