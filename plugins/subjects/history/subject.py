"""History as a subject: a time line of the periods that a page names in its front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from components.directive import directives
from components.registry import Call, Component
from sources.pages.front_matter import Period
from sources.pages.page import PageSource, place_of
from sources.problems import Place, Problem, Section
from sources.yaml.nodes import Node

from ..beginning import Beginning, Begun, NewSite
from ..loaded import Loaded
from ..subject import Part, Subject

PAGE = "history"  # of a new site


def timeline(call: Call) -> dict[str, Any]:
    """Return the drawing of the periods of the page."""
    from .drawing import drawing  # late: a check draws nothing

    return {"timeline": drawing(call.page.front_matter.timeline)}


def problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for a `::: timeline` on a page without periods, and for periods that cannot be as they stand."""
    for page in loaded.pages:
        yield from _missing(page)
        for number, (period, node) in enumerate(
            zip(page.front_matter.timeline, page.nodes.each("timeline"), strict=True), start=1
        ):
            yield from _period_problems(f"timeline entry {number}", period, node)


def _period_problems(subject: str, period: Period, node: Node) -> Iterator[Problem]:
    if period.to_year is not None and period.to_year < period.from_year:
        message = f'{subject}: "to" ({period.to_year}) is before "from" ({period.from_year}).'
        yield Problem(place_of(node, "to"), message, Section.FRONT_MATTER)
    if period.led_by and period.who:
        message = f'{subject}: "led_by" and "who" are both there. Keep the one that is true.'
        yield Problem(place_of(node, "who"), message, Section.FRONT_MATTER)
    if not (period.led_by or period.who):
        message = f'{subject}: missing "led_by". If nobody led, write "who" and what happened.'
        yield Problem(node.place, message, Section.FRONT_MATTER)


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


def begin(site: NewSite) -> Begun:
    """Return a page to be written, as a draft, and its place in the menu."""
    page = site.page("history", status="draft")
    return Begun({f"pages/{PAGE}.md": page}, {"navigation": [{"page": PAGE}]})


SUBJECT = Subject(
    name="history",
    parts=parts,
    problems=problems,
    components=lambda _: (Component("timeline", timeline),),
    beginnings=(Beginning("history", begin),),
)
