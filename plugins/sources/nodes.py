"""YAML as nodes with places: every scalar stays the text that was typed, and nothing is guessed.

`No`, `012`, `1.10` and `2024-01-02` survive; the schema decides what they mean. Duplicate keys, anchors, aliases
and tags are refused, since nobody who edits a tier needs them and each hides a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from .problems import Place, Problem, ProblemsFound
from .syntax import syntax_problem
from .text import FORBIDDEN

TOO_DEEP = "brackets within brackets, too deep to read. Nothing here needs more than three."
NULL = "tag:yaml.org,2002:null"
# What YAML calls plain text of different looks; anything else was written as a tag.
PLAIN_TAGS = {
    f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "null", "int", "float", "bool", "timestamp")
}


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a YAML file and where it begins; `key_place` is where its key begins, if it has one."""

    place: Place
    key_place: Place

    def get(self, key: str) -> Node | None:
        """Return the value under `key`, or None where there is none."""
        return self.entries.get(key) if isinstance(self, Mapping) else None

    def each(self, key: str) -> Iterator[Node]:
        """Yield the items of the list under `key`; nothing where there is no list."""
        found = self.get(key)
        yield from found.items if isinstance(found, Sequence) else ()

    def text_of(self, key: str) -> str | None:
        """Return the text under `key`, or None where there is none."""
        found = self.get(key)
        return found.text if isinstance(found, Scalar) else None


@dataclass(frozen=True, slots=True)
class Scalar(Node):
    """A single value; `text` is None for an empty or `null` value."""

    text: str | None


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    """A list."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping(Node):
    """Fields by name, in the order of the file."""

    entries: dict[str, Node]


def parse(text: str, file: str, first_line: int = 1) -> Node:
    """Return the nodes of one YAML document that begins on `first_line` of `file`; raise ProblemsFound if broken."""
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        raise ProblemsFound([syntax_problem(error, file, first_line)]) from None
    except RecursionError:
        raise ProblemsFound([Problem(Place(file, first_line), TOO_DEEP)]) from None
    except YAMLError:
        message = "this is not YAML that can be read. Compare it with an earlier version."
        raise ProblemsFound([Problem(Place(file, first_line), message)]) from None
    if root is None:
        return Mapping(Place(file, first_line), Place(file, first_line), {})
    reading = _Reading(file, first_line)
    try:
        node = reading.node(root, None)
    except RecursionError:
        raise ProblemsFound([Problem(Place(file, first_line), TOO_DEEP)]) from None
    if reading.problems:
        raise ProblemsFound(reading.problems)
    return node


class _Reading:
    """One pass over ruamel's nodes; collects every problem on the way."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.problems: list[Problem] = []

    def place(self, raw: Any) -> Place:
        return Place(self.file, raw.start_mark.line + self.first_line, raw.start_mark.column + 1)

    def refuse(self, raw: Any, message: str) -> None:
        self.problems.append(Problem(self.place(raw), message))

    def node(self, raw: Any, key: Any) -> Node:
        place = self.place(raw)
        key_place = self.place(key) if key is not None else place
        if raw.anchor is not None:
            self.refuse(
                raw, f'"&{raw.anchor}" and "*{raw.anchor}" are not used here. Write the value out in each place.'
            )
            return Scalar(place, key_place, None)
        if raw.tag not in PLAIN_TAGS:
            self.refuse(raw, f'"{raw.tag}" is not used here. If it is meant as text, put the value in quotes.')
        match raw:
            case MappingNode():
                return Mapping(place, key_place, self.entries(raw))
            case SequenceNode():
                return Sequence(place, key_place, tuple(self.node(item, None) for item in raw.value))
            case ScalarNode():
                if hidden := FORBIDDEN.search(raw.value):
                    self.refuse(
                        raw, f"a character that cannot be seen (U+{ord(hidden[0]):04X}). Write the text without it."
                    )
                return Scalar(place, key_place, None if raw.tag == NULL else raw.value)
        raise TypeError(raw)

    def entries(self, raw: MappingNode) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        for key, value in raw.value:
            if not isinstance(key, ScalarNode):
                self.refuse(
                    key, 'expected the name of a field, found brackets. If "{" or "[" is meant as text, use quotes.'
                )
                continue
            if key.anchor is not None:
                self.refuse(key, f'"&{key.anchor}" is not used here. Delete it.')
            if key.value in entries:
                before = entries[key.value].key_place
                self.refuse(key, f'"{key.value}" stands here twice, first in line {before.line}. Keep one of them.')
            entries[key.value] = self.node(value, key)
        return entries
