"""The lines of a YAML file that hold a field or an entry of a list, each with what the records say it may hold.

What stands further right than a value that has begun goes on with it, and is no line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from sources.records.shapes import Shape

LINE = re.compile(r"(?P<indent> *)(?P<hyphens>(?:-(?:[ \t]+|$))*)(?P<rest>(?:(?!#)\S.*?)?)[ \t]*")
FIELD = re.compile(r"(?P<name>[^\W\d][\w-]*(?: [\w-]+){0,2})[ \t]*(?P<sign>[:=\uff1a])(?P<gap>[ \t]*)(?P<value>.*)")
BLOCK_OR_NOTE = re.compile(r"\A[|>][-+0-9]*(?: +#.*)?\n|\n *#")  # a text whose lines stay, or a comment between lines
LISTS = ("list", "lines", "several")
HOLDS_FIELDS = ("record", "named", "list")


@dataclass(frozen=True, slots=True)
class Line:
    """A field or an entry: where the parts of it begin, what its value may be, and whether that goes on below."""

    shape: Shape | None
    start: int  # of the value
    value: str
    field: Field | None = None
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """The name of a field, where it and its colon stand, and the record that it belongs to."""

    name: str
    start: int
    colon: int
    sign: str
    gap: str
    record: Shape | None

    @property
    def known_as(self) -> str | None:
        """Return the name of the field that is meant, in other letters, signs or words; None if there is none."""
        if self.record is None or self.record.kind != "record":
            return None
        return self.record.known_as(self.name)


@dataclass(slots=True)
class _Above:
    """A field or an entry, whose value stands further right below it."""

    column: int
    shape: Shape | None
    entry: bool = False


def lines_of(text: str, shape: Shape) -> Iterator[Line]:
    """Yield the lines of a file that holds a record of that shape."""
    above = [_Above(-1, shape)]
    held = None  # the column of what has a value, with which all goes on that is further right
    lines = list(_found(text))
    for number, (start, found) in enumerate(lines):
        indent = len(found["indent"])
        if held is not None and indent > held:
            continue
        _enter_lists(above, found)
        line = _line(above, found, start)
        held = above[-1].column if line and line.value else None
        if line and line.value:
            yield _with_what_follows(line, text, above[-1], map(lines.__getitem__, range(number + 1, len(lines))))
        elif line:
            yield line


def _found(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    place = 0
    for line in text.split("\n"):
        found = LINE.fullmatch(line)
        if found and (found["hyphens"] or found["rest"]):
            yield place, found
        place += len(line) + 1


def _enter_lists(above: list[_Above], found: re.Match[str]) -> None:
    """Put the entries that begin on a line on top of what is above it."""
    for hyphen in re.finditer("-", found["hyphens"]):
        column = len(found["indent"]) + hyphen.start()
        while above[-1].column > column or (above[-1].column == column and above[-1].entry):
            above.pop()
        holds = above[-1].shape
        above.append(_Above(column, holds.item if holds and holds.kind in LISTS else None, entry=True))


def _line(above: list[_Above], found: re.Match[str], start: int) -> Line | None:
    column, rest = found.start("rest"), found["rest"]
    item = above[-1] if found["hyphens"] else None
    field = FIELD.fullmatch(rest)
    if item and (field is None or (item.shape and item.shape.kind not in HOLDS_FIELDS)):
        return Line(item.shape, start + column, rest)
    if field is None:
        return None
    while above[-1].column >= column:
        above.pop()
    begin = start + column
    named = Field(field["name"], begin, begin + field.start("sign"), field["sign"], field["gap"], above[-1].shape)
    shape = above[-1].shape.field(named.known_as or named.name) if above[-1].shape else None
    above.append(_Above(column, shape))
    return Line(shape, begin + field.start("value"), field["value"], named)


def _with_what_follows(line: Line, text: str, held: _Above, following: Iterable[tuple[int, re.Match[str]]]) -> Line:
    """Return a line with the lines of text that belong to its value, or told to go on with something else."""
    column = held.column if held.entry else held.column - 1  # the hyphens of a list may stand below its name
    below = list(takewhile(lambda one: len(one[1]["indent"]) > column and _belongs(one[1], held), following))
    if not below:
        return line
    start, last = below[-1]
    value = text[line.start : start + last.end("rest")]
    wordy = line.shape is not None and line.shape.kind in ("line", "text")
    plain = all(not one["hyphens"] and not FIELD.fullmatch(one["rest"]) for _, one in below)
    if not (wordy and plain) or BLOCK_OR_NOTE.search(value):
        return replace(line, goes_on=True)
    return replace(line, value=value)


def _belongs(found: re.Match[str], held: _Above) -> bool:
    return len(found["indent"]) > held.column or bool(found["hyphens"])
