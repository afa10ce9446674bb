"""A data file: its nodes become a typed record, and every mistake is told at its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from sources.files import DATA_LIMIT
from sources.problems import Place, ProblemsFound, Section, refusal
from sources.text import read_text
from sources.yaml import nodes as yaml
from sources.yaml.nodes import Node, Scalar, Sequence, Steps, starts

from .errors import record_problems
from .fields import Record

R = TypeVar("R", bound=Record)
IN_ANY_FILE = {"in_plain_words": Section.PLAIN_WORDS, "not_yet_given": Section.SITE}  # see upkeep.py
NO_FIELDS = "this file holds no fields. Compare it with an earlier version."


@dataclass(frozen=True, slots=True)
class DataFile(Generic[R]):
    """One YAML file of facts: its path below the content folder, the record it holds, the section of the guide.

    `sections` are those of fields that another section tells of, and of all that stands below them.
    """

    path: str
    model: type[R]
    guide: str
    limit: int = DATA_LIMIT
    sections: Mapping[str, str] = field(default_factory=dict)

    def file(self, content: Path) -> str:
        """Return the name of the file as problems show it."""
        return f"{content.name}/{self.path}"

    def in_language(self, language: str) -> DataFile[R]:
        """Return the file beside this one that holds its texts in another language: data/membership.es.yaml."""
        return replace(self, path=f"{self.path.removesuffix('.yaml')}.{language}.yaml")

    def nodes(self, content: Path) -> Node:
        """Return what the file holds, with places; raise ProblemsFound when it is missing or cannot be read."""
        file = self.file(content)
        if not (content / self.path).is_file():
            raise refusal(file, "this file is missing.", self.guide)
        nodes = self.parsed(read_text(content / self.path, file, self.limit), file)
        if isinstance(nodes, yaml.Mapping) and not nodes.entries:
            raise refusal(Place(file), NO_FIELDS, self.guide)
        return nodes

    def parsed(self, text: str, file: str = "") -> Node:
        """Return what a text of this file holds, with places; raise ProblemsFound when it cannot be read."""
        from sources.yaml.document import parse  # late, as are all readers: most checks have what they read already

        return parse(text, file, model=self.model)

    def record(self, nodes: Node) -> R:
        """Return the nodes as a typed record; raise ProblemsFound with every field that does not fit."""
        return typed(nodes, self.model, lambda place: self.section(nodes, place))

    def section(self, nodes: Node, place: Place) -> str:
        """Return the section of the guide that tells of a place in the file."""
        before = [(at, -len(way), way) for at, way in starts(nodes) if at.file == place.file and at <= place]
        return self.section_of(max(before, default=(place, 0, ()))[2])

    def section_of(self, way: Steps) -> str:
        """Return the section of the guide that tells of a value, by the way to it: that of the innermost field."""
        known = {**IN_ANY_FILE, **self.sections}
        return next((known[str(step)] for step in reversed(way) if step in known), self.guide)


def typed(node: Node, model: type[R], section: Callable[[Place], str]) -> R:
    """Return the node as a `model`; raise ProblemsFound with every field that does not fit."""
    try:
        return model.model_validate(plain(node))
    except ValidationError as error:
        problems = record_problems(error.errors(), node, model)
        raise ProblemsFound(replace(one, guide=section(one.place)) for one in problems) from None


def plain(node: Node) -> Any:
    """Return the node as dict, list, text or None, as pydantic takes it."""
    match node:
        case yaml.Mapping():
            return {key: plain(value) for key, value in node.entries.items()}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.text
    raise TypeError(node)
