"""What is wrong with events beyond their fields: an end before the beginning, a skipped time, a rule not kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import islice

from sources.pages.page import place_of
from sources.problems import Problem, guess, quoted
from sources.records.ids import ids_meant, named, repeated_ids
from sources.records.moments import Moment, doubled, skipped
from sources.yaml.nodes import Node

from ..loaded import Loaded, Sources
from ..site.records import SITE
from .fields import EVERYBODY
from .occurrences import occurrences
from .records import EVENTS, Event

LONGEST_EVENT = timedelta(days=3 * 365)
LONGEST_RULE = 50  # years; who writes a later last day has mistyped it
RULE_AHEAD = timedelta(days=LONGEST_RULE * 365)
NEAR = timedelta(days=100)  # within which each rule has a day: two months with a fifth Friday are no further apart
EACH_TIME = 'This is the end of each time: write its time alone, and the last day of all as "until".'


def event_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield what is wrong with each event."""
    nodes, events, site = loaded.nodes(EVENTS), loaded.value(EVENTS), loaded.value(SITE)
    if nodes is None:
        return
    yield from repeated_ids("event", nodes.each("events"))
    if events is None:
        return
    for event, node in zip(events.events, nodes.each("events"), strict=True):
        for field, message in (*_of_time(event, site.time_zone if site else "UTC"), *_of_rule(event)):
            yield Problem(place_of(node, field), f"{named('event', node)}, {field}: {message}")
        yield from _of_tiers(node, loaded)


def _of_time(event: Event, zone: str) -> Iterator[tuple[str, str]]:
    if event.ends_before_it_begins:
        ends = f"{event.ends:%H:%M}" if isinstance(event.ends, time) else event.ends
        yield "ends", f"{ends} is not after the beginning, {event.starts}."
    if event.end.day - event.starts.day > LONGEST_EVENT:
        years = event.end.day.year - event.starts.day.year
        yield "ends", f"{event.end.day} is {years} years after the beginning. Is another day meant?"
    if event.time:
        yield "time", 'there is a time at "starts" already. Keep one, or write there the day alone.'
    for field, moment in (("starts", event.starts), ("ends", event.end)):
        if gap := skipped(moment, zone):
            none = f"there is no {moment.clock:%H:%M} on {moment.day}"
            yield field, f"{none}: clocks go from {gap[0]:%H:%M} to {gap[1]:%H:%M}. Write another time."
    if re.fullmatch(r"\d{4}|index", event.id):
        yield "id", f"{quoted(event.id)} is the address of a list. Choose another name."
    if event.moved_from == event.starts.day:
        yield "moved_from", f"{event.moved_from} is the day on which it is now. Which one was it before?"
    if event.register_ and bool(event.register_.url) == bool(event.register_.email):
        both = ', found both. Write the other one at "notes"' if event.register_.url else ""
        yield "register", f'expected "url" or "email"{both}.'


def _of_rule(event: Event) -> Iterator[tuple[str, str]]:
    rule, first = event.every, event.starts.day
    if rule is None:
        for field, value in (("until", event.until), ("except", event.except_)):
            if value:
                yield field, 'only an event that comes again has this. Add "every", or take it out.'
        return
    if problem := _of_until(event.until, first):
        yield "until", problem
        return
    if next(rule.days_from(first, first), None) is None:
        near = min(rule.of_each().days_from(first - NEAR, first + NEAR), key=lambda day: abs(day - first))
        yield "starts", f'{first} is no day of "{rule.typed}". The nearest that is one: "{near}".'
        return
    second = next(islice(rule.days_from(first, first + RULE_AHEAD), 1, None), None)
    if second and event.end.order > Moment(second, event.starts.clock).order:
        yield "ends", f"{event.ends} is after the next time has begun, {second}. {EACH_TIME}"
    if next(occurrences(event), None) is None:
        yield "except", 'no day is left on which it takes place. If it is cancelled, write "state: cancelled" instead.'
    last = min(max((first, *event.except_)), event.until or date.max, first + RULE_AHEAD)
    days = {*rule.days_from(first, last)}
    for day in event.except_:
        if day not in days:
            yield "except", f"the event does not take place on {day} anyway. Is another day meant?"


def _of_until(until: date | None, first: date) -> str:
    if until and until < first:
        return f"{until} is before the first day, {first}."
    if until and until.year - first.year > LONGEST_RULE:
        return f"{until} is {until.year - first.year} years after the first day, {first}. Without an end, leave it out."
    return ""


def _of_tiers(node: Node, loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for every name that is that of no tier; none while the tiers cannot be read."""
    field, known = node.get("for"), loaded.names.get("tier")
    if field is None or (known is None and not all(file.value for file in loaded.files.values())):
        return
    for scalar in field.scalars():
        name = scalar.text or ""
        if name and name.casefold() not in EVERYBODY and not ids_meant(name, known or {}):
            hint = guess(name, known) if known else " This site has no tiers: take it out."
            message = f"{named('event', node)}, for: no tier {quoted(name)}.{hint}"
            yield Problem(scalar.place, message)


def event_remarks(sources: Sources) -> Iterator[Problem]:
    """Yield a remark for every time that the clock shows twice on its day: calendars take the first."""
    zone = sources.site.time_zone
    for event, node in zip(sources.of(EVENTS).events, sources.nodes(EVENTS).each("events"), strict=True):
        for field, moment in (("starts", event.starts), ("ends", event.end)):
            if doubled(moment, zone):
                twice = f"on {moment.day} clocks show {moment.clock:%H:%M} twice. The first is taken."
                message = f"{named('event', node)}, {field}: {twice}"
                yield Problem(place_of(node, field), message, EVENTS.guide)
