"""The fields of a form, made from what a record looks like: a widget for each, with the names that it may hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from sources.pages.front_matter import FrontMatter
from sources.records.errors import entry_names
from sources.records.shapes import FieldShape, Shape, label
from subjects import forms

NAMED_BY = ("title", "name")  # what an id is made from
MADE_BY_ITSELF = "Empty, it is made from the title or name."
LINES = "Each on a line of its own."
ONE_NAME, NAMES, ONE_OF = "one-name", "names", "one-of"  # widgets of ours: see choosing.js
SEEN_AT_ONCE = 4  # choices at most that all stand there; more are a list that opens


@dataclass(frozen=True, slots=True)
class Names:
    """What fields may name: by the field, the names and how visitors know them; `below` the same for one of these."""

    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    below: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def form_fields(shape: Shape, names: Names, *, optional: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the fields of a record; none in one that may be left out can be demanded before it is saved."""
    made = any(one.name in NAMED_BY for one in shape.fields)
    for one in sorted(shape.fields, key=lambda one: one.name == "id" and made):  # what nobody has to type stands last
        by_itself = one.name == "id" and made
        yield {
            "name": one.name,
            "label": label(one.name),
            "hint": f"{one.description} {MADE_BY_ITSELF}" if by_itself else one.description,
            "required": one.required and not optional and not by_itself,
            **_widget(one, one.shape, names, optional=optional or not one.required),
        }


def _widget(one: FieldShape, shape: Shape, names: Names, *, optional: bool) -> dict[str, Any]:
    match shape.kind:
        case "record":
            return {
                "widget": "object",
                "collapsed": optional,
                "fields": list(form_fields(shape, names, optional=optional)),
            }
        case "named":
            known = names.choices.get(one.name, {})
            fields = [_named(one, name, title, names) for name, title in known.items()]
            return {"widget": "object", "fields": fields} if fields else {"widget": "hidden"}
        case "list":
            return _list(one, shape.item or shape, names)
        case "choice" | "yes_no":
            at_once = len(shape.choices) <= SEEN_AT_ONCE
            return {"widget": ONE_OF if at_once else "select", "options": list(shape.choices)}
        case "day":
            return {"widget": "datetime", "date_format": "YYYY-MM-DD", "time_format": False}
        case "lines" | "several" if one.name in names.choices:
            return {"widget": NAMES, "options": _options(names.choices[one.name])}
        case "lines":
            return {"widget": "text", "hint": f"{one.description} {LINES}"}
        case "several" | "text":
            return {"widget": "text"}
    if choices := names.choices.get(one.name):
        return {"widget": ONE_NAME if one.name == "page" else "select", "options": _options(choices)}
    return {"widget": "string"}


def _options(choices: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"label": title, "value": name} for name, title in choices.items()]


def _named(one: FieldShape, name: str, title: str, names: Names) -> dict[str, Any]:
    """Return the field for one of many names: a requirement of a criterion, the answers of a question."""
    answers = names.below.get(name, {}) if one.name == "answers" else {}
    if answers:
        hint = f"The answers with which it fits: {', '.join(answers)}"
        return {
            **{"name": name, "label": title, "hint": hint, "required": False},
            **{"widget": NAMES, "options": _options(answers)},
        }
    return {"name": name, "label": title, "hint": _hint(one.name), "required": False, "widget": "text"}


def _list(one: FieldShape, item: Shape, names: Names) -> dict[str, Any]:
    title = next((field.name for field in item.fields if field.name != "id"), "id")
    return {
        "widget": "list",
        "hint": one.description,
        "label_singular": _called().get(one.name, "entry").rpartition(", ")[2],
        "collapsed": True,
        "summary": f"{{{{fields.{title}}}}}",
        "fields": list(form_fields(item, names)),
    }


def _called() -> dict[str, str]:
    """Return what one entry of each list is called, by the list."""
    models = [FrontMatter, *(file.model for file, _ in forms().values())]
    return dict(chain.from_iterable(entry_names(model).items() for model in models))


def _hint(name: str) -> str:
    """Return how to fill in one of many fields of the same kind."""
    return next((form.hints[name] for _, form in forms().values() if name in form.hints), "")
