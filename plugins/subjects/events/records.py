"""The records of `content/data/events.yaml`: when, where, for whom, and how to take part."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from sources.files import LIST_LIMIT
from sources.problems import SectionOfGuide
from sources.records.data_file import DataFile
from sources.records.days import day_of, known_day
from sources.records.email_addresses import EmailAddress
from sources.records.fields import (
    Day,
    Id,
    Line,
    PublicAddress,
    Record,
    Text,
    Title,
    YesNo,
    also,
    in_small_letters,
    none_yet,
    one_or_several,
)
from sources.records.moments import AnyMoment, DayOfMoment, Moment, MomentOrTime
from sources.records.web_addresses import E_MAIL, HttpsAddress

from .recurring import AnyRule
from .times import both_ends

LONGEST_NIGHT = timedelta(hours=12)  # an event that ends at an earlier time than it begins ends on the next day
STATES = {
    "canceled": "cancelled",
    "called off": "cancelled",
    "confirmed": "planned",
    "scheduled": "planned",
} | dict.fromkeys(("sold out", "booked out", "fully booked", "fully-booked"), "full")
EVERYBODY = ("everybody", "everyone", "all", "public", "anyone")
MAILBOX = re.compile(r"[^<>@]*<([^<>\s]+@[^<>\s]+)>")  # Jo Smith <jo@our-name.org>
MONTH = re.compile(r"\d{4}-\d{2}")
YEAR_BEHIND = re.compile(r"[^\W\d],? \d{4}$")
BETWEEN_DAYS = re.compile(r",? and |;|,(?! ?\d{4}(?![-/.\d]))")  # not that before a year


class Section(SectionOfGuide):
    """Where the guide tells about events."""

    EVENTS = "Events"


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


def _registration(value: Any) -> Any:
    """Return the fields that an address alone stands for."""
    if not isinstance(value, str):
        return value
    mailbox = MAILBOX.fullmatch(value.strip())
    email = mailbox[1] if mailbox else value.strip()
    return {"email": email} if E_MAIL.fullmatch(email) else {"url": value}


class Registration(Record):
    """How one says that one is coming."""

    url: HttpsAddress | None = Field(default=None, description="The address of the form.")
    email: Annotated[EmailAddress | None, PublicAddress()] = Field(
        default=None, description="Instead of a form: an e-mail address, which becomes public."
    )
    label: Title | None = Field(default=None, description="Other words for the link.")
    closes: Day | None = Field(default=None, description="The last day to register, to its end.")


AnyRegistration = Annotated[Registration, BeforeValidator(_registration, json_schema_input_type=Line | Registration)]
State = Annotated[Literal["planned", "full", "cancelled", "moved"], BeforeValidator(_state)]
Tiers = Annotated[tuple[Title, ...], BeforeValidator(_tiers, json_schema_input_type=Title | tuple[Title, ...])]
Days = Annotated[tuple[Day, ...], BeforeValidator(_days, json_schema_input_type=Line | tuple[Day, ...])]
LastDay = Annotated[date, BeforeValidator(_until, json_schema_input_type=str)]


class Event(Record):
    """One event, or one that comes again by a rule."""

    called = "event"

    id: Id = Field(description="Its short name in this file, which becomes its address.")
    title: Title = Field(description="What visitors read.", json_schema_extra=also("name"))
    starts: AnyMoment = Field(
        description="The day, or the day and the time, such as 2027-03-09 18:30.",
        json_schema_extra=also("date", "day", "when", "from", "start", "starts_at", "start_date", "begins"),
    )
    ends: MomentOrTime | None = Field(
        default=None,
        description="The time, or the day and the time, if it is known.",
        json_schema_extra=also("end", "to", "ends_at", "end_date", "end_time"),
    )
    time: Line | None = Field(
        default=None, description="The time, if it is not above, such as 18:30 or 6:30 pm to 8 pm."
    )
    place: Line | None = Field(
        default=None,
        description="Where it is, such as Library, 2nd floor.",
        json_schema_extra=also("location", "where", "venue"),
    )
    address_after_rsvp: YesNo = Field(
        default=False, description="yes: the address is given to those only who say that they come."
    )
    online: YesNo = Field(default=False, description="yes: one can take part online.")
    for_tiers: Tiers = Field(
        alias="for",
        default=(),
        description="The tiers whose members it is for; empty for everybody.",
        json_schema_extra=also("tier", "tiers"),
    )
    register_: AnyRegistration | None = Field(
        alias="register",
        default=None,
        description="Where one says that one is coming: an address, or fields.",
        json_schema_extra=also("rsvp", "registration", "sign_up", "signup"),
    )
    state_: State = Field(
        alias="state",
        default="planned",
        description="planned, full, cancelled or moved.",
        json_schema_extra=also("status"),
    )
    moved_from: DayOfMoment | None = Field(default=None, description="The day on which it was to be before.")
    every: AnyRule = Field(
        default=None,
        description="If it comes again: such as second Tuesday of each month.",
        json_schema_extra=also("repeat", "repeats"),
    )
    until: LastDay | None = Field(default=None, description="The last day, or the last month such as 2027-12.")
    except_: Days = Field(alias="except", default=(), description="The days on which it does not take place.")
    summary: Line | None = Field(
        default=None, description="One sentence on what it is.", json_schema_extra=also("description", "about")
    )
    notes: Text | None = Field(default=None, description="What else to know, such as how to get there.")

    @property
    def state(self) -> State:
        """Return the state: what has another day than before was moved, though that alone is said."""
        return "moved" if self.moved_from and self.state_ == "planned" else self.state_

    @model_validator(mode="before")
    @classmethod
    def beginning_and_end_where_they_belong(cls, fields: Any) -> Any:
        """Return the fields with times behind the beginning where they belong: a time of its own, 19:00 to 22:00."""
        if not isinstance(fields, dict):
            return fields
        day, clock = fields.get("starts"), fields.get("time")
        if isinstance(day, str) and isinstance(clock, str) and known_day(day.strip()):
            fields = {**fields, "starts": f"{day.strip()} {clock.strip()}", "time": None}
        typed = fields.get("starts") if not fields.get("ends") else None
        both = both_ends(typed) if isinstance(typed, str) else None
        return {**fields, "starts": both[0], "ends": both[1]} if both else fields

    @property
    def end(self) -> Moment:
        """Return when it ends the first time: as typed, or on the day on which it begins."""
        if self.ends is None:
            return Moment(self.starts.day)
        if isinstance(self.ends, Moment):
            return self.ends
        return Moment(self.starts.day + timedelta(days=self._ends_the_next_day()), self.ends)

    def _ends_the_next_day(self) -> bool:
        if not isinstance(self.ends, time) or self.starts.clock is None or self.ends > self.starts.clock:
            return False
        if self.ends == time():
            return True
        day = self.starts.day
        return (
            datetime.combine(day, self.ends) + timedelta(days=1) - datetime.combine(day, self.starts.clock)
            <= LONGEST_NIGHT
        )

    @property
    def ends_before_it_begins(self) -> bool:
        """Tell whether it cannot be as typed."""
        begin, end = self.starts, self.end
        if begin.day != end.day or self.ends is None:
            return end.day < begin.day
        return begin.clock is not None and end.clock is not None and end.clock <= begin.clock


class Events(Record):
    """All events."""

    events: Annotated[tuple[Event, ...], BeforeValidator(none_yet)] = Field(
        default=(), description="The events, in any order."
    )


EVENTS = DataFile("data/events.yaml", Events, Section.EVENTS, LIST_LIMIT)
