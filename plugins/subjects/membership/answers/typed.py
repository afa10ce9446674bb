"""An answer in a data file: the type of its field, and each cell as it was typed, text by text at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from sources.problems import guess, nearest, quoted
from sources.records.fields import Record, Shown, Text
from sources.records.ids import named
from sources.records.sentences import told
from sources.yaml.nodes import Mapping, Node, Scalar, Sequence

from .items import NOT_STATED, Answer
from .reading import answer

EMPTY_ANSWER = f'expected text, a list of texts, or the words "{NOT_STATED}", found nothing.'
NOTED = ("answer", "note")
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class Noted(Record):
    """An answer with a note to it; only for editors, which offer the two fields."""

    answer: Text | Texts = Field(description="What the tier answers: text, a list, or not stated.")
    note: Text = Field(description="What is to be said of it, shown below the table.")


def _texts(value: Any) -> Any:
    """Return an answer as a list of texts, of which a note begins with that word."""
    if isinstance(value, dict) and (fields := _fields(value)):
        return list(_noted(fields))
    if isinstance(value, list):
        value = [_entry(one) for one in value]
    if not value:
        raise told(EMPTY_ANSWER)
    return [value] if isinstance(value, str) else value


def _fields(value: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an answer with a note; nothing where other fields are no misspelt ones."""
    fields = {name.casefold(): below for name, below in value.items()}
    for name, below in fields.items():
        if name not in NOTED:
            if nearest(name, NOTED):
                raise told(f"unknown field {quoted(name)}.{guess(name, NOTED)}")
            return {}
        if not below:
            raise told(EMPTY_ANSWER if name == NOTED[0] else "note: expected text, found nothing.")
    return fields


def _noted(fields: dict[str, Any]) -> Iterator[Any]:
    said, note = fields.get("answer", NOT_STATED), fields.get("note")
    yield from said if isinstance(said, list) else [said]
    if note:
        yield f"Note: {note}" if isinstance(note, str) else note


def _entry(value: Any) -> Any:
    """Return an entry of a list; "Note: ..." without quotation marks is a field to YAML."""
    if isinstance(value, dict) and len(value) == 1:
        ((name, below),) = value.items()
        if name.casefold() == "note" and isinstance(below, str):
            return f"Note: {below}"
    return value


class AsTyped:
    """Marks a field that holds an answer, and is filled in with texts."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return what makes an answer of texts."""
        texts = Annotated[tuple[Text, ...], BeforeValidator(_texts, json_schema_input_type=Text | Texts | Noted)]
        return core_schema.no_info_after_validator_function(answer, handler.generate_schema(texts))


Requirement = Annotated[Answer, AsTyped(), Shown()]


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
            texts, notes = tuple(_said(node)), tuple(_notes(node))
            found.append(TypedCell(f"{named('tier', tier)}, requirements {criterion}", node, texts, notes))
    return tuple(found)


def _entries(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else (node,)


def _said(node: Node) -> Iterator[Scalar]:
    inner = next((below for name, below in _below(node) if name == NOTED[0]), node)
    yield from (one for one in _entries(inner) if isinstance(one, Scalar) and one.text)


def _notes(node: Node) -> Iterator[Scalar]:
    for one in _entries(node):
        yield from (below for name, below in _below(one) if name == NOTED[1] and isinstance(below, Scalar))


def _below(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Mapping):
        yield from ((name.casefold(), below) for name, below in node.entries.items())
