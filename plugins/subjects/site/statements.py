"""The components that show the site's formal statements and a page's own timeline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from components.directive import directives
from components.registry import Call, Component
from sources.pages.page import PageSource, place_of
from sources.problems import Place, Problem, Section

from .records import Site


def components(site: Site) -> tuple[Component, ...]:
    """Return the components that need no more than the site's facts and the page itself."""

    def statement(call: Call) -> dict[str, Any]:
        name = str(call.argument)
        found = getattr(site.statements, name)
        return {"statement": {"name": name, "text": found.text, "plain": found.in_plain_words}}

    def values(_: Call) -> dict[str, Any]:
        return {"values": site.statements.values}

    return (
        Component("statement", statement, choices=("vision", "mission")),
        Component("values", values),
        Component("timeline", timeline),
    )


def timeline(call: Call) -> dict[str, Any]:
    """Return the periods of the page, and the years between which to draw them."""
    periods = call.page.front_matter.timeline
    years = [year for period in periods for year in (period.from_year, period.to_year) if year is not None]
    return {"timeline": periods, "first_year": min(years), "last_year": max(years)}


def timeline_problems(page: PageSource) -> Iterator[Problem]:
    """Yield a problem for a `::: timeline` on a page without periods, and for periods that end before they begin."""
    periods = page.front_matter.timeline
    for directive in directives(page.body):
        if directive.name == "timeline" and not periods:
            place = Place(page.file, page.body_line + directive.line)
            yield Problem(place, '::: timeline: this page has no "timeline" in its front matter.', Section.FRONT_MATTER)
    for number, (period, node) in enumerate(zip(periods, page.nodes.each("timeline"), strict=True), start=1):
        if period.to_year is not None and period.to_year < period.from_year:
            message = f'timeline entry {number}: "to" ({period.to_year}) is before "from" ({period.from_year}).'
            yield Problem(place_of(node, "to"), message, Section.FRONT_MATTER)
