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
from sources.records.shapes import FieldShape, Shape, label, shape_of
from subjects import collections, forms
from subjects.subject import Collection, Form

from .entries import BODY
from .forms import KEY
from .pictures import FOLDER

EDITOR = "/-/editor/"
API, PAGE = f"{EDITOR}api", f"{EDITOR}page/"
NONE_YET = "{} (none yet)"  # the file is made when somebody saves the form
LINES = "Each on a line of its own."
HOW_TO_WRITE = "A blank line starts a new paragraph. The guide, GUIDE.md, tells about headings, lists and links."
TEXT_OF_PAGE = {"name": BODY, "label": "Text", "widget": "text", "hint": HOW_TO_WRITE}
LAST_AGREED = {"name": KEY, "label": KEY, "widget": KEY, "required": False}  # not shown: see start.js
FOLDER_OF_PAGE = {"label": "Folder", "widget": "string", "required": False, "hint": "Empty, or such as membership."}


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
    return Names(choices, below)


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
        "create": True,
        "nested": {"depth": 10, "subfolders": False, "summary": "{{title}}"},
        "meta": {"path": FOLDER_OF_PAGE},
        "preview_path": f"{PAGE.removeprefix('/')}{folder}/{{{{slug}}}}",
        "fields": [*_fields(shape_of(FrontMatter), names), TEXT_OF_PAGE, LAST_AGREED],
    }


def _collection(one: Collection, content: Path, names: Names) -> dict[str, Any]:
    """Return the pages of one folder, in the order of their subject, and with the fields first that it asks first."""
    found = _pages(content, names, f"pages/{one.folder}")
    fields = sorted(found["fields"], key=lambda field: field["name"] not in one.first)
    own = {name: value for name, value in found.items() if name not in ("nested", "meta")}
    return {
        "name": one.folder,
        "label": one.label,
        "label_singular": one.one,
        **own,
        "summary": f"{{{{{one.sorted_by}}}}} {{{{title}}}}",
        "sortable_fields": [one.sorted_by, "title"],
        "fields": fields,
    }


def _fields(shape: Shape, names: Names, *, optional: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the fields of a record; none in one that may be left out can be demanded before it is saved."""
    for one in shape.fields:
        yield {
            "name": one.name,
            "label": label(one.name),
            "hint": one.description,
            "required": one.required and not optional,
            **_widget(one, one.shape, names, optional=optional or not one.required),
        }


def _widget(one: FieldShape, shape: Shape, names: Names, *, optional: bool) -> dict[str, Any]:
    match shape.kind:
        case "record":
            return {"widget": "object", "collapsed": optional, "fields": list(_fields(shape, names, optional=optional))}
        case "named":
            known = names.choices.get(one.name, {})
            fields = [_named(one, name, title, names, optional=optional) for name, title in known.items()]
            return {"widget": "object", "fields": fields} if fields else {"widget": "hidden"}
        case "list":
            return _list(one, shape.item or shape, names)
        case "choice" | "yes_no":
            return {"widget": "select", "options": list(shape.choices)}
        case "day":
            return {"widget": "datetime", "date_format": "YYYY-MM-DD", "time_format": False}
        case "lines":
            return {"widget": "text", "hint": f"{one.description} {LINES}"}
        case "several" | "text":
            return {"widget": "text"}
    if choices := names.choices.get(one.name):
        return {"widget": "select", "options": [{"label": title, "value": name} for name, title in choices.items()]}
    return {"widget": "string"}


def _named(one: FieldShape, name: str, title: str, names: Names, *, optional: bool) -> dict[str, Any]:
    """Return the field for one of many names: a requirement of a criterion, the answers of a question."""
    answers = names.below.get(name, {}) if one.name == "answers" else {}
    hint = f"One on each line: {', '.join(answers)}" if answers else _hint(one.name)
    return {"name": name, "label": title, "hint": hint, "required": not (answers or optional), "widget": "text"}


def _list(one: FieldShape, item: Shape, names: Names) -> dict[str, Any]:
    elsewhere = next(
        (form.added_elsewhere[one.name] for _, form in forms().values() if one.name in form.added_elsewhere), ""
    )
    hint = f"{one.description} {elsewhere}".rstrip()
    title = next((field.name for field in item.fields if field.name != "id"), "id")
    return {
        "widget": "list",
        "hint": hint,
        "label_singular": _called().get(one.name, "entry").rpartition(", ")[2],
        "collapsed": True,
        "allow_add": not elsewhere,
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
