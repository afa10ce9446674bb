"""A writer for Pelican that defers its work: it notes what each file is made from, and renders all later, or one.

A page whose key is that of an earlier build is not rendered again.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican import signals
from pelican.writers import FileOverwriteFailedError, Writer

from sources.problems import Problem, ProblemsFound
from sources.result_store import ResultStore, digest, files_below, of_code
from subjects import present
from subjects.loaded import Sources

from .log import hearing

# What generators tell a writer about the file, and what is no business of the template's.
ABOUT_THE_FILE = ("relative_urls", "paginated", "template_name", "override_output", "url")
PLAIN = (str, bool, int, list, tuple, dict, type(None))
# Where things lie does not show on a page; what they hold is read.
PLACES = ("PATH", "OUTPUT_PATH", "CACHE_PATH", "THEME", "ROOT", "SOURCES", "MAIN_SOURCES", "RECIPES", "PLUGINS")


@dataclass(frozen=True, slots=True)
class Recipe:
    """What one file of the output is made from: a template, what all files are given, and what this one is."""

    name: str
    template: Template
    context: Mapping[str, Any]
    own: Mapping[str, Any]

    def text(self) -> str:
        """Return what the file holds, as Pelican's own writer would write it."""
        given = {"localsiteurl": self.context.get("localsiteurl"), "output_file": self.name, **self.own}
        return str(self.template.render({**self.context, **given}))

    def key(self, site: bytes) -> bytes:
        """Return a digest of all that the text depends on; `site` is that of what all pages share."""
        page = self.own["page"]
        around = (page.breadcrumb, page.structured_data, page.next_steps, page.leads_to, page.versions, page.newer)
        return digest("page", site, self.name, page.source.digest, around)


Recipes = dict[str, Recipe]


@dataclass(frozen=True, slots=True)
class Made:
    """The text of a file, or what went wrong."""

    text: str
    problems: tuple[Problem, ...]


class DeferredWriter(Writer):  # type: ignore[misc]
    """Collects recipes in the setting RECIPES, where the preview finds them; each run of Pelican has its own writer."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._noted: list[Recipe] = []

    def write_file(self, name: str, template: Template, context: Mapping[str, Any], **own: Any) -> None:
        """Note what a file is made from; raise FileOverwriteFailedError for a second file of the same name."""
        recipes = self.settings["RECIPES"]
        if name in recipes:
            raise FileOverwriteFailedError(f'"{name}" would be written twice')
        given = {what: value for what, value in own.items() if what not in ABOUT_THE_FILE}
        recipes[name] = Recipe(name, template, context, given)
        self._noted.append(recipes[name])

    def write_all(self, store: ResultStore, site: bytes) -> None:
        """Write every file of this run; raise ProblemsFound with what went wrong in all of them."""
        pages = [recipe for recipe in self._noted if "page" in recipe.own]
        others = [recipe for recipe in self._noted if "page" not in recipe.own]
        made = chain(store.each(self._written, pages, lambda recipe: recipe.key(site)), map(self._written, others))
        problems: list[Problem] = []
        for recipe, one in zip((*pages, *others), made, strict=True):
            problems.extend(one.problems)
            path = f"{self.output_path}/{recipe.name}"
            if not os.path.exists(path):  # its text came from the store, so nobody has written it in this build
                _write(path, one.text)
            signals.content_written.send(path, context={**recipe.context, **recipe.own})
        if problems:
            raise ProblemsFound(problems)

    def _written(self, recipe: Recipe) -> Made:
        """Render and write a file in whichever process this is; return it to be stored."""
        made = make(recipe)
        _write(f"{self.output_path}/{recipe.name}", made.text)
        return made


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text.encode())


def make(recipe: Recipe) -> Made:
    """Return the file that a recipe describes, rendered."""
    text = ""
    with hearing() as heard:
        text = recipe.text()
    return Made(text, tuple(heard.problems))


def of_site(sources: Sources, settings: Mapping[str, Any]) -> bytes:
    """Return a digest of all that pages share."""
    plain = {name: value for name, value in settings.items() if name.isupper() and name not in PLACES}
    return digest(
        of_code(),
        sorted((name, repr(value)) for name, value in plain.items() if isinstance(value, PLAIN)),
        *files_below(Path(settings["THEME"])),
        *files_below(Path(settings["PATH"]) / "data"),
        (sources.today, sources.production, sources.language, sorted(sources.translated)),
        [(page.url, page.front_matter.title, page.name) for page in sources.in_others],
        [one.depends_on(sources) for one in present(sources)],
    )


def get_writer(_: object) -> type[Writer]:
    """Give Pelican the writer."""
    return DeferredWriter
