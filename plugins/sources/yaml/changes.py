"""What makes a value of a YAML file another one, at its place: all else stays as it was typed.

A value is compared as it was read, which may be less than what stands there: “Come” in curly quotes is Come.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from json import dumps
from typing import Any

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from .spans import Found, TextEdit, colon_of, cut, end_of_line, end_of_line_before, end_of_value, has_brackets, last_end
from .write import STEP, Spot, behind_colon, entry, field, in_brackets, scalar


def changes(text: str, found: Found, before: Any, wanted: Any) -> Iterator[TextEdit]:
    """Yield what makes a value, which was read as `before`, another one."""
    if before == wanted:
        return
    node = found.node
    brackets = found.brackets or has_brackets(node)
    match node, wanted:
        case MappingNode(), dict() if wanted and not brackets:
            yield from _fields(text, found, before, wanted)
        case MappingNode(), dict() if before.keys() == wanted.keys():
            for name, key, value in _named(node):
                yield from changes(text, Found(value, key, key.start_mark.column, True), before[name], wanted[name])
        case SequenceNode(), list() if wanted and not brackets:
            yield from _entries(text, found, before, wanted)
        case SequenceNode(), str() if wanted and found.key and not brackets:  # what stands between the entries stays
            colon = colon_of(text, found)
            yield TextEdit(colon, colon, f" {scalar(wanted, Spot(one_line=True))}")
            yield from (_without(text, node, item) for item in node.value)
        case _, str() if wanted:
            yield _text(text, found, wanted)
        case _ if brackets:
            spelled = _spelled(text, node, before).get
            yield TextEdit(found.start, end_of_value(text, node), in_brackets(wanted, spelled))
        case _:
            yield from _block(text, found, wanted)


def _named(node: Any) -> Iterator[tuple[str, Any, Any]]:
    for key, value in node.value:
        yield key.value, key, value


def _spelled(text: str, node: Any, read: Any) -> dict[str, str]:
    """Return each text in brackets as it was typed, by what it was read as."""
    match node, read:
        case ScalarNode(), str():
            return {read: text[node.start_mark.index : end_of_value(text, node)]}
        case SequenceNode(), list():
            below = list(zip(node.value, read, strict=True))
        case MappingNode(), dict():
            below = [(value, read[name]) for name, _, value in _named(node)]
        case _:
            return {}
    return {one: typed for part in below for one, typed in _spelled(text, *part).items()}


def _text(text: str, found: Found, wanted: str) -> TextEdit:
    """Return what puts a text in the place of a value: as that is spelled, and on one line before a comment."""
    node, start, end = found.node, found.start, last_end(text, found.node, found.key)
    style = node.style if isinstance(node, ScalarNode) else None
    comment = bool(text[end : end_of_line(text, end)].strip())
    shown = scalar(wanted, Spot(style, found.column + STEP, found.brackets, one_line=comment))
    if found.key and isinstance(node, MappingNode) and not has_brackets(node):
        start = colon_of(text, found)
    apart = "" if text[start - 1 : start] in (" ", "[", "{") else " "
    return TextEdit(start, end, apart + shown)


def _block(text: str, found: Found, wanted: Any) -> Iterator[TextEdit]:
    """Yield what puts fields, entries or nothing in the place of a value, behind a comment that stands there."""
    end = last_end(text, found.node, found.key)
    if found.key is None:
        yield TextEdit(found.start, end, entry(wanted, found.column))
        return
    colon, shown = colon_of(text, found), behind_colon(wanted, found.column)
    place = end_of_line(text, end) if shown.startswith("\n") else colon
    yield TextEdit(colon, max(end, colon), "")
    yield TextEdit(place, place, shown)


def _fields(text: str, found: Found, before: dict[str, Any], wanted: dict[str, Any]) -> Iterator[TextEdit]:
    known = list(_named(found.node))
    first, column = known[0][0], known[0][1].start_mark.column
    hyphen = found.key is None and found.column < column  # before the first field of an entry
    if hyphen and first not in wanted:
        yield TextEdit(found.start, last_end(text, found.node), entry(wanted, found.column))
        return
    for name, key, value in known:
        if name in wanted:
            yield from changes(text, Found(value, key, column), before[name], wanted[name])
        else:
            yield cut(text, key.start_mark.index, last_end(text, value, key))
    places = {name: end_of_line(text, last_end(text, value, key)) for name, key, value in known}
    before_all = found.start if first in wanted and not hyphen else None
    yield from _new_fields(wanted, places, column, before_all)


def _new_fields(
    wanted: dict[str, Any], places: dict[str, int], column: int, before_all: int | None
) -> Iterator[TextEdit]:
    """Yield the fields that are new, each behind the one that it follows; `before_all` is where the first may stand."""
    indent = " " * column
    last = next(iter(places.values())) if before_all is None else before_all
    for name, value in wanted.items():
        if name in places:
            last = places[name]
        elif last == before_all:
            yield TextEdit(last, last, f"{field(name, value, column)}\n{indent}")
        else:
            yield TextEdit(last, last, f"\n{indent}{field(name, value, column)}")


def _entries(text: str, found: Found, before: list[Any], wanted: list[Any]) -> Iterator[TextEdit]:
    node = found.node
    column, items = node.start_mark.column, node.value
    apart = len(items) > 1 and "\n\n" in text[last_end(text, items[0]) : items[1].start_mark.index]
    one_line = bool(items) and all(has_brackets(item) for item in items)
    same = SequenceMatcher(None, list(map(_name, before)), list(map(_name, wanted)), autojunk=False)
    for _, i, i_end, j, j_end in same.get_opcodes():
        kept = min(i_end - i, j_end - j)
        for number in range(kept):
            yield from changes(text, Found(items[i + number], None, column), before[i + number], wanted[j + number])
        for item in items[i + kept : i_end]:
            yield _without(text, node, item)
        if new := wanted[j + kept : j_end]:
            shown = [in_brackets(item) if one_line else entry(item, column) for item in new]
            line_end = "\n\n" if apart else "\n"
            lines = "".join(f"{line_end}{' ' * column}- {one}" for one in shown)
            last = items[i + kept - 1] if i + kept else None
            place = end_of_line(text, last_end(text, last)) if last else end_of_line_before(text, found.start)
            yield TextEdit(place, place, lines)


def _name(item: Any) -> str:
    return str(item["id"]) if isinstance(item, dict) and "id" in item else dumps(item)


def _without(text: str, node: Any, item: Any) -> TextEdit:
    """Return what takes out an entry of a list."""
    hyphen = text.rfind("-", node.start_mark.index, item.start_mark.index)
    return cut(text, hyphen, last_end(text, item))
