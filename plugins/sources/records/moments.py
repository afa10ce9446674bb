"""Moments as people write them: a day, or a day with a time on the wall clock of the organization."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, WithJsonSchema

from sources.problems import quoted

from .days import day_of, known_day
from .fields import AS_TYPED_DAY
from .sentences import expected

CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?(?::00(?:\.0+)?)? ?(?:(?P<half>[ap])\.? ?m\.?)?(?: ?(?:hrs|h|uhr))?",
    re.IGNORECASE,
)
YEARS = range(1900, 2200)
HALF = 12  # hours
END_OF_DAY = ("midnight", "24:00", "24.00", "24h", "24")
NAMED = {"noon": time(12), "midday": time(12)}
# What may stand between a day and a time, and behind it the time.
TIME_BEHIND = re.compile(
    r"(?P<day>.+?)(?:T|,? at |, ?| )(?P<time>[\d:.]+ ?(?:[ap]\.? ?m\.?|uhr|hrs|h(?:\d\d)?)?|noon|midday|midnight)",
    re.IGNORECASE,
)
TIME_BEFORE = re.compile(
    r"(?P<time>[\d:.]+ ?(?:[ap]\.? ?m\.?)?|noon|midday|midnight)(?:,? on |, ?)(?P<day>.+)", re.IGNORECASE
)
ZONE_BEHIND = re.compile(r"(?P<rest>.*\d(?: ?[aApP]\.?[mM]\.?)?) ?(?P<zone>[A-Z]{1,4}T|UTC|GMT|Z|[+-]\d{2}:?\d{2})")
SUCH = 'a day, or a day with a time, such as "2027-03-09 18:30"'
SUCH_TIME = 'a time such as "18:30" or "6:30 pm"'
OF_SITE = "Times are those of the clock in site.yaml (time_zone): leave out {}."


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the time on its clock unless the whole day is meant."""

    day: date
    clock: time | None = None

    def __str__(self) -> str:
        return f"{self.day} {self.clock:%H:%M}" if self.clock else str(self.day)

    @property
    def order(self) -> tuple[date, time]:
        """Return what sorts moments: what lasts all day comes before what begins on that day."""
        return self.day, self.clock or time()

    def later(self, days: int) -> Moment:
        """Return the same time so many days later."""
        return Moment(self.day + timedelta(days=days), self.clock)

    def in_zone(self, zone: str) -> datetime:
        """Return the moment on the clock of a zone, the first of two in a doubled hour; a whole day begins at 0:00."""
        return datetime.combine(self.day, self.clock or time(), ZoneInfo(zone))


def moment_of(text: str) -> Moment:
    """Return the moment that a text names; raise the error that says why there is none, or which ones there are."""
    plain = re.sub(r",? \(?all day\)?$", "", " ".join(text.split()), flags=re.IGNORECASE)
    zoned = ZONE_BEHIND.fullmatch(plain)
    if zoned and any(form.fullmatch(zoned["rest"]) for form in (TIME_BEHIND, TIME_BEFORE)):
        raise expected(SUCH, text, OF_SITE.format(quoted(zoned["zone"])))
    for form in (TIME_BEHIND, TIME_BEFORE):
        if (found := form.fullmatch(plain)) and _is_time(found["time"]) and not known_day(plain):
            return Moment(_near_day(found["day"], text), time_of(found["time"], text))
    if not re.search(r"\d", plain) or _is_time(plain):
        raise expected(SUCH, text)
    return Moment(_near_day(plain, text))


def _near_day(text: str, typed: str) -> date:
    """Return the day that a text names; raise the error that says so if nobody plans or remembers one of its year."""
    if (day := day_of(text)).year not in YEARS:
        raise expected(f"a year from {YEARS[0]} to {YEARS[-1]}", typed)
    return day


def time_of(text: str, typed: str | None = None) -> time:
    """Return the time that a text names; raise the error that says why there is none, or which ones there are."""
    typed, plain = typed or text, " ".join(text.casefold().split())
    if plain in NAMED:
        return NAMED[plain]
    if plain == "midnight":
        raise expected("a time that can be read in one way", typed, 'A day begins with "00:00" and ends with "23:59".')
    found = CLOCK.fullmatch(plain)
    if not found or not (found["minute"] or found["half"]):
        raise expected(SUCH_TIME, typed)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= HALF:
            raise expected(SUCH_TIME, typed, "There is no such time.")
        hour = hour % HALF + (HALF if found["half"] == "p" else 0)
    elif len(found["hour"]) == 1 and hour:
        both = f'"0{hour}:{minute:02}" or "{hour + HALF}:{minute:02}"'
        raise expected("a time that can be read in one way", typed, f"It may be morning or evening. Write {both}.")
    try:
        return time(hour, minute)
    except ValueError:
        raise expected(SUCH_TIME, typed, "There is no such time.") from None


def _is_time(text: str) -> bool:
    plain = text.casefold()
    return plain in (*NAMED, "midnight") or bool(
        (found := CLOCK.fullmatch(plain)) and (found["minute"] or found["half"])
    )


def skipped(moment: Moment, zone: str) -> tuple[time, time] | None:
    """Return from when to when the clock of a zone goes forward, if the moment falls into that gap; else None."""
    if moment.clock is None or _exists(moment.in_zone(zone)):
        return None
    minutes = [Moment(moment.day, time(*divmod(number, 60))) for number in range(24 * 60)]
    gap = [one for one in minutes if not _exists(one.in_zone(zone))]
    after = datetime.combine(moment.day, gap[-1].clock or time()) + timedelta(minutes=1)
    return gap[0].clock or time(), after.time()


def doubled(moment: Moment, zone: str) -> bool:
    """Tell whether the clock of a zone shows the time of a moment twice on that day."""
    there = moment.in_zone(zone)
    return moment.clock is not None and _exists(there) and there.utcoffset() != there.replace(fold=1).utcoffset()


def _exists(there: datetime) -> bool:
    return there.astimezone(UTC).astimezone(there.tzinfo).replace(tzinfo=None) == there.replace(tzinfo=None)


def _moment(value: Any) -> Any:
    if isinstance(value, str):
        return moment_of(value)
    if isinstance(value, Moment):
        return value
    raise expected(SUCH, value)


def _moment_or_time(value: Any) -> Any:
    if isinstance(value, Moment | time | None):
        return value
    if not isinstance(value, str):
        raise expected(SUCH_TIME, value)
    plain = " ".join(value.split())
    if plain.casefold() in END_OF_DAY:
        return time()
    if _is_time(plain):
        return time_of(value)
    if not re.search(r"\d{4}|\d[-/.]\d+[-/.]\d", plain):
        raise expected(SUCH_TIME, value)
    return moment_of(value)


def _day_of_moment(value: Any) -> Any:
    """Return the day of what names one, with a time or without."""
    if not isinstance(value, str):
        return value
    plain = " ".join(value.split())
    timed = (form.fullmatch(plain) for form in (TIME_BEHIND, TIME_BEFORE))
    return moment_of(value).day if any(found and known_day(found["day"]) for found in timed) else day_of(value)


TEXT = WithJsonSchema({"type": "string"})
AnyMoment = Annotated[Moment, BeforeValidator(_moment), TEXT]
DayOfMoment = Annotated[date, BeforeValidator(_day_of_moment), WithJsonSchema(AS_TYPED_DAY)]
MomentOrTime = Annotated[Moment | time, BeforeValidator(_moment_or_time), TEXT]
