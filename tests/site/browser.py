"""Finds a Chromium to open the built site in: $CHROMIUM, then PATH, then Playwright's own, then apt when root."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from programs import by_apt, is_root

# Milliseconds in which a browser does one thing while others work too; who waits for less fails by chance.
PATIENCE = 60_000
WINDOWLESS = "chromium-headless-shell"  # shows the same pages with two thirds of the work, and keeps no history
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WAYS_OUT = (
    "Install Chromium (Debian: apt install chromium), name one with CHROMIUM=/path/to/chrome, "
    "or leave the browser tests out with NO_BROWSER=1."
)

expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Search:
    """What came of looking for a browser: a program, or else the one line that says what to do."""

    program: str | None
    complaint: str = f"There is no browser to test the site in. {WAYS_OUT}"

    @property
    def lightest(self) -> str | None:
        """Return the program for what needs no profile: that without windows, if nobody named one and it is there."""
        return (not os.environ.get("CHROMIUM") and self.program and shutil.which(WINDOWLESS)) or self.program


def find(lock: Path) -> Search:
    """Look for a browser; `lock` is a file that all workers share, so that only one of them installs it."""
    named = os.environ.get("CHROMIUM")
    if named:
        program = shutil.which(named)
        return Search(program) if program else Search(None, f'CHROMIUM names no program: "{named}". {WAYS_OUT}')
    return Search(on_path() or playwrights_own() or installed(lock))


def on_path() -> str | None:
    """Return the first browser on PATH."""
    return next((program for name in NAMES if (program := shutil.which(name))), None)


def playwrights_own() -> str | None:
    """Return the browser that `playwright install chromium` put in place."""
    with sync_playwright() as playwright:
        return shutil.which(playwright.chromium.executable_path)


def installed(lock: Path) -> str | None:
    """Return the browser that apt installs, if it may, with the one without windows where apt knows that."""
    by_apt(("chromium",), lock)
    by_apt((WINDOWLESS,), lock)
    return on_path()


def flags() -> list[str]:
    """Return how to start it: talking to nobody, and without the sandbox that root cannot have."""
    return ["--disable-background-networking", *(["--no-sandbox"] if is_root() else [])]
