"""Values as the editor shows them, and back: what nobody touched comes back just as it was typed.

The editor has no word for a field that is absent: it sends nothing, or an empty text or list, for what was left empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import Any

from sources.file_names import plain
from sources.records.days import known_day
from sources.records.fields import WORDS_FOR_YES_AND_NO, is_yes
from sources.records.shapes import Shape, in_order

from .merging import empty, same


def for_editor(value: Any, shape: Shape) -> Any:
    """Return a value of a file as the editor shows it."""
    if value is None:
        return None
    match shape.kind:
        case "record" if isinstance(value, dict):
            shapes = {field.name: field.shape for field in shape.fields}
            return {key: for_editor(below, shapes.get(key, Shape("line"))) for key, below in value.items()}
        case "named" if isinstance(value, dict):
            return {key: for_editor(below, shape.item or shape) for key, below in value.items()}
        case "list" if isinstance(value, list):
            return [for_editor(item, shape.item or shape) for item in value]
        case "several" if shape.fields and isinstance(value, list | dict):
            return "\n".join(_lines(value, shape))
        case "lines" | "several" if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return "\n".join(value)
        case "yes_no" if isinstance(value, str) and value.casefold() in WORDS_FOR_YES_AND_NO:
            return "yes" if is_yes(value) else "no"
        case "day" if isinstance(value, str):
            return str(known_day(value) or value)
        case "choice" if isinstance(value, str) and value.casefold() in shape.choices:
            return value.casefold()
    return value


def _lines(value: Any, shape: Shape) -> Iterator[str]:
    """Yield the lines of what may have fields: its texts first, then each further field behind its name."""
    if isinstance(value, list):
        yield from (line for one in value for line in _lines(one, shape))
    elif isinstance(value, dict):
        for name, below in value.items():
            first = name.casefold() == shape.fields[0].name
            yield from (
                _lines(below, shape) if first else (f"{name.capitalize()}: {line}" for line in _lines(below, shape))
            )
    elif value is not None:
        yield str(value)


def for_file(sent: Any, before: Any, shape: Shape) -> Any:
    """Return what a file should say, given what the editor sent and what the file said `before`."""
    if same(for_editor(before, shape), sent):
        return before
    match shape.kind:
        case "record" if isinstance(sent, dict):
            return _record_meant(sent, before if isinstance(before, dict) else {}, shape)
        case "named" if isinstance(sent, dict):
            old = before if isinstance(before, dict) else {}
            return {key: for_file(below, old.get(key), shape.item or shape) for key, below in sent.items() if below}
        case "list" if isinstance(sent, list):
            item = shape.item or shape
            old_items = _paired(sent, before if isinstance(before, list) else [], item)
            return [for_file(one, old, item) for one, old in zip(sent, old_items, strict=True)]
        case "lines" | "several" if isinstance(sent, str):
            texts = [line.strip() for line in sent.split("\n") if line.strip()]
            return texts[0] if len(texts) == 1 and shape.kind == "several" else texts
    return str(sent).strip() if isinstance(sent, str | int | float) else sent


def _record_meant(sent: dict[str, Any], before: dict[str, Any], shape: Shape) -> dict[str, Any]:
    shapes = {field.name: field.shape for field in shape.fields}
    needed = {field.name for field in shape.fields if field.required}
    found = {}
    for name in in_order([*before], [*shapes, *sent]):
        value = sent.get(name)
        if not empty(value):
            found[name] = for_file(value, before.get(name), shapes.get(name, Shape("line")))
        elif name in before and (empty(before[name]) or name in needed):
            found[name] = before[name] if empty(before[name]) else ""
    return found


def _paired(sent: Sequence[Any], before: Sequence[Any], shape: Shape) -> list[Any]:
    """Return for each entry the one that it was: of the same id, the same in all, or else at the same place."""
    as_shown = [for_editor(one, shape) for one in before]

    def one(number: int, entry: Any) -> Any:
        for other, old in zip(as_shown, before, strict=True):
            if other == entry or (_id(entry) and _id(other) == _id(entry)):
                return old
        return before[number] if number < len(before) and not _id(entry) else None

    return [one(number, entry) for number, entry in enumerate(sent)]


def _id(entry: Any) -> Any:
    return entry.get("id") if isinstance(entry, dict) else None


def with_ids(values: Any, shape: Shape) -> Any:
    """Return plain values in which each entry of a list that lacks its id has one, made from its title or name."""
    if shape.kind == "record" and isinstance(values, dict):
        below = {field.name: field.shape for field in shape.fields}
        return {name: with_ids(value, below[name]) if name in below else value for name, value in values.items()}
    if shape.kind == "list" and isinstance(values, list) and shape.item:
        entries = [with_ids(one, shape.item) for one in values]
        return list(_named(entries)) if shape.item.field("id") else entries
    return values


def _named(entries: Sequence[Any]) -> Iterator[Any]:
    taken = {_id(one) for one in entries}
    for one in entries:
        name = plain(str(one.get("title") or one.get("name") or "")) if isinstance(one, dict) else ""
        if name and not one.get("id"):
            free = next(found for found in chain([name], (f"{name}-{n}" for n in count(2))) if found not in taken)
            taken.add(free)
            yield {"id": free, **{key: value for key, value in one.items() if key != "id"}}
        else:
            yield one
