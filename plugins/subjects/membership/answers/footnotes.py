"""The notes to the answers in one table: numbered in the order of the table, each with the places that lead to it."""

from __future__ import annotations

from dataclasses import dataclass

from .rich_text import Run, runs


@dataclass(frozen=True, slots=True)
class Mark:
    """What leads from a cell to its note, and back: its own id, and number and id of the note."""

    id: str
    number: int
    note: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note below a table; `marks` are the ids of what leads to it."""

    id: str
    runs: tuple[Run, ...]
    marks: tuple[str, ...]


class Footnotes:
    """Gives each note that a table comes to its number; cells with the same words share one."""

    def __init__(self, table_id: str) -> None:
        self.table_id = table_id
        self._marks: dict[str, list[Mark]] = {}

    def mark(self, note: str | None) -> Mark | None:
        """Return what leads from the next cell to its note; None without a note."""
        if note is None:
            return None
        known = self._marks.setdefault(note, [])
        number = [*self._marks].index(note) + 1
        place = sum(map(len, self._marks.values())) + 1
        known.append(Mark(f"{self.table_id}f{place}", number, f"{self.table_id}n{number}"))
        return known[-1]

    @property
    def all(self) -> tuple[Footnote, ...]:
        """Return the notes in order."""
        return tuple(
            Footnote(marks[0].note, runs(note), tuple(mark.id for mark in marks)) for note, marks in self._marks.items()
        )
