"""Checks that days on which something was done, such as a review, are not after the day of the build.

A day that has come stays so: no site stops being published because time passes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import get_args

from pydantic.fields import FieldInfo

from sources.problems import Problem
from sources.yaml.nodes import Mapping, Node, Sequence

from .errors import label, record_in
from .fields import PastDay, Record

PAST = get_args(PastDay)[-1]
AHEAD = timedelta(days=1)  # it may be tomorrow already where the writer is: a computer in UTC, an office in Kiribati

Path = tuple[str | int, ...]


def past_day_problems(record: Record, node: Node, today: date, guide: str) -> Iterator[Problem]:
    """Yield a problem for every day of a record, and of the records in it, that should have come and has not."""
    for path, day, at in _past_days(record, node, ()):
        if day - today > AHEAD:
            message = f'expected a day that has come, found "{day}". Today is {today}.'
            yield Problem(at.place, f"{label(node, path, type(record))}: {message}", guide)


def _past_days(value: object, node: Node | None, path: Path) -> Iterator[tuple[Path, date, Node]]:
    if isinstance(value, Record) and isinstance(node, Mapping):
        for name, key, is_past in _fields(type(value)):
            below, at = getattr(value, name), node.get(key)
            if is_past and below and at:
                yield (*path, key), below, at
            yield from _past_days(below, at, (*path, key))
    elif isinstance(value, tuple) and isinstance(node, Sequence):
        for number, (below, at) in enumerate(zip(value, node.items, strict=False)):
            yield from _past_days(below, at, (*path, number))


@cache
def _fields(model: type[Record]) -> tuple[tuple[str, str, bool], ...]:
    """Return the fields that matter: what they are called here and in files, and whether they are a past day.

    The others hold records, in which such a day may be.
    """
    return tuple(
        (name, field.alias or name, _is_past(field))
        for name, field in model.model_fields.items()
        if _is_past(field) or record_in(field.annotation)
    )


def _is_past(field: FieldInfo) -> bool:
    return PAST in field.metadata or any(PAST in get_args(choice) for choice in get_args(field.annotation))
