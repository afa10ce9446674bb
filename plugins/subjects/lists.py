"""Lists that are too long for one page: their parts, what the page of one says, and their months."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar

from sources.pages.front_matter import FrontMatter
from sources.words import Words, begun, shown_month

T = TypeVar("T")
MOST = 50  # entries of a page, so that it stays light


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a list: `name` is how directives and addresses call the list, empty for the main one."""

    name: str
    number: int
    of: int

    @property
    def argument(self) -> str:
        """Return what a directive says after the name of the component to show this part; nothing for the main one."""
        return "-".join(self._names(self.name or "part")) if self.name or self.number > 1 else ""

    @property
    def path(self) -> str:
        """Return what follows the folder in the path of its page, such as 2025/2 or index."""
        return "/".join(self._names(self.name)).lstrip("/") or "index"

    def _names(self, first: str) -> tuple[str, ...]:
        return (first,) if self.number == 1 else (first, str(self.number))

    def beside(self, step: int) -> Part | None:
        """Return the part so many places further, if there is one."""
        number = self.number + step
        return Part(self.name, number, self.of) if 1 <= number <= self.of else None


def split(name: str, entries: Sequence[T]) -> Mapping[Part, Sequence[T]]:
    """Return the parts of a list, at least one, each with its entries."""
    count = max(-(-len(entries) // MOST), 1)
    return {Part(name, number + 1, count): entries[number * MOST : (number + 1) * MOST] for number in range(count)}


def about(part: Part, what: str, words: Words, site: str, *, draft: bool = False) -> FrontMatter:
    """Return what the page of a part says of itself; `what` begins the keys of its words, such as events."""
    key = f"{what}_of_year" if part.name else what
    title, told = (words[f"{key}_{which}"].format(year=part.name, site=site) for which in ("title", "told"))
    if part.number > 1:
        title, told = (words["list_page"].format(title=one, number=part.number) for one in (title, told.rstrip(".")))
    return FrontMatter.model_construct(title=title, description=told, status="draft" if draft else "published")


def by_month(some: Iterable[T], day_of: Callable[[T], date], words: Words) -> list[tuple[str, list[T]]]:
    """Return entries below the months of their days, in the order given."""
    grouped = groupby(some, key=lambda one: day_of(one).replace(day=1))
    return [(begun(shown_month(words, month)), list(entries)) for month, entries in grouped]
