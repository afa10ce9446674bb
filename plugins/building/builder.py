"""Pelican as the builder of checked sources: it makes pages and files in a folder, and tells every problem."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pelican
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from sources.pages.page import PageSource
from sources.problems import Problem, ProblemsFound, report
from sources.result_store import ResultStore, digest, of_code
from subjects.loaded import Sources

from .deferred_writer import Recipes
from .log import ROOT, PelicanLog, fault, listening
from .page_generator import PageGenerator
from .pictures import write_pictures
from .settings import setting_problems
from .sqlite_store import SqliteStore


class SiteBuilder(pelican.Pelican):  # type: ignore[misc]
    """Builds what is checked already; whoever publishes goes on from there (releasing/publisher.py)."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._log = PelicanLog()
        problems = list(setting_problems(settings, ROOT))
        with listening(self._log, debug=settings.get("DEBUG", False)):
            try:
                super().__init__(settings)
            except Exception as error:  # noqa: BLE001 (whatever a plugin does, staff read a report)
                problems.append(fault(error))
        if problems or self._log.problems:
            sys.exit(report([*problems, *self._log.problems]))
        cache = Path(self.settings["CACHE_PATH"])
        self.store = SqliteStore(cache)
        self._compiled = compiled_templates(cache, self.settings["JINJA_ENVIRONMENT"])

    def generate(self, sources: Sources, folder: Path, store: ResultStore | None) -> Recipes:
        """Return what every page is made from; with `store`, also write all files into `folder`.

        Without it, what subjects make is in the setting MADE. Raises ProblemsFound with what went wrong.
        """
        self.settings |= {"RECIPES": {}, "MADE": {}, "GENERATORS": {}, "STORE": store, "COMPILED": self._compiled}
        self.settings |= {"MAIN_SOURCES": sources}
        self.settings |= {"OUTPUT_PATH": str(folder), "DELETE_OUTPUT_DIRECTORY": False}
        self.output_path, self.delete_outputdir = str(folder), False
        problems: list[Problem] = []
        with listening(self._log, debug=self.settings["DEBUG"]):
            try:
                for one in sources.in_every_language:  # each is a site of its own, in a folder of the first
                    self.settings |= {"SOURCES": one}
                    super().run()
            except ProblemsFound as found:
                problems.extend(found.problems)
            except Exception as error:
                if self.settings["DEBUG"]:
                    raise
                problems.append(fault(error))
        heard, self._log.problems = self._log.problems, []
        if problems or heard:
            raise ProblemsFound([*problems, *heard])
        if store:
            write_pictures(sources, Path(self.settings["PATH"]), folder, store)
        recipes: Recipes = self.settings["RECIPES"]
        return recipes

    def renew(self, source: PageSource, recipes: Recipes) -> None:
        """Put a page that has another text now into the recipes of the last `generate`."""
        generator: PageGenerator = self.settings["GENERATORS"][source.language]
        page = generator.page(source)
        generator.add_source_path(page)
        recipes[source.save_as] = replace(recipes[source.save_as], own={"page": page})


def builder_of(content: Path, theme: Path, settings: str = "pelicanconf.py") -> SiteBuilder:
    """Return a builder with the settings of a file; exits with a report when settings or plugins are wrong."""
    given = pelican.parse_arguments([str(content), "-s", settings, "-t", str(theme)])
    return cast(SiteBuilder, pelican.get_instance(given)[0])


class CompiledTemplates(FileSystemBytecodeCache):
    """Keeps what Jinja has compiled, as long as there is a folder and room for it; without, it is compiled again."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write what was compiled; somebody may have deleted the folder, and the disk may be full."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(cache: Path, *around: object) -> BytecodeCache | None:
    """Return where Jinja keeps what it has compiled; None where there can be no such folder.

    What was compiled by other code, or with other settings (`around`), is deleted: Jinja looks only at the text.
    """
    folder = cache / "templates" / digest(of_code(), *around).hex()[:16]
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return CompiledTemplates(str(folder))
