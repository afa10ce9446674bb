"""Walks through a record and all records below it, each beside its node: their marks, texts and past days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar, get_args

from pydantic.fields import FieldInfo

from sources.problems import Place, Problem
from sources.yaml.nodes import Node, Scalar

from .errors import Path_, label
from .fields import ForStaff, PastDay, Record, Shown

M = TypeVar("M")
PAST = get_args(PastDay)[-1]
AHEAD = timedelta(days=1)  # it may be tomorrow already where the writer is: a computer in UTC, an office in Kiribati


@dataclass(frozen=True, slots=True)
class PlacedRecord:
    """One record, where it was typed, the field that holds it (that of a list names its entries), and the way there."""

    record: Record
    node: Node
    field: str = ""
    path: Path_ = ()

    @property
    def name(self) -> str:
        """Return what staff call it: an entry by what its kind is called and its id, any other by its field."""
        known_as = self.node.text_of("id")
        return f'{self.record.called} "{known_as}"' if self.record.called and known_as else self.field


def records_in(record: Record, node: Node) -> Iterator[PlacedRecord]:
    """Yield a record and all those below it, in the order of their fields."""
    return _below(PlacedRecord(record, node))


def _below(found: PlacedRecord) -> Iterator[PlacedRecord]:
    yield found
    for name, info in type(found.record).model_fields.items():
        for one in _held(found.record, found.node, name, info):
            yield from _below(replace(one, path=(*found.path, *one.path)))


def _held(record: Record, node: Node, name: str, info: FieldInfo) -> Iterator[PlacedRecord]:
    """Yield the record that a field holds, or each of those that it lists, where it was typed."""
    key, value = info.alias or name, getattr(record, name)
    if isinstance(value, Record) and (held := node.get(key)):
        yield PlacedRecord(value, held, name, (key,))
    elif isinstance(value, tuple):
        for number, (one, item) in enumerate(zip(value, node.each(key), strict=False)):
            if isinstance(one, Record):
                yield PlacedRecord(one, item, name, (key, number))


def marked(found: PlacedRecord, kind: type[M]) -> Iterator[tuple[str, Any, M, Place]]:
    """Yield the fields of a record that carry a mark of some kind: name, value, mark and place.

    What was typed under another name stands where the record does.
    """
    for name, info in type(found.record).model_fields.items():
        value, node = getattr(found.record, name), found.node.get(info.alias or name) or found.node
        for mark in info.metadata if value else ():
            if isinstance(mark, kind):
                yield name, value, mark, node.place


def texts_in(record: Record, node: Node) -> Iterator[Scalar]:
    """Yield the texts of a record and of all those below it that visitors read, as they were typed."""
    fields = [(name, info) for name, info in type(record).model_fields.items() if not _is_for_staff(info.metadata)]
    for name, info in fields:
        if (held := node.get(info.alias or name)) and _is_shown(info.annotation, info.metadata):
            yield from (one for one in held.scalars() if one.text)
    for name, info in fields:
        for below in _held(record, node, name, info):
            yield from texts_in(below.record, below.node)


def _is_for_staff(marks: Iterable[object]) -> bool:
    return any(isinstance(mark, ForStaff) for mark in marks)


def _is_shown(annotation: Any, marks: Iterable[object] = ()) -> bool:
    """Tell whether a type is, or holds, text that visitors read; records below tell for themselves."""
    some = (*get_args(annotation), *marks)
    return not _is_for_staff(some) and any(isinstance(one, Shown) or _is_shown(one) for one in some)


def past_day_problems(record: Record, node: Node, today: date) -> Iterator[Problem]:
    """Yield a problem for every day of a record, and of those in it, on which something was done, and that is to come.

    A day that has come stays so: no site stops being published because time passes.
    """
    for found in records_in(record, node):
        for name, info in type(found.record).model_fields.items():
            day, key = getattr(found.record, name), info.alias or name
            late = isinstance(day, date) and day - today > AHEAD and _is_past(info)
            if late and (at := found.node.get(key)):
                message = f'expected a day that has come, found "{day}". Today is {today}.'
                yield Problem(at.place, f"{label(node, (*found.path, key), type(record))}: {message}")


def _is_past(field: FieldInfo) -> bool:
    return PAST in field.metadata or any(PAST in get_args(choice) for choice in get_args(field.annotation))
