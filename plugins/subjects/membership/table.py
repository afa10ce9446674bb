"""The comparison of tiers as a table of columns, groups of rows and cells, each cell with the ids of its headers.

The same model feeds the table and the rows that narrow screens get, so that both always say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from .answers.footnotes import Footnote, Footnotes, Mark
from .answers.items import Item
from .application.link import ApplicationLink
from .records import Criterion, Group, Tier


@dataclass(frozen=True, slots=True)
class Cell:
    """What one tier asks on one criterion; no values means that it is not stated. `mark` leads to its note."""

    headers: str
    values: tuple[Item, ...]
    application: ApplicationLink | None
    note: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class SameAnswer:
    """What some tiers ask alike on one criterion: their columns, counted from 0, and the application of each."""

    columns: tuple[int, ...]
    values: tuple[Item, ...]
    note: str | None
    applications: tuple[ApplicationLink, ...]
    application: None = None  # as the theme's answers have it


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion; `alike` if all tiers ask the same on it, `help` what it means."""

    id: str
    title: str
    cells: tuple[Cell, ...]
    alike: bool
    help: str | None = None

    @property
    def answers(self) -> tuple[SameAnswer, ...]:
        """Return each answer once, in the order of the first tiers that give it."""
        given: dict[object, list[int]] = {}
        for number, cell in enumerate(self.cells):
            given.setdefault((cell.values, cell.note), []).append(number)
        return tuple(_same(numbers, [self.cells[number] for number in numbers]) for numbers in given.values())


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Criteria under one heading."""

    id: str
    title: str
    rows: tuple[Row, ...]

    @property
    def alike(self) -> bool:
        """Tell whether all tiers ask the same on every criterion of the group."""
        return all(row.alike for row in self.rows)


@dataclass(frozen=True, slots=True)
class Column:
    """One tier; `href` is its page, `compare` the list of its comparisons if there is one, `labels` are beside it."""

    id: str
    title: str
    href: str
    application: ApplicationLink
    compare: str | None
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A comparison; every id in it begins with its own, so that several can share a page."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    notes: tuple[Footnote, ...] = ()

    @property
    def alike(self) -> tuple[str, ...]:
        """Return the titles of the rows on which all tiers ask the same."""
        return tuple(row.title for group in self.groups for row in group.rows if row.alike)

    @property
    def differing(self) -> tuple[str, ...]:
        """Return the titles of the rows on which the tiers differ."""
        return tuple(row.title for group in self.groups for row in group.rows if not row.alike)


@dataclass(frozen=True, slots=True)
class Compared:
    """A tier with what the page around it knows: where its page is, where one applies, where it is compared."""

    tier: Tier
    href: str
    application: ApplicationLink
    compare: str | None = None
    labels: tuple[str, ...] = ()


def comparison(table_id: str, caption: str, compared: Sequence[Compared], groups: Sequence[Group]) -> Table:
    """Return the table that compares the tiers on every criterion of every group, both in the order given.

    Ids are the table's, a letter and a number: every cell names three of them, so their length weighs on the page.
    """
    column_ids = [f"{table_id}c{number}" for number, _ in enumerate(compared, start=1)]
    row_ids = (f"{table_id}r{number}" for number in count(1))
    notes = Footnotes(table_id)
    return Table(
        id=table_id,
        caption=caption,
        columns=tuple(
            Column(column_id, one.tier.title, one.href, one.application, one.compare, one.labels)
            for column_id, one in zip(column_ids, compared, strict=True)
        ),
        groups=tuple(
            RowGroup(
                group_id := f"{table_id}g{number}",
                group.title,
                tuple(_row((next(row_ids), group_id), one, column_ids, compared, notes) for one in group.criteria),
            )
            for number, group in enumerate(groups, start=1)
        ),
        notes=notes.all,
    )


def _same(columns: Sequence[int], cells: Sequence[Cell]) -> SameAnswer:
    applications = tuple(cell.application for cell in cells if cell.application)
    return SameAnswer(tuple(columns), cells[0].values, cells[0].note, applications)


def _row(
    ids: tuple[str, str],
    criterion: Criterion,
    column_ids: Sequence[str],
    compared: Sequence[Compared],
    notes: Footnotes,
) -> Row:
    row_id, group_id = ids
    answers = [criterion.answer_of(one.tier) for one in compared]
    cells = tuple(
        Cell(
            headers=f"{column_id} {group_id} {row_id}",
            values=answer.items,
            application=one.application if criterion.application_link else None,
            note=answer.note,
            mark=notes.mark(answer.note),
        )
        for column_id, one, answer in zip(column_ids, compared, answers, strict=True)
    )
    return Row(row_id, criterion.title, cells, alike(criterion, [one.tier for one in compared]), criterion.help)


def alike(criterion: Criterion, tiers: Iterable[Tier]) -> bool:
    """Tell whether the tiers all ask the same on a criterion."""
    return len({criterion.answer_of(tier) for tier in tiers}) == 1
