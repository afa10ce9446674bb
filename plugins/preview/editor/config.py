"""Decap's configuration, made from our records: a form for each file, with the words that the schemas have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from sources.pages.front_matter import FrontMatter
from sources.problems import ProblemsFound
from sources.records.data_file import DataFile
from sources.records.errors import entry_names
from sources.records.shapes import FieldShape, Shape, shape_of
from subjects import collections, forms
from subjects.form import Collection, Form

from .entries import BODY
from .forms import KEY
from .offers import page_titles
from .pictures import FOLDER

EDITOR = "/-/editor/"
API, PAGE = f"{EDITOR}api", f"{EDITOR}page/"
NONE_YET = "{} (none yet)"  # the file is made when somebody saves the form
NAMED_BY = ("title", "name")  # what an id is made from
MADE_BY_ITSELF = "Empty, it is made from the title or name."
LINES = "Each on a line of its own."
HOW_TO_WRITE = "A blank line starts a new paragraph. The guide, GUIDE.md, tells about headings, lists and links."
TEXT_OF_PAGE = {"name": BODY, "label": "Text", "widget": "page-text", "hint": HOW_TO_WRITE}
LAST_AGREED = {"name": KEY, "label": KEY, "widget": KEY, "required": False}  # not shown: see start.js
ONE_NAME, NAMES = "one-name", "names"  # widgets of ours: see choosing.js
BEGINS_AS = {"status": "draft"}  # what a new page says before anybody has said it


@dataclass(frozen=True, slots=True)
class Names:
    """What fields may name: by the field, the names and how visitors know them; `below` the same for one of these."""

    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    below: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def names_in(content: Path) -> Names:
    """Return the names that the data files declare; none of a file while it cannot be read."""
    choices: dict[str, Mapping[str, str]] = {}
    below: dict[str, Mapping[str, str]] = {}
    for file, form in forms().values():
        with suppress(ProblemsFound):
            value = file.record(file.nodes(content))
            choices |= form.choices(value)
            below |= form.below(value)
    return Names({**choices, "page": page_titles(content)}, below)


def editor_config(content: Path, site: str = "/") -> dict[str, Any]:
    """Return the configuration; `site` is the address of the preview."""
    names = names_in(content)
    facts = [_file(source, form, content, names) for source, form in forms().values() if not form.apart]
    apart = [(form.label, _file(source, form, content, names)) for source, form in forms().values() if form.apart]
    return {
        "backend": {"name": "proxy", "proxy_url": API},
        "site_url": site,
        "media_folder": f"{content.name}/{FOLDER}",
        "public_folder": f"/{FOLDER}",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "collections": [
            {"name": "data", "label": "Facts", "format": "json", "files": facts},
            {"name": "pages", "label": "Pages", "label_singular": "Page", **_pages(content, names)},
            *(_collection(one, content, names) for one in collections().values()),
            *({"name": one["name"], "label": label, "format": "json", "files": [one]} for label, one in apart),
        ],
    }


def _file(source: DataFile[Any], form: Form, content: Path, names: Names) -> dict[str, Any]:
    """Return the form of a data file; of one that is apart, what is new in its list stands on top."""
    stem = Path(source.path).stem
    fields = [*_fields(shape_of(source.model), names), LAST_AGREED]
    if form.apart:
        fields = [one | {"add_to_top": True, "collapsed": True} if one["name"] == stem else one for one in fields]
    return {
        "name": stem,
        "label": form.label if (content / source.path).is_file() else NONE_YET.format(form.label),
        "file": source.file(content),
        "preview_path": f"{PAGE.removeprefix('/')}data/{stem}",
        "fields": fields,
    }


def _pages(content: Path, names: Names, folder: str = "pages") -> dict[str, Any]:
    return {
        "folder": f"{content.name}/{folder}",
        "format": "json",
        "extension": "md",
        "create": False,
        "delete": False,
        "summary": "{{title}} /{{dirname}}/{{filename}}",
        "preview_path": f"{PAGE.removeprefix('/')}{folder}/{{{{slug}}}}",
        "fields": [TEXT_OF_PAGE, *map(_beginning, _fields(shape_of(FrontMatter), names)), LAST_AGREED],
    }


def _beginning(field: dict[str, Any]) -> dict[str, Any]:
    return field | {"default": BEGINS_AS[field["name"]]} if field["name"] in BEGINS_AS else field


def _collection(one: Collection, content: Path, names: Names) -> dict[str, Any]:
    """Return the pages of one folder, in the order of their subject, and with the fields first that it asks first."""
    found = _pages(content, names, f"pages/{one.folder}")
    fields = sorted(found["fields"], key=lambda field: field["name"] not in one.first)
    return {
        **found,
        "name": one.folder,
        "label": one.label,
        "label_singular": one.one,
        "create": True,
        "summary": f"{{{{{one.sorted_by}}}}} {{{{title}}}}",
        "sortable_fields": [one.sorted_by, "title"],
        "fields": fields,
    }


def _fields(shape: Shape, names: Names, *, optional: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the fields of a record; none in one that may be left out can be demanded before it is saved."""
    made = any(one.name in NAMED_BY for one in shape.fields)
    for one in shape.fields:
        by_itself = one.name == "id" and made
        yield {
            "name": one.name,
            "label": one.name.replace("_", " ").capitalize(),
            "hint": f"{one.description} {MADE_BY_ITSELF}" if by_itself else one.description,
            "required": one.required and not optional and not by_itself,
            **_widget(one, one.shape, names, optional=optional or not one.required),
        }


def _widget(one: FieldShape, shape: Shape, names: Names, *, optional: bool) -> dict[str, Any]:
    match shape.kind:
        case "record":
            return {"widget": "object", "collapsed": optional, "fields": list(_fields(shape, names, optional=optional))}
        case "named":
            known = names.choices.get(one.name, {})
            fields = [_named(one, name, title, names) for name, title in known.items()]
            return {"widget": "object", "fields": fields} if fields else {"widget": "hidden"}
        case "list":
            return _list(one, shape.item or shape, names)
        case "choice" | "yes_no":
            return {"widget": "select", "options": list(shape.choices)}
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
        "fields": list(_fields(item, names)),
    }


def _called() -> dict[str, str]:
    """Return what one entry of each list is called, by the list."""
    models = [FrontMatter, *(file.model for file, _ in forms().values())]
    return dict(chain.from_iterable(entry_names(model).items() for model in models))


def _hint(name: str) -> str:
    """Return how to fill in one of many fields of the same kind."""
    return next((form.hints[name] for _, form in forms().values() if name in form.hints), "")
