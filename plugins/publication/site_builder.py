"""Pelican with a conscience: nothing is built from sources that have a problem."""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import Pelican

from sources.problems import ProblemsFound

from .check import check
from .to_do import to_do_list


class SiteBuilder(Pelican):  # type: ignore[misc]
    """Checks all sources before each run; set as PELICAN_CLASS, so that plain `pelican` does the same."""

    def run(self) -> None:
        """Check, build, and print what is left to do; exit with the report when there is a problem."""
        production: bool = self.settings["PRODUCTION"]
        try:
            sources = check(Path(self.settings["PATH"]), Path(self.settings["THEME"]), production=production)
        except ProblemsFound as found:
            sys.exit(str(found))
        self.settings["SOURCES"] = sources
        super().run()
        print(to_do_list(sources))
