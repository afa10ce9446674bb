"""What pydantic finds, as problems: each in the words of staff, at its place, and one for each cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from . import nodes
from .nodes import Mapping, Node, Scalar
from .problems import Place, Problem, guess, nearest, quoted
from .sentences import sentence

Path_ = tuple[str | int, ...]
# What pydantic says of a field that should hold others.
HOLDS_OTHERS = ("model_type", "dict_type", "list_type", "tuple_type", "model_attributes_type")

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
}


def record_problems(found: Sequence[ErrorDetails], node: Node, model: type[BaseModel], guide: str) -> Iterator[Problem]:
    """Yield a problem for every finding that no other brought about; what a record misses is one problem."""
    missing: dict[Path_, list[str]] = {}
    for details in found:
        if _told_by_an_entry(details, node) or _told_by_a_field(details, found, node, model):
            continue
        if details["type"] == "missing":
            missing.setdefault(details["loc"][:-1], []).append(quoted(details["loc"][-1]))
        else:
            yield _problem(details, node, model, guide)
    for parent, names in missing.items():
        yield _about(label(node, parent), f"missing {', '.join(names)}.", _at(node, parent).place, guide)


def label(node: Node, path: Path_) -> str:
    """Return the path in the words of staff: `tier "ally-network", application url`."""
    names: list[str] = []
    fields: list[str] = []
    for step, child in zip(path, _descend(node, path), strict=False):
        if isinstance(step, str):
            fields.append(step)
            continue
        list_name = fields.pop() if fields else "entry"
        if list_name in ONE_OF:
            known_as = child.text_of("id") if child else None
            names.append(f"{ONE_OF[list_name]} {quoted(known_as) if known_as else step + 1}")
        else:
            fields.append(f"{list_name} {step + 1}")
    return ", ".join([*names, *([" ".join(fields)] if fields else [])])


def _descend(node: Node, path: Path_) -> Iterator[Node | None]:
    here: Node | None = node
    for step in path:
        if isinstance(here, Mapping):
            here = here.entries.get(str(step))
        elif isinstance(here, nodes.Sequence) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
        elif not (isinstance(here, Scalar) and step == 0):  # a single text may stand for a list of one
            here = None
        yield here


def _at(node: Node, path: Path_) -> Node:
    """Return the value at the path, or where there is none, the last one on the way."""
    return [node, *(step for step in _descend(node, path) if step is not None)][-1]


def _told_by_an_entry(details: ErrorDetails, node: Node) -> bool:
    """Tell whether a list is only called too short because its entries are wrong."""
    at = _at(node, details["loc"])
    return details["type"] == "too_short" and isinstance(at, nodes.Sequence) and bool(at.items)


def _told_by_a_field(details: ErrorDetails, found: Sequence[ErrorDetails], node: Node, model: type[BaseModel]) -> bool:
    """Tell whether a field is only missing because it is misspelt, or only unknown because it is not indented."""
    parent = details["loc"][:-1]
    beside = [other for other in found if other["loc"][:-1] == parent]
    if details["type"] == "missing":
        names = [str(other["loc"][-1]) for other in beside if other["type"] == "extra_forbidden"]
        return details["loc"][-1] in {nearest(name, _fields(model, parent)) for name in names}
    if details["type"] == "extra_forbidden":
        here = _at(node, details["loc"]).key_place
        return any(
            other["input"] is None and other["type"] in HOLDS_OTHERS and _at(node, other["loc"]).key_place < here
            for other in beside
        )
    return False


def _problem(details: ErrorDetails, node: Node, model: type[BaseModel], guide: str) -> Problem:
    path = tuple(step for step in details["loc"] if step != "[key]")
    parent, name = path[:-1], str(path[-1]) if path else ""
    at = _at(node, path)
    subject, place = label(node, path), at.place
    match details["type"]:
        case "extra_forbidden":
            subject, place = label(node, parent), at.key_place
            message = f"unknown field {quoted(name)}.{guess(name, _fields(model, parent))}"
        case _:
            message = sentence(details, _fields(model, path))
            place = at.key_place if isinstance(at, Scalar) and at.text is None else at.place
    return _about(subject, message, place, guide)


def _about(subject: str, message: str, place: Place, guide: str) -> Problem:
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
