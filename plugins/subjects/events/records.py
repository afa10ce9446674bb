"""The records of `content/data/events.yaml`: when, where, for whom, and how to take part."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from sources.files import LIST_LIMIT
from sources.problems import SectionOfGuide
from sources.records.data_file import DataFile
from sources.records.days import known_day
from sources.records.fields import Day, ForStaff, Id, Line, PublicAddress, Record, Text, Title, YesNo, also, none_yet
from sources.records.moments import AnyMoment, DayOfMoment, Moment, MomentOrTime
from sources.records.web_addresses import E_MAIL, EmailAddress, HttpsAddress

from .fields import Days, LastDay, State, Tiers, both_ends
from .recurring import AnyRule

LONGEST_NIGHT = timedelta(hours=12)  # an event that ends at an earlier time than it begins ends on the next day
MAILBOX = re.compile(r"[^<>@]*<([^<>\s]+@[^<>\s]+)>")  # Jo Smith <jo@our-name.org>


class Section(SectionOfGuide):
    """Where the guide tells about events."""

    EVENTS = "Events"


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
    time: Annotated[Line | None, ForStaff()] = Field(
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
    for_tiers: Annotated[Tiers, ForStaff()] = Field(
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
