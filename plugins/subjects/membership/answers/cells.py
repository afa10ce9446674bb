"""The cells of membership.yaml as they were typed, each text with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sources.records.ids import named
from sources.yaml.nodes import Mapping, Node, Scalar, Sequence

from .items import Answer
from .reading import answer
from .typed import NOTED


@dataclass(frozen=True, slots=True)
class TypedCell:
    """What a tier answers on a criterion: every text in it, of a note without its word, and what they say."""

    subject: str
    node: Node
    texts: tuple[Scalar, ...]
    notes: tuple[Scalar, ...]

    @property
    def answer(self) -> Answer:
        """Return what it says, without its notes."""
        return answer(text.text or "" for text in self.texts)

    def place_of(self, typed: str) -> Node:
        """Return the text that was typed so."""
        return next((text for text in self.texts if text.text == typed), self.node)


def cells_of(criterion: str, root: Node) -> tuple[TypedCell, ...]:
    """Return the answers of all tiers on a criterion, as far as they are there."""
    found = []
    for tier in root.each("tiers"):
        given = tier.get("requirements")
        if isinstance(given, Mapping) and (node := given.get(criterion)):
            texts, notes = tuple(_said(node)), tuple(_noted(node))
            found.append(TypedCell(f"{named('tier', tier)}, requirements {criterion}", node, texts, notes))
    return tuple(found)


def _entries(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else (node,)


def _said(node: Node) -> Iterator[Scalar]:
    inner = next((below for name, below in _fields(node) if name == NOTED[0]), node)
    yield from (one for one in _entries(inner) if isinstance(one, Scalar) and one.text)


def _noted(node: Node) -> Iterator[Scalar]:
    for one in _entries(node):
        yield from (below for name, below in _fields(one) if name == NOTED[1] and isinstance(below, Scalar))


def _fields(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Mapping):
        yield from ((name.casefold(), below) for name, below in node.entries.items())
