"""YAML as nodes with places: every scalar stays the text that was typed, whatever type YAML would give it.

`No`, `012`, `1.10` and `2024-01-02` survive; the schema decides what they mean. `document` reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sources.problems import Place


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

    def scalars(self) -> Iterator[Scalar]:
        """Yield all single values below this one, in the order of the file."""
        match self:
            case Mapping():
                below: Iterable[Node] = self.entries.values()
            case Sequence():
                below = self.items
            case _:
                below = ()
        if isinstance(self, Scalar):
            yield self
        for node in below:
            yield from node.scalars()


Steps = tuple[str | int, ...]  # names of fields, and numbers of entries in lists


def starts(node: Node, steps: Steps = ()) -> Iterator[tuple[Place, Steps]]:
    """Yield where each value below a node begins, once with its key and once without, and the way to it."""
    match node:
        case Mapping():
            below: Iterable[tuple[str | int, Node]] = node.entries.items()
        case Sequence():
            below = enumerate(node.items)
        case _:
            below = ()
    for step, value in below:
        yield from ((place, (*steps, step)) for place in (value.key_place, value.place))
        yield from starts(value, (*steps, step))


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
