"""Help lines as a subject: on every page, and in full on the page that "Get help" leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from components.directive import page_with
from components.registry import Call, Component
from sources.languages import direction, own_name
from sources.problems import Problem
from sources.records.fields import is_yes
from sources.records.ids import named, repeated_ids

from ..beginning import Beginning, Begun, NewSite
from ..form import Form
from ..loaded import Loaded, Sources
from ..subject import Subject, of_file
from .records import HELP_LINES, HelpLine

IN_FULL = "help-lines"  # the component
PAGE = "get-help"  # of a new site
READ_IT = 'Read its source, and write "read".'


@dataclass(frozen=True, slots=True)
class Check:
    """What was done with some lines on one day to see that they are right; `of_all` if that is true of every line."""

    lines: tuple[HelpLine, ...]
    of_all: bool

    @property
    def line(self) -> HelpLine:
        """Return one of the lines, to say of all of them what was done, when, and how long ago."""
        return self.lines[0]


def checks(lines: Iterable[HelpLine]) -> tuple[Check, ...]:
    """Return the lines by what was done to check them, and on which day; in the order of the first of each."""

    def done(line: HelpLine) -> tuple[object, ...]:
        return line.last_reviewed, line.checked, line.due

    known = tuple(lines)
    together = [tuple(one for one in known if done(one) == key) for key in dict.fromkeys(map(done, known))]
    return tuple(Check(some, len(some) == len(known)) for some in together)


def help_page(sources: Sources) -> str | None:
    """Return the address of the first page that shows the help lines in full, if any does."""
    page = page_with(IN_FULL, sources.findable)
    return page.url if page else None


def in_order(sources: Sources) -> tuple[HelpLine, ...]:
    """Return the lines in the order in which pages of this language show them."""
    return sources.of(HELP_LINES).in_order(sources.site.language if sources.language else "")


def components(sources: Sources) -> tuple[Component, ...]:
    """Return the component that shows the help lines in full."""
    lines = in_order(sources)

    def help_lines(_: Call) -> dict[str, Any]:
        return {"lines": lines}

    return (Component(IN_FULL, help_lines),)


def problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for every help line whose id another has, and for an emergency line that was called to try it."""
    nodes = loaded.nodes(HELP_LINES)
    lines = list(nodes.each("help_lines")) if nodes else []
    yield from repeated_ids("help line", lines)
    for line in lines:
        checked = line.get("checked")
        called = (line.text_of("checked") or "").casefold() == "called"
        if checked and called and is_yes(line.text_of("emergency")):
            message = f"{named('help line', line)}, checked: nobody calls the emergency number to try it. {READ_IT}"
            yield Problem(checked.place, message)


def values(sources: Sources) -> Mapping[str, object]:
    """Return the help lines, for the foot of every page, how they were checked, and where "Get help" leads."""
    lines = in_order(sources)
    spoken = {line.id: line.answers_in if sources.versions else () for line in lines}
    names = {name: [(one, own_name(one), direction(one)) for one in some] for name, some in spoken.items()}
    return {"help_lines": lines, "help_checks": checks(lines), "help_page": help_page(sources), "help_in": names}


def begin(site: NewSite) -> Begun:
    """Return a page to be written, as a draft, since no number is ever made up, and what is to be given."""
    fields = {"navigation": [{"page": PAGE}], "not_yet_given": site.missing("help")}
    return Begun({f"pages/{PAGE}.md": site.page("help", status="draft")}, fields)


SUBJECT = Subject(
    name="help-lines",
    data=HELP_LINES,
    form=Form("Help lines", shown_by=IN_FULL),
    parts=lambda loaded: (of_file("help-lines", "there are no help lines", HELP_LINES, loaded, ("help-lines",)),),
    problems=problems,
    components=components,
    depends_on=help_page,
    values=values,
    beginnings=(Beginning("help lines", begin),),
    on_every_page=lambda sources: (f"tel:{line.tel}" for line in in_order(sources)),
)
