"""Field types of events: what people write for a state, for tiers, for days, for a beginning and an end in one text."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from sources.records.days import day_of, known_day
from sources.records.fields import Day, Line, Title, in_small_letters, none_yet, one_or_several
from sources.records.moments import time_of

STATES = {
    "canceled": "cancelled",
    "called off": "cancelled",
    "confirmed": "planned",
    "scheduled": "planned",
} | dict.fromkeys(("sold out", "booked out", "fully booked", "fully-booked"), "full")
EVERYBODY = ("everybody", "everyone", "all", "public", "anyone")
MONTH = re.compile(r"\d{4}-\d{2}")
YEAR_BEHIND = re.compile(r"[^\W\d],? \d{4}$")
BETWEEN_DAYS = re.compile(r",? and |;|,(?! ?\d{4}(?![-/.\d]))")  # not that before a year
HOUR = r"\d{1,2}(?:[:.]\d{2})?"
HALF = r"[ap]\.? ?m\.?"
A_TIME = rf"(?:\d{{1,2}}[:.]\d{{2}}(?: ?{HALF})?|\d{{1,2}} ?{HALF}|noon)"
YEAR = r"\b\d{4}\b"
TO = r"(?: ?[-\u2013\u2014] ?| to | until | till | through )"
BOTH_ENDS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<day>.*\s)(?P<hour>{HOUR}){TO}(?P<ends>{HOUR} ?(?P<half>{HALF}))",
        rf"(?P<starts>.*\b{A_TIME}){TO}(?P<ends>{A_TIME})",
        rf"(?P<starts>.*\b{A_TIME}){TO}(?P<ends>.+\b{A_TIME})",
        rf"(?P<starts>.*{YEAR}.*?)(?! ?-\S){TO}(?P<ends>.*{YEAR}.*)",
        rf"(?P<month>[^\W\d_]+\.? )(?P<first>\d{{1,2}}){TO}(?P<last>\d{{1,2}})(?P<year>,? \d{{4}})",
        rf"(?P<first>\d{{1,2}}){TO}(?P<last>\d{{1,2}})(?P<month> [^\W\d_]+\.?)(?P<year>,? \d{{4}})",
    )
)


def _until(value: Any) -> Any:
    """Return the last day that a text names: a day, or a month or year and so its last day."""
    if not isinstance(value, str):
        return value
    plain = re.sub(r"^(?:the )?end of ", "", " ".join(value.split()), flags=re.IGNORECASE)
    if re.fullmatch(r"[12]\d{3}", plain):
        return date(int(plain), 12, 31)
    month = MONTH.fullmatch(plain)
    first = known_day(f"{plain}-01" if month else f"1 {plain}" if YEAR_BEHIND.search(plain) else None)
    if first:
        return first.replace(day=monthrange(first.year, first.month)[1])
    return day_of(value)


def _days(value: Any) -> Any:
    """Return the days that a text names, with commas or "and" between them, or a list of them."""
    if not isinstance(value, str) or known_day(value):
        return one_or_several(none_yet(value))
    return [part.strip() for part in BETWEEN_DAYS.split(value) if part.strip()]


def _state(value: Any) -> Any:
    """Return the state that a word means, in American letters and in other words too."""
    word = in_small_letters(value)
    return "planned" if word is None else STATES.get(word, word) if isinstance(word, str) else word


def _tiers(value: Any) -> Any:
    """Return the tiers that a single text stands for: none if it says that all may come."""
    return () if isinstance(value, str) and value.strip().casefold() in EVERYBODY else one_or_several(none_yet(value))


State = Annotated[Literal["planned", "full", "cancelled", "moved"], BeforeValidator(_state)]
Tiers = Annotated[tuple[Title, ...], BeforeValidator(_tiers, json_schema_input_type=Title | tuple[Title, ...])]
Days = Annotated[tuple[Day, ...], BeforeValidator(_days, json_schema_input_type=Line | tuple[Day, ...])]
LastDay = Annotated[date, BeforeValidator(_until, json_schema_input_type=str)]


def both_ends(text: str) -> tuple[str, str] | None:
    """Return the beginning and the end that a text names; None where it names no two."""
    plain = " ".join(text.split())
    return next((_ends(found) for form in BOTH_ENDS if (found := form.fullmatch(plain))), None)


def _ends(found: re.Match[str]) -> tuple[str, str]:
    parts = found.groupdict()
    if hour := parts.get("hour"):
        return f"{parts['day']}{_beginning(hour, parts['ends'], parts['half'])}", parts["ends"]
    if month := parts.get("month"):
        days = (parts[end] + month if found.start("first") == 0 else month + parts[end] for end in ("first", "last"))
        first, last = (f"{day}{parts['year']}" for day in days)
        return first, last
    return parts["starts"], parts["ends"]


def _beginning(hour: str, ends: str, half: str) -> str:
    """Return an hour in the half of the day in which it comes before the end."""
    other = "am" if half.casefold().startswith("p") else "pm"
    for one in (half, other):
        try:
            if time_of(f"{hour} {one}") < time_of(ends):
                return f"{hour} {one}"
        except ValueError:
            continue
    return f"{hour} {half}"
