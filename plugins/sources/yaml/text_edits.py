"""One text of a YAML file, or one list of texts, replaced at its place: comments, order, quotes and all else stay."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from yaml.nodes import ScalarNode, SequenceNode

from .document import NULL
from .spans import (
    Found,
    TextEdit,
    colon_of,
    end_of_line,
    end_of_line_before,
    end_of_value,
    has_brackets,
)
from .write import Spot, scalar

Value = str | tuple[str, ...]


def edits_at(text: str, found: Found, value: Value) -> Iterator[TextEdit]:
    """Yield what makes a value another text, or another list of texts."""
    node = found.node
    if not value:
        raise ValueError("expected text, or a list that is not empty")
    if isinstance(node, ScalarNode) and isinstance(value, str):
        yield _other_scalar(text, found, value)
    elif found.brackets or has_brackets(node):
        yield TextEdit(found.start, end_of_value(text, node), _for_brackets(text, found, value))
    elif isinstance(value, str):
        yield _behind_the_key(text, found, scalar(value, Spot(one_line=True)))
        yield from (_without(text, node, entry) for entry in node.value)
    elif isinstance(node, SequenceNode):
        yield from _other_entries(text, found, value)
    else:
        colon = colon_of(text, found)
        end = end_of_value(text, node) if text[found.start : end_of_value(text, node)] else colon
        yield TextEdit(colon, end, "")
        yield _added(end_of_line(text, end), found.column + 2, value)


def _other_scalar(text: str, found: Found, value: str) -> TextEdit:
    node, end = found.node, end_of_value(text, found.node)
    if node.value == value and node.tag != NULL:
        return TextEdit(end, end, "")
    comment = text[end : end_of_line(text, end)].strip()
    spot = Spot(node.style, found.column + 2, found.brackets, one_line=bool(comment))
    if not text[found.start : end]:  # nothing was typed, so its place is where the next thing begins
        return _behind_the_key(text, found, scalar(value, spot))
    return TextEdit(found.start, end, scalar(value, spot))


def _other_entries(text: str, found: Found, values: tuple[str, ...]) -> Iterator[TextEdit]:
    node = found.node
    column = node.start_mark.column
    if not all(isinstance(entry, ScalarNode) for entry in node.value):
        raise ValueError("only a list of texts can be written")
    before = [entry.value for entry in node.value]
    for same, i, i_end, j, j_end in SequenceMatcher(None, before, values, autojunk=False).get_opcodes():
        if same == "equal":
            continue
        kept = min(i_end - i, j_end - j)
        for entry, value in zip(node.value[i : i + kept], values[j : j + kept], strict=True):
            yield _other_scalar(text, Found(entry, None, column), value)
        yield from (_without(text, node, entry) for entry in node.value[i + kept : i_end])
        if j + kept < j_end:
            last = node.value[i + kept - 1] if i + kept else None
            place = end_of_line(text, end_of_value(text, last)) if last else end_of_line_before(text, found.start)
            yield _added(place, column, values[j + kept : j_end])


def _for_brackets(text: str, found: Found, value: Value) -> str:
    """Return what replaces a list in brackets, or a text within them; entries that were there keep their quotes."""
    if isinstance(value, str):
        return scalar(value, Spot(brackets=found.brackets, one_line=True))
    entries = found.node.value if isinstance(found.node, SequenceNode) else [found.node]
    typed = {entry.value: text[entry.start_mark.index : end_of_value(text, entry)] for entry in entries}
    return "[" + ", ".join(typed.get(one) or scalar(one, Spot(brackets=True)) for one in value) + "]"


def _behind_the_key(text: str, found: Found, value: str) -> TextEdit:
    return TextEdit(colon_of(text, found), colon_of(text, found), f" {value}")


def _added(place: int, column: int, values: tuple[str, ...]) -> TextEdit:
    lines = (f"\n{' ' * column}- {scalar(value, Spot(indent=column + 2))}" for value in values)
    return TextEdit(place, place, "".join(lines))


def _without(text: str, node: Any, entry: Any) -> TextEdit:
    hyphen = text.rfind("-", node.start_mark.index, entry.start_mark.index)
    return TextEdit(end_of_line_before(text, hyphen), end_of_line(text, end_of_value(text, entry)), "")
