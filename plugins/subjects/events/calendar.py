"""Events for calendar programs (iCalendar, RFC 5545), and in the terms of schema.org."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, vRecur
from icalendar import Event as Entry

from sources.records.moments import Moment

from ..loaded import Sources
from ..subject import Address
from .records import EVENTS, Event
from .shown import FOLDER, Shown, where

PRODUCT = "-//events//static site//EN"  # names the program that wrote the file
STATES = {"planned": "CONFIRMED", "full": "CONFIRMED", "moved": "CONFIRMED", "cancelled": "CANCELLED"}
SCHEMA_STATES = {"cancelled": "EventCancelled", "moved": "EventRescheduled"}


def calendar(events: Iterable[Event], sources: Sources, address: Address) -> bytes:
    """Return a calendar of events: the same bytes on every day, as long as they are the same."""
    known, zone, words = tuple(events), sources.site.time_zone, sources.words
    head, end, _ = _around(sources.site.name).partition(b"END:VCALENDAR")
    folder = sources.root_of(EVENTS) + FOLDER
    body = b"".join(_entry(event, zone, address.canonical, folder, where(event, words)) for event in known)
    years = [one.starts.day.year for one in known] if b";TZID=" in body else []
    return bytes(b"".join((head, _time_zone(zone, min(years), max(years) + 10) if years else b"", body, end, b"\r\n")))


@lru_cache
def _around(name: str) -> bytes:
    """Return an empty calendar of that name."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    return bytes(made.to_ical())


@lru_cache
def _time_zone(zone: str, first: int, last: int) -> bytes:
    """Return how the clocks of a zone go in these years."""
    return bytes(Timezone.from_tzid(zone, first_date=date(first, 1, 1), last_date=date(last, 1, 1)).to_ical())


@lru_cache(maxsize=8192)  # each event stands in two calendars, and in a preview after every save
def _entry(event: Event, zone: str, canonical: str, folder: str, place: str) -> bytes:
    host = canonical.partition("//")[2].partition("/")[0] or "site.invalid"
    entry = Entry()
    entry.add("uid", f"{event.id}@{host}")
    entry.add("dtstamp", datetime.combine(event.starts.day, time(), UTC))  # nobody keeps when an entry was changed
    entry.add("summary", event.title)
    entry.add("dtstart", _value(event.starts, zone))
    entry.add("dtend", _end(event, zone))
    entry.add("status", STATES[event.state])
    for name, text in (("location", place), ("description", _description(event))):
        if text:
            entry.add(name, text)
    if canonical:
        entry.add("url", f"{canonical}/{folder}{event.id}/")
    if event.every:
        entry.add("rrule", vRecur.from_ical(event.every.text(_until(event, zone))))
        for day in event.except_:
            entry.add("exdate", _value(Moment(day, event.starts.clock), zone))
    return bytes(entry.to_ical())


def _until(event: Event, zone: str) -> str | None:
    """Return the end of a rule: in UTC for one of times, a day for one of whole days."""
    if event.until is None or event.starts.clock is None:
        return f"{event.until:%Y%m%d}" if event.until else None
    return f"{datetime.combine(event.until, time(23, 59, 59), ZoneInfo(zone)).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _description(event: Event) -> str:
    return "\n\n".join(filter(None, (event.summary, event.notes)))


def _value(moment: Moment, zone: str) -> date:
    return moment.in_zone(zone) if moment.clock else moment.day


def _end(event: Event, zone: str) -> date:
    """Return when an event ends, as calendars have it: whole days end where the next begins."""
    if event.starts.clock is None:
        return event.end.day + timedelta(days=1)
    if event.end.clock:
        return event.end.in_zone(zone)
    if event.end.day > event.starts.day:
        return Moment(event.end.day, time(23, 59)).in_zone(zone)
    return event.starts.in_zone(zone)


def event_terms(event: Event, organizer: str, shown: Shown) -> dict[str, Any]:
    """Return an event as search engines take it, of one that comes again the next time; see https://schema.org/Event."""
    facts = shown.facts(event)
    place = {"@type": "Place", "name": event.place, "address": event.place} if event.place else None
    online = {"@type": "VirtualLocation", "url": facts.register} if event.online and facts.register else None
    mode = "Mixed" if event.online and event.place else "Online" if event.online else "Offline"
    terms = {
        "@type": "Event",
        "name": event.title,
        "description": event.summary,
        "startDate": facts.when.begins_at,
        "endDate": facts.when.ends_at if event.ends else None,
        "eventStatus": f"https://schema.org/{SCHEMA_STATES.get(event.state, 'EventScheduled')}",
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "previousStartDate": event.moved_from.isoformat() if event.moved_from else None,
        "location": [one for one in (place, online) if one] or None,
        "organizer": {"@type": "Organization", "name": organizer},
    }
    return {name: said for name, said in terms.items() if said}
