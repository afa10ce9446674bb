"""What pydantic finds, as problems: each in the words of staff, at its place, and one for each cause."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sources.problems import Place, Problem, guess, nearest, quoted
from sources.yaml import nodes
from sources.yaml.nodes import Mapping, Node, Scalar

from .sentences import about_fields, sentence

Path_ = tuple[str | int, ...]
# What pydantic says of a field that would be taken from another, which is wrong.
TAKEN_FROM_ANOTHER = "default_factory_not_called"
# What it says of a field that should hold others.
HOLDS_OTHERS = ("model_type", "dict_type", "list_type", "tuple_type", "model_attributes_type")


def record_problems(found: Sequence[ErrorDetails], node: Node, model: type[BaseModel]) -> Iterator[Problem]:
    """Yield a problem for every finding that no other brought about; what a record misses is one problem."""
    unknown = _paths(found, "extra_forbidden")
    missing = _paths(found, "missing")
    empty = {path[:-1]: path for path, details in _paths(found, *HOLDS_OTHERS).items() if details["input"] is None}
    misspelt = {(*path[:-1], nearest(str(path[-1]), _fields(model, path[:-1]))) for path in unknown}
    lost = {str(path[-1]): path for path in missing}
    astray = {path: lost[name] for path in unknown if (name := str(path[-1])) in lost and _related(path, lost[name])}
    for path, details in _paths(found).items():
        if path in astray:
            yield _astray_problem(node, path, astray[path])
        elif above := _empty_above(node, path, model) if path in unknown else None:
            yield _about(
                label(node, above, model), about_fields(None, _fields(model, above)), _at(node, above).key_place
            )
        elif path not in missing and not (_told_by_an_entry(details, node) or _told_above(path, unknown, empty, node)):
            yield _problem(details, node, model)
    yield from _missing_problems([path for path in missing if path not in {*misspelt, *astray.values()}], node, model)


def _paths(found: Sequence[ErrorDetails], *types: str) -> dict[Path_, ErrorDetails]:
    return {
        details["loc"]: details
        for details in found
        if (details["type"] in types if types else details["type"] != TAKEN_FROM_ANOTHER)
    }


def _told_above(path: Path_, unknown: Collection[Path_], empty: dict[Path_, Path_], node: Node) -> bool:
    """Tell whether a field is only unknown because it is not indented below an empty one."""
    above = empty.get(path[:-1])
    return path in unknown and above is not None and _at(node, path).key_place > _at(node, above).key_place


def _empty_above(node: Node, path: Path_, model: type[BaseModel]) -> Path_ | None:
    """Return the path of an empty field that may be left out, and to which an unknown one beside it belongs."""
    beside = _at(node, path[:-1])
    for name, value in beside.entries.items() if isinstance(beside, Mapping) else ():
        above = (*path[:-1], name)
        empty = isinstance(value, Scalar) and value.text is None and value.key_place < _at(node, path).key_place
        if empty and path[-1] in _fields(model, above):
            return above
    return None


def _related(path: Path_, other: Path_) -> bool:
    """Tell whether the record of one is inside the record of the other."""
    return len(path) != len(other) and all(step == beside for step, beside in zip(path[:-1], other[:-1], strict=False))


def _astray_problem(node: Node, path: Path_, lost: Path_) -> Problem:
    side = "right" if len(path) > len(lost) else "left"
    message = f"{quoted(path[-1])} stands too far {side}. Line it up with the fields that it belongs to."
    return Problem(_at(node, path).key_place, message)


def _missing_problems(missing: Sequence[Path_], node: Node, model: type[BaseModel]) -> Iterator[Problem]:
    by_record: dict[Path_, list[str]] = {}
    for path in missing:
        by_record.setdefault(path[:-1], []).append(quoted(path[-1]))
    for record, names in by_record.items():
        yield _about(label(node, record, model), f"missing {', '.join(names)}.", _at(node, record).place)


def label(node: Node, path: Path_, model: type[BaseModel]) -> str:
    """Return the path in the words of staff: `tier "ally-network", application url`."""
    names: list[str] = []
    fields: list[str] = []
    for step, child in zip(path, _descend(node, path), strict=False):
        if isinstance(step, str):
            fields.append(step)
            continue
        list_name = fields.pop() if fields else "entry"
        if called := entry_names(model).get(list_name):
            names.extend(fields)
            fields.clear()
            known_as = child.text_of("id") if child else None
            names.append(f"{called} {quoted(known_as) if known_as else step + 1}")
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


def _problem(details: ErrorDetails, node: Node, model: type[BaseModel]) -> Problem:
    path = tuple(step for step in details["loc"] if step != "[key]")
    parent, name = path[:-1], str(path[-1]) if path else ""
    at = _at(node, path)
    subject, place = label(node, path, model), at.place
    match details["type"]:
        case "extra_forbidden":
            subject, place = label(node, parent, model), at.key_place
            message = f"unknown field {quoted(name)}.{guess(name, _fields(model, parent))}"
        case _:
            message = sentence(details, _fields(model, path))
            place = at.key_place if isinstance(at, Scalar) and at.text is None else at.place
    return _about(subject, message, place)


def _about(subject: str, message: str, place: Place) -> Problem:
    return Problem(place, f"{subject}: {message}" if subject else message)


def _fields(model: type[BaseModel], path: Path_) -> list[str]:
    """Return the names of the fields that the record at `path` may have."""
    here: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and here is not None:
            info = next((info for name, info in here.model_fields.items() if step == (info.alias or name)), None)
            here = record_in(info.annotation) if info else None
    return [info.alias or name for name, info in here.model_fields.items()] if here else []


def record_in(annotation: Any) -> type[BaseModel] | None:
    """Return the record that a field of such a type holds, if any; of a list, that of its entries."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := record_in(arg))), None)


@cache
def entry_names(model: type[BaseModel]) -> dict[str, str]:
    """Return what staff call one entry of each list of a record, by the list; lists of no name show their field."""
    names: dict[str, str] = {}
    for name, info in model.model_fields.items():
        if below := record_in(info.annotation):
            names |= entry_names(below)
            if called := getattr(below, "called", ""):
                names[info.alias or name] = called
    return names
