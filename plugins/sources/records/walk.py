"""Walks through a record and all records below it, each beside its node: their marks, texts and past days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
        key, value = info.alias or name, getattr(found.record, name)
        if isinstance(value, Record) and (node := found.node.get(key)):
            yield from _below(PlacedRecord(value, node, name, (*found.path, key)))
        elif isinstance(value, tuple):
            for number, (one, item) in enumerate(zip(value, found.node.each(key), strict=False)):
                if isinstance(one, Record):
                    yield from _below(PlacedRecord(one, item, name, (*found.path, key, number)))


def marked(found: PlacedRecord, kind: type[M]) -> Iterator[tuple[str, Any, M, Place]]:
    """Yield the fields of a record that carry a mark of some kind: name, value, mark and place.

    What was typed under another name stands where the record does.
    """
    for name, info in type(found.record).model_fields.items():
        value, node = getattr(found.record, name), found.node.get(info.alias or name) or found.node
        for mark in info.metadata if value else ():
            if isinstance(mark, kind):
                yield name, value, mark, node.place


def texts_in(found: PlacedRecord) -> Iterator[Scalar]:
    """Yield the texts of a record, without those of the records below it, that visitors read, as they were typed."""
    for name, info in type(found.record).model_fields.items():
        node = found.node.get(info.alias or name)
        if (
            node
            and not any(isinstance(mark, ForStaff) for mark in info.metadata)
            and _is_shown(info.annotation, info.metadata)
        ):
            yield from (one for one in node.scalars() if one.text)


def _is_shown(annotation: Any, marks: Iterable[object] = ()) -> bool:
    """Tell whether a type is, or holds, text that visitors read; records below tell for themselves."""
    if any(isinstance(mark, Shown) for mark in marks):
        return True
    return any(_is_shown(one) or isinstance(one, Shown) for one in get_args(annotation))


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
