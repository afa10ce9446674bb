"""Lists that are too long for one page: how they are split, and the pages that show the parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

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
