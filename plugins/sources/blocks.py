"""Values as new YAML: fields and entries on lines of their own, or all in brackets on one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .scalars import Spot, scalar

STEP = 2  # columns by which what belongs to a field or an entry stands further right


def field(name: str, value: Any, column: int) -> str:
    """Return a field with its value, its name at `column`; further lines are indented, the first is not."""
    return f"{scalar(name, Spot(one_line=True))}:{behind_colon(value, column)}"


def behind_colon(value: Any, column: int) -> str:
    """Return what stands behind the colon of a field whose name is at `column`."""
    inner = column + STEP
    if isinstance(value, dict) and value:
        lines = [field(name, below, inner) for name, below in value.items()]
    elif isinstance(value, list) and value:
        lines = [f"- {entry(item, inner)}" for item in value]
    else:
        return f" {_single(value, column)}"
    return "".join(f"\n{' ' * inner}{line}" for line in lines)


def entry(value: Any, column: int) -> str:
    """Return what stands behind the hyphen at `column`."""
    if isinstance(value, dict) and value:
        inner = column + STEP
        return f"\n{' ' * inner}".join(field(key, below, inner) for key, below in value.items())
    return _single(value, column)


def in_brackets(value: Any, as_typed: Callable[[Any], str | None] = lambda _: None) -> str:
    """Return a value on one line; `as_typed` gives a text in the spelling that it had before, if it had one."""
    if isinstance(value, dict):
        fields = (f"{in_brackets(key)}: {in_brackets(below, as_typed)}" for key, below in value.items())
        return "{" + ", ".join(fields) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_brackets(item, as_typed) for item in value) + "]"
    if value is None:
        return "null"
    return as_typed(value) or scalar(value, Spot(brackets=True))


def _single(value: Any, column: int) -> str:
    if isinstance(value, str):
        return scalar(value, Spot(indent=column + STEP))
    return in_brackets(value)
