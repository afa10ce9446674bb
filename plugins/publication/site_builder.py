"""Pelican with a conscience: check, build aside, audit, and only then put the whole new site in the old one's place."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from pelican import Pelican

from sources.problems import Problem, ProblemsFound, count, report

from . import manifest, output_folder
from .audit import audit, problems_of, read_site
from .check import Sources, check
from .faults import ROOT, PelicanLog, fault, listening
from .lock import building
from .settings_check import setting_problems
from .to_do import to_do_list


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

    def run(self) -> None:
        """Publish to OUTPUT_PATH and say what changed; with a problem, exit with the report and change nothing."""
        output = Path(self.settings["OUTPUT_PATH"]).absolute()
        try:
            output_folder.refuse(output, self._source_folders())
            with building(output):
                output_folder.recover(output)
                sources = self._check()
                self._build(sources, output)
        except ProblemsFound as found:
            sys.exit(report(found.problems))
        except OSError as error:
            sys.exit(report([fault(error)]))
        finally:
            self.settings["OUTPUT_PATH"] = self.output_path = str(output)
        print(to_do_list(sources))

    def _source_folders(self) -> tuple[Path, ...]:
        folders = (self.settings["PATH"], self.settings["THEME"], ROOT / "plugins", ROOT / "tests", ROOT / ".git", ROOT)
        return tuple(Path(folder).resolve() for folder in folders)

    def _check(self) -> Sources:
        content, theme = Path(self.settings["PATH"]), Path(self.settings["THEME"])
        return check(content, theme, production=self.settings["PRODUCTION"])

    def _build(self, sources: Sources, output: Path) -> None:
        new = output_folder.staging(output)
        try:
            new.mkdir()
            self._generate(sources, new)
            self._audit(sources, new)
            before, after = manifest.read(output), manifest.sums(new)
            manifest.write(new, after)
            output_folder.swap(output)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        changes = manifest.difference(before, after)
        said = f"{len(changes.added)} new, {len(changes.changed)} changed, {len(changes.missing)} gone"
        print(f"{output.name}: {count(len(sources.pages), 'page')}, {count(len(after), 'file')} ({said})")

    def _generate(self, sources: Sources, folder: Path) -> None:
        self.settings |= {"SOURCES": sources, "OUTPUT_PATH": str(folder), "DELETE_OUTPUT_DIRECTORY": False}
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
        if problems or self._log.problems:
            raise ProblemsFound([*problems, *self._log.problems])

    def _audit(self, sources: Sources, folder: Path) -> None:
        content = Path(self.settings["PATH"])
        site = read_site(folder, content, sources, self.settings["SITEURL"], self.settings["CANONICAL"])
        problems = list(problems_of(audit(site), site, content))
        if problems:
            raise ProblemsFound(problems)
