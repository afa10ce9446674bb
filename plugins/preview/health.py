"""The health report: everything that staff should know of a site that is right, gathered when they ask.

Its bars and lines stand in hundredths of the width of a drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from checking.calendar import calendar, never_reviewed
from checking.health import OpenQuestion, OutsideHost, open_questions, outside_hosts
from checking.reading import MeasuredText, reading, too_hard
from checking.to_do import to_do
from releasing.audit.file_rules import LIMIT
from releasing.finish.compress import by_brotli, by_gzip
from sources.pages.page import PageSource
from sources.problems import Place
from subjects.loaded import Sources
from subjects.subject import Change, ToDo

MOST_BY_BROTLI = 5  # of the heaviest pages: the best compression of one takes some 20 ms
T = TypeVar("T")
AIR = 1.04  # what is left free behind the longest bar


@dataclass(frozen=True, slots=True)
class Weight:
    """What a page weighs as gzip sends it, which every host can at least, and by brotli if it is among the heaviest."""

    page: PageSource
    gzip: int
    brotli: int | None

    @property
    def place(self) -> Place:
        """Return where the page is written."""
        return Place(self.page.file, self.page.body_line or 1)


@dataclass(frozen=True, slots=True)
class Health:
    """The whole report, as of the day of the sources."""

    today: date
    to_do: tuple[ToDo, ...]
    calendar: tuple[Change, ...]
    never_reviewed: tuple[PageSource, ...]
    grades: tuple[MeasuredText, ...]
    grade_limit: int
    hosts: tuple[OutsideHost, ...]
    weights: tuple[Weight, ...]
    questions: tuple[OpenQuestion, ...]

    @property
    def hard(self) -> int:
        """Return how many texts are harder than the limit, but for the organization's own."""
        return too_hard(self.grades, self.grade_limit)

    @property
    def overdue(self) -> int:
        """Return how many reviews are overdue."""
        return sum(1 for entry in self.to_do if entry.overdue)

    @property
    def links(self) -> int:
        """Return how many links lead elsewhere."""
        return sum(len(host.places) for host in self.hosts)


def health(sources: Sources, content: Path, output: Callable[[str], bytes]) -> Health:
    """Return the report; `output` gives the bytes of a page by the name of its file in the output."""
    return Health(
        today=sources.today,
        to_do=to_do(sources),
        calendar=calendar(sources),
        never_reviewed=never_reviewed(sources),
        grades=reading(sources),
        grade_limit=sources.site.reading_grade,
        hosts=outside_hosts(sources),
        weights=tuple(_weights(sources, output)),
        questions=open_questions(content),
    )


def _weights(sources: Sources, output: Callable[[str], bytes]) -> Iterator[Weight]:
    """Yield what each page weighs, the heaviest first."""
    pages = [page for one in sources.in_every_language for page in one.pages]
    made = {page.url: output(page.save_as) for page in pages}
    weighed = [(len(by_gzip(made[page.url])), page) for page in pages]
    for rank, (weight, page) in enumerate(sorted(weighed, key=lambda both: (-both[0], both[1].url))):
        yield Weight(page, weight, len(by_brotli(made[page.url])) if rank < MOST_BY_BROTLI else None)


@dataclass(frozen=True, slots=True)
class Scale:
    """From the least value to the greatest that a drawing shows."""

    least: float
    greatest: float

    def at(self, value: float) -> float:
        """Return where a value stands; one that is beyond an end stands at that end."""
        share = (value - self.least) / (self.greatest - self.least)
        return round(100 * min(max(share, 0), 1), 2)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, and what it stands for; `state` is how it looks: fine, note, over or own."""

    of: MeasuredText | Weight
    start: float
    end: float
    state: str

    @property
    def length(self) -> float:
        """Return how long it is."""
        return round(self.end - self.start, 2)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other, with a line through all of them: the limit."""

    bars: tuple[Bar, ...]
    line: float


def grade_chart(health: Health) -> Chart:
    """Return how hard each text is, beside the limit."""
    scale = Scale(0, AIR * max(health.grade_limit, *(one.grade for one in health.grades), 1))
    bars = (Bar(one, 0, scale.at(one.grade), _grade_state(one, health.grade_limit)) for one in health.grades)
    return Chart(tuple(bars), scale.at(health.grade_limit))


def weight_chart(health: Health) -> Chart:
    """Return what each page weighs, beside what it may."""
    scale = Scale(0, AIR * max(LIMIT, *(one.gzip for one in health.weights)))
    bars = (Bar(one, 0, scale.at(one.gzip), "over" if one.gzip > LIMIT else "fine") for one in health.weights)
    return Chart(tuple(bars), scale.at(LIMIT))


def _grade_state(one: MeasuredText, limit: int) -> str:
    if one.verbatim:
        return "own"
    return "note" if one.grade > limit else "fine"


def parted(entries: Sequence[T], at_once: int) -> tuple[Sequence[T], Sequence[T]]:
    """Return the entries that are shown at once, and those that are shown to who asks; never a single one of these."""
    cut = at_once if len(entries) > at_once + 1 else len(entries)
    return entries[:cut], entries[cut:]
