"""The forms that are open in browsers: what each last agreed on with its file, sent at each save, and its page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from components.directive import directives
from sources.languages import parted
from sources.pages.page import address
from sources.problems import Place
from sources.records.fields import ID
from subjects import collections, forms

KEY = "as-read"  # the field of a form in which that stands; it is given anew with every save


@dataclass(frozen=True, slots=True)
class Form:
    """An open form: the file that it shows, and what that held for it when it was opened or last saved."""

    path: str
    values: dict[str, Any]


def agreed(form: Form) -> str:
    """Return what a form is given to send back, when it is opened and after each save."""
    return json.dumps([form.path, form.values])


def form_sent(sent: dict[str, Any]) -> Form | None:
    """Take from what was sent the form that sent it, None for a new entry; raise TypeError for what is no form."""
    if not sent.get(KEY):
        sent.pop(KEY, None)
        return None
    path, values = json.loads(sent.pop(KEY))
    if not isinstance(path, str) or not isinstance(values, dict):
        raise TypeError(path)
    return Form(path, values)


def place(entry: str, content: Path) -> str:
    """Return the address of the page that shows an entry: `data/membership`, or `pages/about`; else the home page's.

    An entry of a collection of its own begins with the name of that: `events/events`, `news/new-truck`.
    """
    kind, _, name = entry.partition("/")
    if kind in collections():
        kind, name = "pages", entry
    if kind == "data" or any(form.apart and Path(file.path).stem == kind for file, form in forms().values()):
        shown = next((form.shown_by for file, form in forms().values() if Path(file.path).stem == name), "")
        return f"/{_address_with(shown, content / 'pages')}" if shown else "/"
    name, language = parted(name)
    return f"/{address(name, language)}" if all(ID.fullmatch(part) for part in name.split("/")) else "/"


def entry_of(place: Place) -> str | None:
    """Return where the forms have the file of a place, as `#/...`; None for files that they do not know."""
    _, _, name = place.file.partition("/")
    folder, _, entry = name.rpartition(".")[0].partition("/")
    if (folder, name.rpartition(".")[2]) not in (("data", "yaml"), ("pages", "md")):
        return None
    apart = any(form.apart for path, (_, form) in forms().items() if path == name)
    return f"#/collections/{entry if apart else folder}/entries/{entry}"


def _address_with(component: str, root: Path) -> str:
    """Return the address of the first page that shows a component in full; that of the home page where none does.

    A translation is shown only where no page in the main language does.
    """
    named = {path: parted(path.relative_to(root).with_suffix("").as_posix()) for path in root.rglob("*.md")}
    for path in sorted(named, key=lambda path: (named[path][1], path)):
        text = path.read_text("utf-8", "replace")
        if any(one.name == component and not one.arguments for one in directives(text)):
            return address(*named[path])
    return ""
