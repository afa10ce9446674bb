"""History as a subject: a time line of the periods that a page names in its front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from components.directive import directives
from components.registry import Call, Component
from sources.pages.page import PageSource, place_of
from sources.problems import Place, Problem, Section

from ..loaded import Loaded
from ..subject import Part, Subject
from .beginning import BEGINNING


def timeline(call: Call) -> dict[str, Any]:
    """Return the periods of the page, and the years between which to draw them."""
    periods = call.page.front_matter.timeline
    years = [year for period in periods for year in (period.from_year, period.to_year) if year is not None]
    return {"timeline": periods, "first_year": min(years), "last_year": max(years)}


def problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for a `::: timeline` on a page without periods, and for periods that end before they begin."""
    for page in loaded.pages:
        yield from _missing(page)
        for number, (period, node) in enumerate(
            zip(page.front_matter.timeline, page.nodes.each("timeline"), strict=True), start=1
        ):
            if period.to_year is not None and period.to_year < period.from_year:
                message = f'timeline entry {number}: "to" ({period.to_year}) is before "from" ({period.from_year}).'
                yield Problem(place_of(node, "to"), message, Section.FRONT_MATTER)


def _missing(page: PageSource) -> Iterator[Problem]:
    for directive in directives(page.body) if not page.front_matter.timeline else ():
        if directive.name == "timeline":
            place = Place(page.file, page.body_line + directive.line)
            message = '::: timeline: this page has no "timeline" in its front matter.'
            yield Problem(place, message, Section.FRONT_MATTER)


def parts(loaded: Loaded) -> tuple[Part, ...]:
    """Return the history; while a page cannot be read, nobody can say that it is missing."""
    built = [page for page in loaded.pages if not (page.draft and loaded.production)]
    lacks = loaded.names_known and not any(page.front_matter.timeline for page in built)
    none = f"there is no history: no page in {loaded.content.name}/pages has a timeline in its front matter"
    return (Part("history", none if lacks else ""),)


SUBJECT = Subject(
    name="history",
    parts=parts,
    problems=problems,
    components=lambda _: (Component("timeline", timeline),),
    beginnings=(BEGINNING,),
)
