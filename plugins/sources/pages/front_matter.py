"""Reads the front matter of a page: the fields between its two `---` lines."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from sources.problems import Place, ProblemsFound, Section, quoted, refusal
from sources.records.days import months_after
from sources.records.fields import (
    Id,
    Line,
    Months,
    PastDay,
    Record,
    Text,
    Title,
    Year,
    YesNo,
    in_small_letters,
    none_yet,
    one_or_several,
)
from sources.records.level import Level, level_of
from sources.records.moments import DayOfMoment
from sources.yaml.nodes import Mapping, Node

EDGE = "---"
# How a line of front matter can begin, if it stands at the left edge: a field, an entry of a list, the end of braces.
FIELD = re.compile(r"[\w-]+\s*:|- |[\s#\]}]|$")
NO_FRONT_MATTER = 'expected the page to begin with a line "---", its fields, and another line "---".'
NOT_FIRST = 'the line "---" comes first, at the left edge. Delete what stands before it.'
OTHER_EDGE = 'expected a line of three plain hyphens, "---", found {}.'
DASHES = re.compile("[-\u2010-\u2015\u2212]+")
NO_FIELDS = 'nothing stands between the two lines "---". Put the fields of the page there.'
NEVER_CLOSED = 'the front matter is never closed: write a line "---" after its fields.'

# Search engines cut a description at about this length.
Description = Annotated[str, StringConstraints(min_length=1, max_length=170)]
Lines = tuple[Line, ...]


class NextStep(Record):
    """What one group of visitors does next, shown on the home page."""

    called = "next step"

    audience: Title = Field(description="Who is spoken to, such as Service providers.")
    text: Line = Field(description="One sentence on what they find.")
    link: Title = Field(description="The words of the link.")
    page: str = Field(description="The page it leads to, such as membership/index or about#who-leads.")


class Period(Record):
    """Some years of the organization's history, and who led it then or what happened."""

    called = "timeline entry"

    shown: Title = Field(description="The years as visitors read them, such as 2011 to 2014.")
    from_year: Year = Field(alias="from", description="The first year, for the drawing.")
    to_year: Year | None = Field(
        alias="to", default=None, description="The last year, for the drawing; empty while it lasts."
    )
    open: Annotated[Literal["start", "end", "both"], BeforeValidator(in_small_letters)] | None = Field(
        default=None, description="Which end has no exact year, or no year at all: start, end or both; drawn as open."
    )
    led_by: Line | None = Field(default=None, description="Who led.")
    who: Line | None = Field(default=None, description="Instead of led_by: who did something else, and what.")
    coalition: Line | None = Field(default=None, description="Which coalition it was, where there were several.")
    note: Line | None = Field(default=None, description="One sentence more, where needed.")


class Correction(Record):
    """What was wrong in an article, said where it is read."""

    called = "correction"

    on: PastDay = Field(description="The day on which the article was mended.")
    what: Line = Field(description="What was wrong, and what is right.")


def _never(value: Any) -> Any:
    """Return no day for a word that says that there is none."""
    return None if in_small_letters(value) in ("never", "no", "none") else value


def _level(text: Any) -> Any:
    return level_of(text) if isinstance(text, str) else text


class FrontMatter(Record):
    """What a page says about itself."""

    hash_is_text = True

    title: Title = Field(description="The heading of the page and its name in the browser.")
    description: Description = Field(description="One sentence for search results; no two pages alike.")
    nav_title: Title | None = Field(default=None, description="A shorter name for menus and breadcrumbs.")
    lead: Text | None = Field(default=None, description="One or two sentences under the heading, in larger type.")
    template: Annotated[Literal["page", "home"], BeforeValidator(in_small_letters)] = Field(
        default="page", description="The layout: page, or home for the home page."
    )
    status: Annotated[Literal["published", "draft"], BeforeValidator(in_small_letters)] = Field(
        default="published", description="draft keeps the page off the public site."
    )
    date: DayOfMoment | None = Field(
        default=None, description="For news: the day of the article; before it, the public site does not have it."
    )
    expires: Annotated[DayOfMoment | None, BeforeValidator(_never)] = Field(
        default=None, description="For news: the last day on which it is still true."
    )
    corrected: Annotated[tuple[Correction, ...], BeforeValidator(none_yet)] = Field(
        default=(), description="For news: what was wrong, and when it was mended."
    )
    last_reviewed: PastDay | None = Field(
        default=None, description="The day on which somebody last checked every word."
    )
    formerly: Annotated[Lines, BeforeValidator(one_or_several, json_schema_input_type=Line | Lines)] = Field(
        default=(), description="The addresses that this page had before, such as /meetings/; they lead here."
    )
    review_every: Months | None = Field(default=None, description="How often to check it, such as 6 months.")
    discreet: YesNo = Field(
        default=False, description="yes: a link to it that somebody sends shows neither its name nor what it is about."
    )
    verbatim: YesNo = Field(default=False, description="yes: the organization's own text, kept word for word.")
    translated: Annotated[Level | None, BeforeValidator(_level, json_schema_input_type=str | None)] = Field(
        default=None, description="For translations: from which text it was made; `make translated` writes it."
    )
    tier: Id | None = Field(default=None, description="Makes this the page of that tier; each tier has one.")
    next_steps: tuple[NextStep, ...] = Field(
        default=(), description="For the home page: what each group of visitors does next."
    )
    timeline: tuple[Period, ...] = Field(
        default=(), description="For ::: timeline: who led, or what happened, in which years."
    )

    @property
    def due(self) -> datetime.date | None:
        """Return the day by which somebody should check the page again; None if none was set."""
        if self.last_reviewed is None or self.review_every is None:
            return None
        return months_after(self.last_reviewed, self.review_every)


def read_front_matter(text: str, file: str) -> tuple[Node, int]:
    """Return the front matter of a page, and the line on which its body begins; raise ProblemsFound if broken."""
    lines = text.split("\n")
    if lines[0].rstrip() != EDGE:
        raise refusal(Place(file), _no_edge(text), Section.FRONT_MATTER)
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == EDGE), 0)
    prose = next((number for number, line in enumerate(lines[: end or None]) if number and not FIELD.match(line)), 0)
    if not end:
        raise _never_closed(file, prose or len(lines) - 1)
    if not any(map(str.strip, lines[1:end])):
        raise refusal(Place(file, 2), NO_FIELDS, Section.FRONT_MATTER)
    from sources.yaml.document import parse  # late, like every reader of files

    try:
        nodes = parse("\n".join(lines[1:end]), file, first_line=2, model=FrontMatter)
    except ProblemsFound:
        if prose and not lines[prose - 1].strip():  # the text began, and a rule within it was taken for the end
            raise _never_closed(file, prose) from None
        raise
    if isinstance(nodes, Mapping):
        nodes = Mapping(Place(file, 2), Place(file, 2), nodes.entries)
    return nodes, end + 2


def _never_closed(file: str, last: int) -> ProblemsFound:
    return refusal(Place(file, last + 1), NEVER_CLOSED, Section.FRONT_MATTER)


def _no_edge(text: str) -> str:
    """Return what is wrong with the beginning of a page that does not begin with `---`."""
    first = text.strip().partition("\n")[0].rstrip()
    if first == EDGE:
        return NOT_FIRST
    return OTHER_EDGE.format(quoted(first)) if DASHES.fullmatch(first) else NO_FRONT_MATTER
