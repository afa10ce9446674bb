"""Events as a subject: lists of what is to come and what was, a page of each, and calendars to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import groupby, islice
from typing import Any

from components.registry import Call, Component
from sources.pages.front_matter import FrontMatter
from sources.pages.page import PageSource, address, made_page

from ..form import Form
from ..lists import Part, about, split
from ..loaded import Loaded, Sources
from ..site.records import SITE
from ..subject import Address, Block, Blocks, Change, FilesMade, Subject, Terms, of_file
from .occurrences import Occurrence, past, upcoming
from .problems import event_problems, event_remarks
from .records import EVENTS, Event
from .shown import FOLDER, Shown, titles, told

Parts = Mapping[Part, Sequence[Occurrence]]
ALL = "events.ics"
COMPONENT = "events"
NEXT, FEW = "next", 3


def parts(events: Sequence[Event], today: date) -> Parts:
    """Return the parts of all lists: of what is to come, in order, and of each year that has some, the latest first."""
    over = past(events, today)
    found = dict(split("", upcoming(events, today)))
    for year, some in groupby(over, key=lambda one: one.starts.day.year):
        found |= split(str(year), list(some))
    return found


def event_pages(loaded: Loaded) -> Iterator[PageSource]:
    """Yield the pages, except those that staff have written."""
    events, words, site = loaded.value(EVENTS), loaded.words, loaded.value(SITE)
    if not (events and events.events and words and site and loaded.today):
        return
    file, written = EVENTS.file(loaded.content), {address(page.path) for page in loaded.pages}
    for part in parts(events.events, loaded.today):
        if address(path := FOLDER + part.path) not in written:
            said_of = about(part, "events", words, site.name)
            yield made_page(file, path, said_of, f"::: events {part.argument}".rstrip() + "\n")
    taken = {words["events_title"], *(page.front_matter.title for page in loaded.pages)}
    names, blank = titles(words, events.events, taken), FrontMatter.model_construct(title="", description="")
    for event in {event.id: event for event in events.events}.values():
        if address(path := FOLDER + event.id) not in written:
            said = {"title": names[event.id], "description": told(words, event), "lead": event.summary}
            said_of = blank.model_copy(update=said)  # which takes a tenth of the time that making one does
            yield made_page(file, path, said_of, "")


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
