"""Nodes become records: pydantic checks the shape, and every finding is told in plain words at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .files import DATA_LIMIT
from .kinds import Record
from .nodes import Mapping, Node, Scalar, Sequence, parse
from .problems import Place, Problem, ProblemsFound, guess, quoted
from .sentences import sentence
from .text import read_text

R = TypeVar("R", bound=Record)
Path_ = tuple[str | int, ...]

# A list is named for many; a problem is about one. Lists not named here show the field and the item's number.
ONE_OF = {
    "tiers": "tier",
    "categories": "category",
    "groups": "group",
    "criteria": "criterion",
    "help_lines": "help line",
    "navigation": "navigation item",
    "footer_navigation": "footer navigation item",
    "timeline": "timeline entry",
    "next_steps": "next step",
    "not_yet_given": "not yet given, entry",
    "questions": "question",
    "answers": "answer",
    "rules": "rule",
}


@dataclass(frozen=True, slots=True)
class DataFile(Generic[R]):
    """One YAML file of facts: its path below the content folder, the record it holds, the section of the guide."""

    path: str
    model: type[R]
    guide: str

    def file(self, content: Path) -> str:
        """Return the name of the file as problems show it."""
        return f"{content.name}/{self.path}"

    def nodes(self, content: Path) -> Node:
        """Return what the file holds, with places; raise ProblemsFound when it is missing or cannot be read."""
        file = self.file(content)
        if not (content / self.path).is_file():
            raise ProblemsFound([Problem(Place(file, 0), "this file is missing.", self.guide)])
        return parse(read_text(content / self.path, file, DATA_LIMIT), file)

    def record(self, nodes: Node) -> R:
        """Return the nodes as a typed record; raise ProblemsFound with every field that does not fit."""
        return typed(nodes, self.model, self.guide)


def typed(node: Node, model: type[R], guide: str) -> R:
    """Return the node as a `model`; raise ProblemsFound with every field that does not fit."""
    try:
        return model.model_validate(plain(node))
    except ValidationError as error:
        found = [details for details in error.errors() if not _follows(details, node)]
        raise ProblemsFound(_problem(details, node, model, guide) for details in found) from None


def plain(node: Node) -> Any:
    """Return the node as dict, list, text or None, as pydantic takes it."""
    match node:
        case Mapping():
            return {key: plain(value) for key, value in node.entries.items()}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.text
    raise TypeError(node)


def label(node: Node, path: Path_) -> str:
    """Return the path in the words of staff: `tier "ally-network", application url`."""
    names: list[str] = []
    fields: list[str] = []
    for step, child in zip(path, _descend(node, path), strict=False):
        if isinstance(step, str):
            fields.append(step)
            continue
        list_name = fields.pop() if fields else "entry"
        if isinstance(child, Mapping):
            names.extend(fields)
            fields.clear()
            known_as = child.text_of("id")
            names.append(
                f"{ONE_OF.get(list_name, list_name)} {f'{chr(34)}{known_as}{chr(34)}' if known_as else step + 1}"
            )
        else:
            fields.append(f"{list_name} {step + 1}")
    return ", ".join([*names, *([" ".join(fields)] if fields else [])])


def _descend(node: Node, path: Path_) -> Iterator[Node | None]:
    here: Node | None = node
    for step in path:
        if isinstance(here, Mapping):
            here = here.entries.get(str(step))
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
        elif not (isinstance(here, Scalar) and step == 0):  # a single text may stand for a list of one
            here = None
        yield here


def _follows(details: ErrorDetails, node: Node) -> bool:
    """Tell whether a list is only called too short because its entries are wrong, which is told already."""
    at = [node, *(step for step in _descend(node, details["loc"]) if step is not None)][-1]
    return details["type"] == "too_short" and isinstance(at, Sequence) and bool(at.items)


def _problem(details: ErrorDetails, node: Node, model: type[BaseModel], guide: str) -> Problem:
    path = tuple(step for step in details["loc"] if step != "[key]")
    parent, name = path[:-1], str(path[-1]) if path else ""
    at = [node, *(step for step in _descend(node, path) if step is not None)][-1]
    subject, place = label(node, path), at.place
    match details["type"]:
        case "missing":
            subject, message = label(node, parent), f'missing "{name}".'
        case "extra_forbidden":
            subject, place = label(node, parent), at.key_place
            message = f"unknown field {quoted(name)}.{guess(name, _fields(model, parent))}"
        case _:
            message = sentence(details)
            place = at.key_place if isinstance(at, Scalar) and at.text is None else at.place
    return Problem(place, f"{subject}: {message}" if subject else message, guide)


def _fields(model: type[BaseModel], path: Path_) -> list[str]:
    """Return the names of the fields that the record at `path` may have."""
    here: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and here is not None:
            info = here.model_fields.get(step)
            here = _record_in(info.annotation) if info else None
    return [info.alias or name for name, info in here.model_fields.items()] if here else []


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _record_in(arg))), None)
