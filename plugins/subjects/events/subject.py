"""Events as a subject: lists of what is to come and what was, a page of each, and calendars to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from itertools import islice
from typing import Any

from components.registry import Call, Component
from sources.pages.page import PageSource

from ..form import Form
from ..loaded import Loaded, Sources
from ..subject import Address, Block, Blocks, Change, FilesMade, Subject, Terms, of_file
from .occurrences import upcoming
from .pages import event_pages, parts
from .problems import event_problems, event_remarks
from .records import EVENTS, Event
from .shown import FOLDER, Shown

ALL = "events.ics"
COMPONENT = "events"
NEXT, FEW = "next", 3


def components(sources: Sources) -> Iterator[Component]:
    """Yield the component that lists events: all that are to come, the next few, or one part of a longer list."""
    shown, lists = Shown(sources), parts(sources.of(EVENTS).events, sources.today)
    coming = upcoming(shown.events.values(), sources.today)
    by_argument = {part.argument: part for part in lists}

    def events(call: Call) -> dict[str, Any]:
        if call.argument == NEXT:
            first = {one.event.id: one for one in reversed(coming)}.values()
            few = islice(sorted(first, key=lambda one: one.order), call.count or FEW)
            lines = [shown.line(one) for one in few]
            return {"months": [("", lines)] if lines else [], "folder": shown.folder, "part": None}
        part = by_argument[call.argument or ""]
        others = {"previous": part.beside(-1), "next": part.beside(1)}
        years = [other for other in lists if other.name and other.number == 1]
        more = {"today": sources.today, "calendar": sources.root_of(EVENTS) + ALL, "years": years, **others}
        return {"months": shown.by_month(lists[part]), "folder": shown.folder, "part": part, **more}

    choices = (NEXT, *filter(None, by_argument))
    yield Component(COMPONENT, events, choices=choices, optional=True, counted=True)


def opening(sources: Sources) -> Blocks:
    """Return what opens the page of an event, whether staff have written that or not."""
    shown = Shown(sources)

    def block(page: PageSource) -> Block | None:
        event = _of_page(page, shown.events)
        return Block("partials/event_opening.html", shown.facts(event)) if event else None

    return block


def _of_page(page: PageSource, events: Mapping[str, Event]) -> Event | None:
    return events.get(page.path.removeprefix(FOLDER)) if page.path.startswith(FOLDER) else None


def structured_data(sources: Sources) -> Terms:
    """Return what tells what the page of an event says of it."""
    from .calendar import event_terms  # late, as for files: a check needs no calendar

    shown = Shown(sources)

    def terms(page: PageSource) -> Mapping[str, object]:
        event = _of_page(page, shown.events)
        if event is None:
            return {}
        about = page.front_matter
        own = {"name": event.title if event.title in about.title else about.title}
        own |= {"description": about.lead} if about.lead else {}
        return {"mainEntity": event_terms(event, sources.site.name, shown) | own}

    return terms


def files(known: Loaded | Sources) -> FilesMade:
    """Return a calendar of all events, and one of each."""
    found = known.value(EVENTS)
    if not (found and found.events):
        return {}
    some = {ALL: found.events, **{f"{FOLDER}{event.id}.ics": (event,) for event in found.events}}
    return {name: partial(_calendar, events) for name, events in some.items()}


def _calendar(events: tuple[Event, ...], sources: Sources, address: Address) -> bytes:
    from .calendar import calendar

    return calendar(events, sources, address)


def changes(sources: Sources) -> Iterator[Change]:
    """Yield the day after each event of the coming year, and after each last day to register."""
    for one in upcoming(sources.of(EVENTS).events, sources.today):
        yield Change(one.ends.later(1).day, f'"{one.event.title}" is over')
    for event in sources.of(EVENTS).events:
        closes = event.register_ and event.register_.closes
        if closes and sources.today <= closes < date.max:
            yield Change(closes + timedelta(days=1), f'registration for "{event.title}" is closed')


SUBJECT = Subject(
    name="events",
    data=EVENTS,
    form=Form("Events", shown_by=COMPONENT, apart=True),
    parts=lambda loaded: (of_file("events", "there are no events", EVENTS, loaded, (COMPONENT,)),),
    pages=event_pages,
    below=f"pages/{FOLDER}",
    problems=event_problems,
    components=components,
    opening=opening,
    structured_data=structured_data,
    files=files,
    remarks=event_remarks,
    changes=changes,
)
