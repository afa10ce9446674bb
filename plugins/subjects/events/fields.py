"""Field types of events, which take what people write for a state, for tiers, and for days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from sources.records.days import day_of, known_day
from sources.records.fields import Day, Line, Title, in_small_letters, none_yet, one_or_several

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
