"""Spans of a YAML text: where a field or an entry begins and ends, and texts put in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from yaml.nodes import CollectionNode, MappingNode, ScalarNode, SequenceNode

CHARACTER = re.compile(r"\r\n|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Found:
    """A value where it stands: with its key if it has one, and the column of that or of its hyphen."""

    node: Any
    key: Any = None
    column: int = 0
    brackets: bool = False  # around it; its own do not count

    @property
    def start(self) -> int:
        """Return where the value begins."""
        return int(self.node.start_mark.index)


def has_brackets(node: Any) -> bool:
    """Tell whether it is a list or a mapping in brackets."""
    return isinstance(node, CollectionNode) and bool(node.flow_style)


def end_of_value(text: str, node: Any) -> int:
    """Return where a value ends; the parser counts the blank lines after a folded or literal text as its own."""
    start = int(node.start_mark.index)
    return start + len(text[start : node.end_mark.index].rstrip())


def last_end(text: str, node: Any, key: Any = None) -> int:
    """Return where a value ends, without the comments that follow; where nothing was typed, behind its colon."""
    start, end = node.start_mark.index, end_of_value(text, node)
    if has_brackets(node) or (isinstance(node, ScalarNode) and start < node.end_mark.index):
        return end
    if isinstance(node, MappingNode) and node.value:
        return last_end(text, node.value[-1][1], node.value[-1][0])
    if isinstance(node, SequenceNode) and node.value:
        return last_end(text, node.value[-1])
    return text.index(":", key.end_mark.index) + 1 if key is not None else end


def colon_of(text: str, found: Found) -> int:
    """Return the place behind the colon of a key."""
    if found.key is None:
        raise ValueError("a list in a list cannot be written")
    return text.index(":", found.key.end_mark.index) + 1


def cut(text: str, start: int, end: int) -> TextEdit:
    """Return what takes out whole lines, and the blank lines before them where blank lines follow as well."""
    before, after = end_of_line_before(text, start), end_of_line(text, end)
    if text[after : after + 2] in ("", "\n", "\n\n"):
        while before and text[:before].endswith("\n"):
            before -= 1
    return TextEdit(before, after, "")


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """What stands from `start` to before `end` becomes `text`."""

    start: int
    end: int
    text: str


def with_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """Return the text with the edits made.

    Their places, and the line ends in them, count as one character, as in `plain_lines(text)`; each new line ends as
    the lines of the text do. Edits must not overlap; of two at one place the one that only adds comes first.
    """
    starts = [found.start() for found in CHARACTER.finditer(text)] + [len(text)]
    line_end = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(edits, reverse=True):
        before, after = text[: starts[edit.start]], text[starts[edit.end] :]
        text = before + edit.text.replace("\n", line_end) + after
    return text


def plain_lines(text: str) -> str:
    """Return the text with line ends made one, as YAML and `with_edits` count them."""
    return re.sub("\r\n?", "\n", text)


def end_of_line(text: str, place: int) -> int:
    """Return where the line of `place` ends, before its line end."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def end_of_line_before(text: str, place: int) -> int:
    """Return where the line before that of `place` ends, so that what is cut from there takes its line end along."""
    return max(text.rfind("\n", 0, place), 0)
