"""Reads a YAML document as nodes with places, and tells every mistake in it.

Repeated fields, anchors, aliases, tags and comments behind a text are refused, since nobody who edits a tier needs them
and each hides a mistake.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from sources.problems import Place, Problem, ProblemsFound

from .loose_values import without_curly_quotes
from .meant import as_meant
from .mistakes import FIELDS_TOO_DEEP, TOO_DEEP, Found, field_mistakes, line_mistakes, value_mistakes
from .nodes import Mapping, Node, Scalar, Sequence
from .parser import compose, syntax_mistake, too_deep

UNREADABLE = "this cannot be read. Compare it with an earlier version."
NULL = "tag:yaml.org,2002:null"


@lru_cache(maxsize=32)  # so that the preview reads only what has changed
def parse(text: str, file: str, first_line: int = 1, model: type[BaseModel] | None = None) -> Node:
    """Return the nodes of one YAML document that begins on `first_line` of `file`; raise ProblemsFound if broken.

    With the `model` of its record, the text is understood as it was meant, and not only as YAML takes it.
    """
    reading = _Reading(text, file, first_line, model)
    node = reading.document()
    if node is None or reading.mistakes:
        raise ProblemsFound(Problem(reading.place(index), message) for index, message in reading.mistakes)
    return node


class _Reading:
    """One pass over the parser's nodes; collects every mistake on the way."""

    def __init__(self, typed: str, file: str, first_line: int, model: type[BaseModel] | None) -> None:
        self.meant = as_meant(typed, model)
        self.text = text = self.meant.text
        self.loosely = model is not None
        self.file = file
        self.first_line = first_line
        self.mistakes: list[Found] = list(line_mistakes(text))
        self.line_ends = [end.start() for end in re.finditer("\n", typed)]

    def place(self, index: int) -> Place:
        index = self.meant.typed(index)
        line = bisect_left(self.line_ends, index)
        before = self.line_ends[line - 1] if line else -1
        return Place(self.file, line + self.first_line, index - before)

    def start(self, raw: Any) -> Place:
        if self.meant.changes:
            return self.place(raw.start_mark.index)
        return Place(self.file, raw.start_mark.line + self.first_line, raw.start_mark.column + 1)

    def document(self) -> Node | None:
        """Return the whole as nodes; None where it cannot be read."""
        if self.mistakes:
            return None
        if deep := too_deep(self.text):
            self.mistakes.append((deep, TOO_DEEP if self.text[deep] in "[{" else FIELDS_TOO_DEEP))
            return None
        try:
            root = compose(self.text)
            return self.node(root) if root else Mapping(self.place(0), self.place(0), {})
        except MarkedYAMLError as error:
            self.mistakes.append(syntax_mistake(error, self.text))
        except YAMLError:
            self.mistakes.append((0, UNREADABLE))
        return None

    def node(self, raw: Any, key: Any = None, *, entry: bool = False) -> Node:
        """Return a value with everything below it; `entry` tells whether it is one of a list."""
        place = self.start(raw)
        key_place = self.start(key) if key is not None else place
        mistakes = list(value_mistakes(raw, self.text))
        self.mistakes.extend(mistakes)
        match raw:
            case SequenceNode() if not mistakes:
                return Sequence(place, key_place, tuple(self.node(item, entry=True) for item in raw.value))
            case MappingNode() if not mistakes:
                self.mistakes.extend(field_mistakes(raw, self.text, self.first_line, entry=entry))
                named = [(key, value) for key, value in raw.value if isinstance(key, ScalarNode)]
                return Mapping(place, key_place, {key.value: self.node(value, key) for key, value in named})
        return Scalar(place, key_place, None if mistakes or raw.tag == NULL else self.said(raw))

    def said(self, raw: Any) -> str:
        plain = self.loosely and not raw.style
        return without_curly_quotes(raw.value) if plain else str(raw.value)
