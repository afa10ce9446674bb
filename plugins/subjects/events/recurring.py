"""Rules by which an event comes again, as people write them: "second Tuesday of each month" or "every two weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any, Literal

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday
from pydantic import BeforeValidator, WithJsonSchema

from sources.records.days import COUNTS, WEEKDAYS
from sources.records.sentences import expected

Unit = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
UNITS: dict[str, Unit] = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
FREQUENCIES = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ADVERBS: dict[str, tuple[Unit, int]] = {
    "daily": ("DAILY", 1),
    "weekly": ("WEEKLY", 1),
    "fortnightly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "quarterly": ("MONTHLY", 3),
    "yearly": ("YEARLY", 1),
    "annually": ("YEARLY", 1),
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1} | {
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5
}  # fmt: skip
SEPARATOR = r"(?:, and |, | and | & )"
COUNT = rf"(?P<count>other|\d{{1,2}}|{'|'.join(word for word in COUNTS if word and word != 'half a')})"
DAY = rf"(?:{'|'.join(name[:3].casefold() for name in WEEKDAYS)})[a-z]*"
DAYS = rf"{DAY}(?:{SEPARATOR}{DAY})*"
NTH = "|".join(ORDINALS)
PLACED = rf"(?:{NTH})(?:{SEPARATOR}(?:{NTH}))* {DAYS}"  # first and third Friday
OF_MONTH = rf"(?P<of>,? (?:of|in) (?:the |each |every |a )?(?:{COUNT} )?months?)"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:{COUNT} )?(?P<unit>day|week|month|year)s?",
        rf"(?:{COUNT} )?(?P<unit>week)s?(?: on(?: the)? (?P<days>{DAYS}))",
        rf"(?:{COUNT} )?(?P<days>{DAYS})",
        rf"(?P<placed>{PLACED}(?:{SEPARATOR}(?:the )?{PLACED})*){OF_MONTH}?",
        rf"(?:day )?(?P<date>\d{{1,2}}|last(?= day))(?:st|nd|rd|th)?(?: day)?{OF_MONTH}",
    )
)
LEADING = re.compile(r"^(?:(?:on|the|every|each) )+")
TWO_READINGS = 'Write "every other {0}" for every two weeks, or "second {0} of each month".'
SUCH = 'a rule such as "second Tuesday of each month", "every week on Monday" or "every two weeks"'


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
        first = self.typed.casefold().split()[0]
        placed = self.month_day is not None or any(place for _, place in self.days)
        return not placed and first not in ("every", "each", "on", "the", *ADVERBS)

    def text(self, until: str | None = None) -> str:
        """Return the rule as calendars have it; see RFC 5545, 3.3.10."""
        days = ",".join(f"{place or ''}{CODES[day]}" for day, place in self.days)
        parts = {"FREQ": self.unit, "INTERVAL": self.interval if self.interval > 1 else None, "BYDAY": days}
        parts |= {"BYMONTHDAY": self.month_day, "UNTIL": until}
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)

    def days_from(self, first: date, until: date | None) -> Iterator[date]:
        """Yield the days of the rule from the first on, in order; without end if there is none."""
        days = tuple(weekday(day, place or None) for day, place in self.days)
        end = datetime.combine(until, time(23, 59)) if until else None
        start = datetime.combine(first, time())
        every = rrule(
            FREQUENCIES[self.unit],
            dtstart=start,
            interval=self.interval,
            until=end,
            byweekday=days or None,
            bymonthday=self.month_day,
        )
        return (one.date() for one in every)


def rule_of(text: str) -> Rule:
    """Return the rule that a text means; raise the error that says what was expected."""
    typed = " ".join(text.split())
    plain = LEADING.sub("", typed.casefold().rstrip("."))
    if plain in ADVERBS:
        unit, interval = ADVERBS[plain]
        return Rule(typed, unit, interval)
    if plain == "weekday":
        return Rule(typed, "WEEKLY", 1, tuple((day, 0) for day in range(5)))
    found = next((match.groupdict() for form in FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        raise expected(SUCH, text)
    interval = _interval(found.get("count"))
    if date_typed := found.get("date"):
        return Rule(typed, "MONTHLY", interval, month_day=_month_day(date_typed, text))
    if placed := found.get("placed"):
        if not found["of"] and re.match("(?:every|each) second ", typed.casefold()):
            raise expected(
                "a rule that can be read in one way", text, TWO_READINGS.format(placed.partition(" ")[2].capitalize())
            )
        groups = re.findall(rf"((?:{NTH})(?:{SEPARATOR}(?:{NTH}))*) ({DAYS})", placed)
        pairs = [
            (day, ORDINALS[place]) for places, days in groups for place in _parts(places) for day in _days(days, text)
        ]
        return Rule(typed, "MONTHLY", interval, tuple(pairs))
    days = tuple((day, 0) for day in _days(found.get("days"), text))
    return Rule(typed, "WEEKLY" if days else UNITS[found["unit"] or ""], interval, days)


def _parts(text: str) -> list[str]:
    return re.split(SEPARATOR, text)


def _interval(count: str | None) -> int:
    if not count:
        return 1
    return 2 if count == "other" else int(count) if count.isdecimal() else int(COUNTS[count])


def _month_day(typed: str, text: str) -> int:
    if typed == "last":
        return -1
    if (day := int(typed)) not in range(1, 32):
        raise expected(SUCH, text, "There is no such day of a month.")
    return day


def _days(names: str | None, text: str) -> list[int]:
    """Return the weekdays of a list of names, or of what they begin with."""
    known = [name.casefold() for name in WEEKDAYS]
    days = []
    for name in _parts(names) if names else ():
        plain = name if name in known else name.removesuffix("s")
        found = [day for day, one in enumerate(known) if one.startswith(plain)]
        if len(found) != 1:
            raise expected(SUCH, text)
        days += found
    return days


def _rule(value: Any) -> Any:
    return rule_of(value) if isinstance(value, str) else value


AnyRule = Annotated[Rule, BeforeValidator(_rule), WithJsonSchema({"type": "string"})]
