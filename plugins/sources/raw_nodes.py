"""What the parser lets pass, though nobody means it: half a text gone, two entries become one, a field lost."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode

from .problems import count, quoted
from .slips import PLAIN_TEXTS, QUOTED_TEXTS, RESERVED, SPOT, first_slip
from .text import FORBIDDEN, unseen

Found = tuple[int, str]  # where in the text, and what is wrong there

NO_NAME = 'expected the name of a field, found brackets. If "{" or "[" is meant as text, use quotes.'
NEAR = 200  # characters beside a text that tell what it is; more would take long where a line holds thousands of texts
COMMA = 'a comma inside { } starts a new field. Put the text in "quotes".'
BY_QUOTES = {"": PLAIN_TEXTS, '"': QUOTED_TEXTS, "'": QUOTED_TEXTS}


def value_slips(raw: Node, text: str) -> Iterator[Found]:
    """Yield what is wrong with the looks of a value."""
    start, end = raw.start_mark.index, raw.end_mark.index
    stop = text.find("\n", end)
    yield from _slips(raw, text, start, end, stop if stop >= 0 else len(text))


def field_slips(raw: MappingNode, text: str, first_line: int, *, entry: bool) -> Iterator[Found]:
    """Yield what is wrong with the names of the fields of a mapping; `entry` tells whether it is one of a list."""
    for key, value in raw.value:
        start, end = key.start_mark.index, key.end_mark.index
        if not isinstance(key, ScalarNode):
            yield start, NO_NAME
        elif raw.flow_style and ":" not in text[end : value.end_mark.index + 1]:
            yield _lost_field(text, raw.start_mark.index, start, end)
        else:
            yield from _slips(key, text, start, end, end)
    yield from _repeated(raw, first_line, entry=entry)


def _slips(raw: Node, text: str, start: int, end: int, stop: int) -> Iterator[Found]:
    if start < end and text[start] in "&*!":  # anchors, aliases and tags
        yield start, RESERVED.replace("{}", text[start])
    elif isinstance(raw, ScalarNode):
        if hidden := FORBIDDEN.search(raw.value):
            yield start, f"{unseen(hidden[0])} Write the text without it."
        begin = max(text.rfind("\n", 0, start) + 1, start - NEAR)
        shown = f"{text[begin:start]}{SPOT}{text[start:end]}{SPOT}{text[end : min(stop, end + NEAR)]}"
        if found := first_slip(BY_QUOTES.get(raw.style or "", ()), shown):
            yield begin + found[0] - shown[: found[0]].count(SPOT), found[1]


def _lost_field(text: str, bracket: int, start: int, end: int) -> Found:
    name, colon, value = text[start:end].partition(":")
    if colon and value:
        return start, f'a space is missing behind "{name}:".'
    comma = text.rfind(",", bracket, start)
    return (comma, COMMA) if comma >= 0 else (bracket, RESERVED.replace("{}", text[bracket]))


def _repeated(raw: MappingNode, first_line: int, *, entry: bool) -> Iterator[Found]:
    first: dict[str, ScalarNode] = {}
    keys = [key for key, _ in raw.value if isinstance(key, ScalarNode)]
    again = [key for key in keys if first.setdefault(key.value, key) is not key]
    if not again:
        return
    here, name = again[0].start_mark.index, quoted(again[0].value)
    if entry and not raw.flow_style and again[0].value == keys[0].value and len(keys) > len(again) + 1:
        yield here, f'a new entry begins here: write "- " before {name}.'
        return
    line = first[again[0].value].start_mark.line + first_line
    if len(again) == 1:
        yield here, f"{name} stands here twice, first in line {line}. Keep one of them."
    else:
        more = count(len(again) - 1, "field")
        hint = f' If a new entry begins here, write "- {keys[0].value}: ..." above it.' if entry else ""
        yield here, f"{name} and {more} below it stand here twice, {name} first in line {line}. Keep one of each.{hint}"
