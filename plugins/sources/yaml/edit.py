"""A YAML file made to say something else, with as few changes as that takes.

Every line that says the same afterward stays, byte for byte: comments, order and quotes too. New entries and fields
stand where they belong; what is in brackets is written anew as a whole, since it is one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from json import dumps
from typing import Any

from pydantic import BaseModel
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from sources.records.data_file import plain
from sources.records.errors import Path_

from .document import parse
from .meant import as_meant
from .parser import compose
from .spans import (
    Found,
    TextEdit,
    colon_of,
    cut,
    end_of_line,
    end_of_line_before,
    end_of_value,
    has_brackets,
    last_end,
    plain_lines,
    with_edits,
)
from .text_edits import Value, edits_at
from .write import behind_colon, entry, field, in_brackets


def edited(text: str, wanted: Any, model: type[BaseModel] | None = None) -> str:
    """Return the text, changed to hold `wanted`: dicts, lists, texts and None, as `data_file.plain` reads them.

    The text must be empty, or one that `nodes.parse` reads with that model, and hold fields. Raises ValueError for what
    cannot be written.
    """
    if not text:
        return "".join(f"{field(name, value, 0)}\n" for name, value in wanted.items())
    mark, bare = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    read = plain_lines(bare)
    before = plain(parse(read, "", model=model))
    if before == wanted:
        return text
    meant = as_meant(read, model)
    changes = _joined(_changes(meant.text, Found(compose(meant.text)), before, wanted))
    at_their_place = (TextEdit(meant.typed(one.start), meant.typed(one.end), one.text) for one in changes)
    result = with_edits(bare, at_their_place)
    if plain(parse(plain_lines(result), "", model=model)) != wanted:
        raise ValueError(f"cannot be written: {wanted}")
    return mark + result


def replaced(text: str, values: Mapping[Path_, Value], model: type[BaseModel] | None = None) -> str:
    """Return the text with other values at some paths, such as ("tiers", 0, "title"), all of which are there."""
    wanted = plain(parse(plain_lines(text.removeprefix("\ufeff")), "", model=model))
    for (*above, name), value in values.items():
        here = wanted
        for step in above:
            here = here[step]
        here[name] = value if isinstance(value, str) else list(value)
    return edited(text, wanted, model)


def _joined(edits: Iterable[TextEdit]) -> Iterator[TextEdit]:
    """Yield the edits, of which those that add something at one place are one: what is further within comes first."""
    added: dict[int, str] = {}
    for edit in edits:
        if edit.start < edit.end:
            yield edit
        else:
            added[edit.start] = added.get(edit.start, "") + edit.text
    yield from (TextEdit(place, place, text) for place, text in added.items())


def _changes(text: str, found: Found, before: Any, wanted: Any) -> Iterator[TextEdit]:
    """Yield what makes a value another one."""
    if before == wanted:
        return
    node = found.node
    brackets = found.brackets or has_brackets(node)
    match node, wanted:
        case MappingNode(), dict() if wanted and not brackets:
            yield from _fields(text, found, before, wanted)
        case MappingNode(), dict() if before.keys() == wanted.keys():
            for name, key, value in _named(node):
                yield from _changes(text, Found(value, key, key.start_mark.column, True), before[name], wanted[name])
        case SequenceNode(), list() if wanted and not brackets and not _all_texts(before, wanted):
            yield from _entries(text, found, before, wanted)
        case ScalarNode(), str() if wanted:
            yield from edits_at(text, found, wanted)
        case _, list() | str() if wanted and _all_texts(before, wanted) and (found.key or brackets):
            yield from edits_at(text, found, wanted if isinstance(wanted, str) else tuple(wanted))
        case _ if brackets:
            yield TextEdit(found.start, end_of_value(text, node), in_brackets(wanted, _spellings(text, node).get))
        case _:
            yield from _replacing(text, found, wanted)


def _all_texts(*values: Any) -> bool:
    return all(isinstance(item, str) for value in values for item in (value if isinstance(value, list) else [value]))


def _named(node: Any) -> Iterator[tuple[str, Any, Any]]:
    for key, value in node.value:
        yield key.value, key, value


def _spellings(text: str, node: Any) -> dict[str, str]:
    """Return every text in brackets as it was typed."""
    if isinstance(node, ScalarNode):
        return {node.value: text[node.start_mark.index : node.end_mark.index]}
    below = (part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,)))
    return {value: typed for part in below for value, typed in _spellings(text, part).items()}


def _replacing(text: str, found: Found, wanted: Any) -> Iterator[TextEdit]:
    """Yield what replaces a value that is not in brackets, whatever it was."""
    end = last_end(text, found.node, found.key)
    if found.key is None:
        yield TextEdit(found.start, end, entry(wanted, found.column))
        return
    colon = colon_of(text, found)
    yield TextEdit(colon, max(end, colon), behind_colon(wanted, found.column))


def _fields(text: str, found: Found, before: dict[str, Any], wanted: dict[str, Any]) -> Iterator[TextEdit]:
    known = list(_named(found.node))
    first, column = known[0][0], known[0][1].start_mark.column
    hyphen = found.key is None and found.column < column  # before the first field of an entry
    if hyphen and first not in wanted:
        yield TextEdit(found.start, last_end(text, found.node), entry(wanted, found.column))
        return
    for name, key, value in known:
        if name in wanted:
            yield from _changes(text, Found(value, key, column), before[name], wanted[name])
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
            yield from _changes(text, Found(items[i + number], None, column), before[i + number], wanted[j + number])
        for item in items[i + kept : i_end]:
            hyphen = text.rfind("-", node.start_mark.index, item.start_mark.index + 1)
            yield cut(text, hyphen, last_end(text, item))
        if new := wanted[j + kept : j_end]:
            shown = [in_brackets(item) if one_line else entry(item, column) for item in new]
            line_end = "\n\n" if apart else "\n"
            lines = "".join(f"{line_end}{' ' * column}- {one}" for one in shown)
            last = items[i + kept - 1] if i + kept else None
            place = end_of_line(text, last_end(text, last)) if last else end_of_line_before(text, found.start)
            yield TextEdit(place, place, lines)


def _name(item: Any) -> str:
    return str(item["id"]) if isinstance(item, dict) and "id" in item else dumps(item)
