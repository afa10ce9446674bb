"""An edited table brought back: the entries that its rows make of those of a data file, and what is wrong in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from sources.problems import Place, Problem, ProblemsFound, Section, guess, quoted
from sources.records.data_file import plain
from sources.records.errors import record_problems
from sources.records.shapes import in_order
from sources.yaml import nodes
from sources.yaml.nodes import Node, Scalar

from .cells import Rows, letters, spoilt
from .sheet import ID, Sheet, at, cell_of, text_of, value_of


@dataclass(frozen=True, slots=True)
class Edited:
    """What the file should hold, and how many entries that makes new, other ones, and none any more."""

    values: dict[str, Any]
    added: int
    changed: int
    removed: int


def edited_entries(found: Rows, sheet: Sheet, file: str, held: Node | None) -> Edited:
    """Return what the file should hold after the table was edited; raise ProblemsFound with all that is wrong in it.

    An entry is known by its name, keeps its place, and each column that is missing stays as it was. `held` is what the
    data file holds, if there is one.
    """
    head = tuple(re.sub(r"\s+", "_", name.casefold()) for name in found[0])
    if problems := [*_heading_problems(head, sheet, file), *_repeated(found, head, sheet, file)]:
        raise ProblemsFound(problems)
    before: dict[str, Any] = plain(held) if held else {}
    known: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(before.get(sheet.name) or []):
        known[text_of(cell_of(at(entry, sheet.key)))].append(number)
    edited: dict[int, tuple[Any, Node]] = {}
    new: dict[int, list[tuple[Any, Node]]] = defaultdict(list)  # by the entry behind which they stand
    last = -1
    for row, cells in enumerate(found[1:], start=2):
        if not any(cells):
            continue
        same = known[text_of(cells[head.index(sheet.key)])]
        old = before[sheet.name][same[0]] if same else {}
        entry = _Row(sheet, file, row, head, cells).entry(old, problems)
        if same:
            edited[last := same.pop(0)] = entry
        else:
            new[last].append(entry)
    ordered = [*new[-1], *(one for number in sorted(edited) for one in (edited[number], *new[number]))]
    values = {**before, sheet.name: [entry for entry, _ in ordered]}
    problems += _invalid(values, [node for _, node in ordered], sheet, file, held)
    if problems:
        raise ProblemsFound(problems)
    changed = sum(entry != before[sheet.name][number] for number, (entry, _) in edited.items())
    return Edited(values, len(ordered) - len(edited), changed, sum(map(len, known.values())))


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the table: its number, and its cells below the names of their columns."""

    sheet: Sheet
    file: str
    number: int
    head: tuple[str, ...]
    cells: tuple[str, ...]

    def entry(self, old: dict[str, Any], problems: list[Problem]) -> tuple[dict[str, Any], Node]:
        """Return the entry that it makes of an old one, with places in the table; what is wrong joins the problems."""
        entry, columns = deepcopy(old), self.sheet.columns
        changed = [
            (name, cell)
            for name, cell in zip(self.head, self.cells, strict=True)
            if name and text_of(cell) != text_of(cell_of(at(old, name)))
        ]
        for name, cell in sorted(changed, key=lambda both: bool(both[1])):  # what is emptied makes room
            wrong = spoilt(cell_of(at(old, name)), cell)
            if not wrong and not _put(entry, name, value_of(text_of(cell), columns[name])):
                wrong = f"{quoted(name.partition('.')[0])} is filled in too. Keep one of them."
            if wrong:
                column = letters(self.head.index(name))
                problems.append(Problem(self.place(name), f"cell {column}{self.number}: {wrong}", Section.SPREADSHEET))
        declared = [one.name for one in self.sheet.item.fields]
        entry = {name: entry[name] for name in in_order([*old], declared) if name in entry}
        return entry, self.node(entry, "")

    def place(self, name: str) -> Place:
        """Return where a field stands in the table, or else where the row begins."""
        return Place(self.file, self.number, self.head.index(name) + 1 if name in self.head else 1)

    def node(self, value: Any, name: str) -> Node:
        """Return a value with its place in the table."""
        place = self.place(name)
        match value:
            case dict():
                below = {key: self.node(one, f"{name}.{key}".lstrip(".")) for key, one in value.items()}
                return nodes.Mapping(place, place, below)
            case list():
                return nodes.Sequence(place, place, tuple(self.node(one, name) for one in value))
        return Scalar(place, place, value)


def _put(entry: dict[str, Any], name: str, value: Any) -> bool:
    """Put a value into an entry, or take it out; return whether something else stands in its place."""
    first, _, rest = name.partition(".")
    if not rest:
        if value is None:
            entry.pop(first, None)
        elif isinstance(entry.get(first), dict):
            return False
        else:
            entry[first] = value
        return True
    below = entry.get(first)
    below = {} if below is None else below
    if not isinstance(below, dict) or not _put(below, rest, value):
        return False
    entry[first] = below
    if not below:
        del entry[first]
    return True


def _heading_problems(head: tuple[str, ...], sheet: Sheet, file: str) -> Iterator[Problem]:
    columns = sheet.columns
    for number, name in enumerate(head):
        place, column = Place(file, 1, number + 1), f"column {letters(number)}"
        if not name:
            yield Problem(place, f"{column}: the first row says no field. Name it, or delete it.", Section.SPREADSHEET)
        elif name in head[:number]:
            message = f"{column}: {quoted(name)} stands here a second time. Keep one of them."
            yield Problem(place, message, Section.SPREADSHEET)
        elif name not in columns:
            message = f"{column}: unknown field {quoted(name)}.{guess(name, columns)}"
            yield Problem(place, message, Section.SPREADSHEET)
    if sheet.key not in head:
        message = f"no column {quoted(sheet.key)}, by which entries are known."
        yield Problem(Place(file), message, Section.SPREADSHEET)


def _repeated(found: Rows, head: tuple[str, ...], sheet: Sheet, file: str) -> Iterator[Problem]:
    """Yield a problem for every id that stands in two rows; names may be those of two."""
    seen: dict[str, int] = {}
    for row, cells in enumerate(found[1:] if sheet.key == ID and ID in head else (), start=2):
        if (name := text_of(cells[head.index(ID)])) and seen.setdefault(name, row) != row:
            place, message = Place(file, row, head.index(ID) + 1), f"{quoted(name)} is in row {seen[name]} already."
            yield Problem(place, message, Section.SPREADSHEET)


def _invalid(
    values: dict[str, Any], items: list[Node], sheet: Sheet, file: str, held: Node | None
) -> Iterator[Problem]:
    """Yield what is wrong with the entries, at the cells in which it stands."""
    top = Place(file)
    above = dict(held.entries) if isinstance(held, nodes.Mapping) else {}
    root = nodes.Mapping(top, top, {**above, sheet.name: nodes.Sequence(top, top, tuple(items))})
    try:
        sheet.file.model.model_validate(values)
    except ValidationError as error:
        found = record_problems(error.errors(), root, sheet.file.model)
        yield from (replace(one, guide=Section.SPREADSHEET) for one in found)
