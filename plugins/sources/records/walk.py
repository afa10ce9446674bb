"""Walks through a record and all records below it, each beside its node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, get_args

from sources.problems import Place
from sources.yaml.nodes import Node, Scalar

from .fields import ForStaff, Record, Shown

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class PlacedRecord:
    """One record, where it was typed, and the field that holds it; that of a list names its entries."""

    record: Record
    node: Node
    field: str

    @property
    def name(self) -> str:
        """Return what staff call it: an entry by what its kind is called and its id, any other by its field."""
        known_as = self.node.text_of("id")
        return f'{self.record.called} "{known_as}"' if self.record.called and known_as else self.field


def records_in(record: Record, node: Node, field: str = "") -> Iterator[PlacedRecord]:
    """Yield a record and all those below it, in the order of their fields."""
    yield PlacedRecord(record, node, field)
    for name, info in type(record).model_fields.items():
        value, below = getattr(record, name), node.get(info.alias or name)
        if isinstance(value, Record) and below:
            yield from records_in(value, below, name)
        elif isinstance(value, tuple):
            for one, item in zip(value, node.each(info.alias or name), strict=False):
                if isinstance(one, Record):
                    yield from records_in(one, item, name)


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
