"""Pelican with a conscience: check, build aside, audit, and only then put the whole new site in the old one's place."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from pelican import Pelican

from checking.check import check
from checking.remarks import all_remarks
from checking.to_do import next_change, to_do, waiting
from releasing import manifest, output_folder
from releasing.audit import BuiltSite, audit, problems_of, read_site
from releasing.finish import finish
from releasing.finish.hosts import Host, host_called
from releasing.lock import building
from sources.parallel import collecting_rarely
from sources.problems import Problem, ProblemsFound, count, report
from sources.result_store import ResultStore
from subjects.subject import Sources

from .cache_keys import of_site
from .deferred_writer import Recipes
from .log import ROOT, PelicanLog, fault, listening
from .settings import address_settings, setting_problems
from .sqlite_store import SqliteStore
from .templates import compiled_templates


class SiteBuilder(Pelican):  # type: ignore[misc]
    """Publishes whole, audited sites or nothing; set as PELICAN_CLASS, so that plain `pelican` does the same."""

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
        self._cache = SqliteStore(Path(self.settings["CACHE_PATH"]))
        cache = Path(self.settings["CACHE_PATH"])
        self._compiled = compiled_templates(cache, self.settings["JINJA_ENVIRONMENT"])

    def run(self) -> None:
        """Publish to OUTPUT_PATH and say what changed; with a problem, exit with the report and change nothing."""
        output = Path(self.settings["OUTPUT_PATH"]).absolute()
        try:
            output_folder.refuse(output, self._source_folders())
            with building(output), collecting_rarely():
                output_folder.recover(output)
                host, sources = host_called(self.settings["HOST"]), self._check()
                self.settings |= address_settings(self.settings["CANONICAL"], sources)
                said = self._build(sources, output, host)
        except ProblemsFound as found:
            sys.exit(report(found.problems))
        except OSError as error:
            sys.exit(report([fault(error)]))
        finally:
            self.settings["OUTPUT_PATH"] = self.output_path = str(output)
        print(said, waiting(len(to_do(sources)), len(all_remarks(sources, self._cache))), sep="\n")
        if change := next_change(sources):
            print(change)

    def _source_folders(self) -> tuple[Path, ...]:
        folders = (self.settings["PATH"], self.settings["THEME"], ROOT / "plugins", ROOT / "tests", ROOT / ".git", ROOT)
        return tuple(Path(folder).resolve() for folder in folders)

    def _check(self) -> Sources:
        content, theme = Path(self.settings["PATH"]), Path(self.settings["THEME"])
        return check(content, theme, production=self.settings["PRODUCTION"], store=self._cache)

    def _build(self, sources: Sources, output: Path, host: Host) -> str:
        new = output_folder.staging(output)
        try:
            new.mkdir()
            self.generate(sources, new, self._cache)
            site = self._audit(sources, new)
            before, after = manifest.read(output), finish(new, site.sums, host, site.prefix, self._cache)
            manifest.write(new, after)
            output_folder.swap(output)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        said = summary(output.name, site, manifest.difference(before, after), len(after))
        return "\n".join((*said, *output_folder.remarks(output)))

    def generate(self, sources: Sources, folder: Path, store: ResultStore | None) -> Recipes:
        """Return what every page is made from; with `kept`, also write the pages into `folder`.

        Other files are written in any case. Raises ProblemsFound with what went wrong.
        """
        self.settings |= {"SOURCES": sources, "RECIPES": {}, "STORE": store, "COMPILED": self._compiled}
        self.settings |= {"OUTPUT_PATH": str(folder), "DELETE_OUTPUT_DIRECTORY": False}
        self.output_path, self.delete_outputdir = str(folder), False
        problems: list[Problem] = []
        with listening(self._log, debug=self.settings["DEBUG"]):
            try:
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
        recipes: Recipes = self.settings["RECIPES"]
        return recipes

    def _audit(self, sources: Sources, folder: Path) -> BuiltSite:
        content = Path(self.settings["PATH"])
        site = read_site(folder, content, sources, self.settings["SITEURL"], self.settings["CANONICAL"])
        site, findings = audit(site, self._cache, of_site(sources, self.settings))
        problems = list(problems_of(findings, site, content))
        if problems:
            raise ProblemsFound(problems)
        return site


def summary(name: str, site: BuiltSite, changes: manifest.Difference, files: int) -> Iterator[str]:
    """Yield what every build says: what is new in the site called `name`, and the bytes that a page costs visitors."""
    said = f"{len(changes.added)} new, {len(changes.changed)} changed, {len(changes.missing)} gone"
    yield f"{name}: {count(len(site.outlines), 'page')}, {count(files, 'file')} ({said})"
    weights = {page.file: page.weight for page in site.outlines.values()}
    heaviest = max(weights, key=lambda page: (weights[page], page))
    yield (
        f"Heaviest page: /{heaviest.removesuffix('index.html')}, {weights[heaviest]:,} bytes by gzip; "
        f"half of the pages weigh at most {int(median(weights.values())):,}."
    )
