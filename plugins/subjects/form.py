"""What a subject is in the editor: its form, and the collection of pages that it makes something of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sources.problems import Problem
from sources.records.data_file import plain
from sources.yaml.nodes import Node


@dataclass(frozen=True, slots=True)
class Edit:
    """A data file that is about to be saved: what it said before, as plain values, and what it will say, as nodes."""

    content: Path
    theme: Path
    before: Mapping[str, Any]
    nodes: Node

    @property
    def now(self) -> dict[str, Any]:
        """Return what the file will say, as plain values."""
        return dict(plain(self.nodes))


@dataclass(frozen=True, slots=True)
class Form:
    """A subject in the editor: what staff call it, the component whose page shows it, and what its fields may name.

    A form that is `apart` has a place of its own in the editor, where what is new stands on top.
    `choices` are the names by the field that takes one, each with its title; `below` the same for one of these names.
    `hints` tell how to fill in what is asked once for each name; `complete` adds to plain values what other values of
    them ask for, given what they were before; `pages_along` are the pages that come and go with entries, None for one
    that goes; `mended_later` tells of problems that only the next save can mend; `of_picture` adds what is said of a
    new picture.
    """

    label: str
    shown_by: str = ""
    apart: bool = False
    choices: Callable[[Any], Mapping[str, Mapping[str, str]]] = lambda _: {}
    below: Callable[[Any], Mapping[str, Mapping[str, str]]] = lambda _: {}
    hints: Mapping[str, str] = field(default_factory=dict)
    complete: Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]] = lambda now, _: now
    pages_along: Callable[[Edit], Mapping[str, bytes | None]] = lambda _: {}
    mended_later: Callable[[Problem], bool] = lambda _: False
    of_picture: Callable[[dict[str, Any], str, Mapping[str, str]], dict[str, Any]] | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """The pages of one folder in the editor: what staff call them, and one; what a form asks first and sorts by."""

    label: str
    one: str
    folder: str  # below content/pages, such as news
    first: tuple[str, ...]
    sorted_by: str
