"""Decap's configuration, made from our records: a form for each file, with the words that the schemas have."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from sources.pages.front_matter import FrontMatter
from sources.problems import ProblemsFound
from sources.records.data_file import DataFile
from sources.records.shapes import shape_of
from subjects import collections, forms
from subjects.form import Collection, Form

from .entries import BODY
from .forms import KEY
from .offers import page_titles
from .pictures import FOLDER
from .widgets import Names, form_fields

EDITOR = "/-/editor/"
API, PAGE = f"{EDITOR}api", f"{EDITOR}page/"
NONE_YET = "{} (none yet)"  # the file is made when somebody saves the form
HOW_TO_WRITE = "A blank line starts a new paragraph. The guide, GUIDE.md, tells about headings, lists and links."
TEXT_OF_PAGE = {"name": BODY, "label": "Text", "widget": "page-text", "hint": HOW_TO_WRITE}
LAST_AGREED = {"name": KEY, "label": KEY, "widget": KEY, "required": False}  # not shown: see start.js
BEGINS_AS = {"status": "draft"}  # what a new page says before anybody has said it
TODAY = {"default": "{{now}}"}  # the day on which one is begun, as Decap writes it


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
    fields = [*form_fields(shape_of(source.model), names), LAST_AGREED]
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
        "summary": "{{title}} · {{dirname}}/{{filename}}",
        "preview_path": f"{PAGE.removeprefix('/')}{folder}/{{{{slug}}}}",
        "fields": [TEXT_OF_PAGE, *map(_beginning, form_fields(shape_of(FrontMatter), names)), LAST_AGREED],
    }


def _beginning(field: dict[str, Any]) -> dict[str, Any]:
    return field | {"default": BEGINS_AS[field["name"]]} if field["name"] in BEGINS_AS else field


def _collection(one: Collection, content: Path, names: Names) -> dict[str, Any]:
    """Return the pages of one folder, in the order of their subject, and with the fields first that it asks first."""
    found = _pages(content, names, f"pages/{one.folder}")
    fields = sorted(found["fields"], key=lambda field: (field["name"] != BODY, field["name"] not in one.first))
    fields = [field | TODAY if field["name"] == one.sorted_by else field for field in fields]
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
