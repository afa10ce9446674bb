"""The pages about events: the list of what is to come, one of each past year, and one of each event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from sources.pages.front_matter import FrontMatter
from sources.pages.page import PageSource, address, made_page

from ..lists import Part, about, split
from ..loaded import Loaded
from ..site.records import SITE
from .occurrences import Occurrence, past, upcoming
from .records import EVENTS, Event
from .shown import FOLDER, titles, told

Parts = Mapping[Part, Sequence[Occurrence]]


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
