"""Days and periods as people write them; a day that can be read in two ways is told with both."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from sources.problems import quoted

from .sentences import expected

ENGLISH = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SPANISH = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
    *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY, MONTH = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?", r"(?P<month>[^\W\d_]{3,})\.?"
YEAR = r"(?P<year>[0-9]{4}|'?[0-9]{2})"
FORMS = tuple(
    re.compile(rf"(?:(?P<weekday>[a-z]{{3,}})\.?,? )?{form}(?:[t ]00:00(?::00(?:\.0+)?)?z?)?", re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})(?P<sign>[-/. ])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})",
        rf"(?P<one>[0-9]{{1,2}})(?P<sign>[-/.])(?P<two>[0-9]{{1,2}})(?P=sign){YEAR}",
        rf"{MONTH}[ -]{DAY}(?:, ?|[ -]){YEAR}",
        rf"{DAY}(?:[ -]|(?: of| de) ){MONTH}(?:[, -]+|,? (?:of|del?) ){YEAR}",
        rf"(?P<year>[0-9]{{4}})[ -]{MONTH}[ -]{DAY}",
    )
)
FIRST_YEAR = 1900  # nobody who is asked today did anything before
SUCH = "a date such as 2026-11-23"

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTS = {word: number for number, word in enumerate(NUMBERS, 1)} | {"a": 1, "an": 1, "half a": 0.5, "": 1}
COUNT = "|".join(sorted(COUNTS, key=len, reverse=True))
PERIOD = re.compile(rf"(?:every )?(?P<count>[1-9][0-9]?|{COUNT})[ -]?(?P<unit>month|mo|year|yr)s?\.?")
PERIODS = {"monthly": 1, "quarterly": 3, "twice a year": 6, "yearly": 12, "once a year": 12, "annually": 12}
LONGEST_PERIOD = 60  # months; who waits longer for the next look has forgotten that there is one


def day_of(text: str) -> date:
    """Return the day that a text names; raise the error that says why there is none, or which ones there are."""
    plain = " ".join(text.split())
    found = next((match for form in FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        raise expected(SUCH, text)
    readings = _readings(found.groupdict())
    if not readings:
        raise expected(SUCH, text, "There is no such day." if months_and_days(found.groupdict()) else "")
    if len(found["year"]) < len("2026"):
        meant = f" If it is {_in_words(*readings[0])}, write {quoted(readings[0][0])}." if len(readings) == 1 else ""
        raise expected("a year of four digits", text, meant.strip())
    if readings[0][0].year < FIRST_YEAR:
        raise expected(f"a year from {FIRST_YEAR} on", text)
    if len(readings) > 1:
        words, dates = " or ".join(_in_words(*one) for one in readings), " or ".join(quoted(day) for day, _ in readings)
        raise expected("a date that can be read in one way", text, f"It may be {words}. Write {dates}.")
    return _on_its_weekday(readings[0][0], found["weekday"], text)


def known_day(text: str | None) -> date | None:
    """Return the day that a text names, None if it names none or several."""
    try:
        return day_of(text or "")
    except ValueError:
        return None


Reading = tuple[date, bool]  # a day, and whether its month stands first


def _readings(parts: dict[str, str | None]) -> list[Reading]:
    """Return the days that there are of those that may be meant."""
    year = (parts["year"] or "").lstrip("'")
    found: dict[date, bool] = {}
    for month, day, month_first in months_and_days(parts):
        number = int(year) if len(year) == len("2026") else 2000 + int(year)
        if number and month <= len(ENGLISH) and 1 <= day <= monthrange(number, month)[1]:
            found.setdefault(date(number, month, day), month_first)
    return list(found.items())


def months_and_days(parts: dict[str, str | None]) -> list[tuple[int, int, bool]]:
    """Return the months and days that the parts may name; none where a name is that of no month."""
    one, two, month, day = (parts.get(name) or "" for name in ("one", "two", "month", "day"))
    if one:
        either = [(int(one), int(two), True), (int(two), int(one), False)]
        return [reading for reading in either if 1 <= reading[0] <= len(ENGLISH)]
    number = int(month) if month.isdecimal() else _numbered(month, ENGLISH) or _numbered(month, SPANISH)
    return [(number, int(day), True)] if number else []


def _numbered(name: str, names: tuple[str, ...]) -> int:
    """Return the number, from 1, of what a name or the beginning of one means; 0 if it means nothing."""
    short = name.casefold()
    known = (number for number, one in enumerate(names, 1) if one.casefold().startswith(short))
    return next(known, 0)


def _on_its_weekday(day: date, weekday: str | None, text: str) -> date:
    if weekday and not any(one.casefold().startswith(weekday.casefold()) for one in WEEKDAYS):
        raise expected(SUCH, text)
    right = WEEKDAYS[day.weekday()]
    if weekday and not right.casefold().startswith(weekday.casefold()):
        raise expected(SUCH, text, f"{_in_words(day, month_first=True)} is a {right}.")
    return day


def _in_words(day: date, month_first: bool) -> str:
    month = ENGLISH[day.month - 1]
    return f"{month} {day.day}, {day.year}" if month_first else f"{day.day} {month} {day.year}"


def months_in(text: str) -> int:
    """Return how many months a period has; raise the error that says what was expected."""
    plain = " ".join(text.casefold().split())
    months = PERIODS.get(plain, 0)
    if found := PERIOD.fullmatch(plain):
        count = found["count"]
        months = int((COUNTS.get(count) or int(count)) * (12 if found["unit"].startswith("y") else 1))
    if not months:
        raise expected('a period such as "6 months" or "1 year"', text)
    if months > LONGEST_PERIOD:
        raise expected("a period of at most 5 years", text)
    return months


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of a month, or of the calendar, that is too short."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))
