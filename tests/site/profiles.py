"""A browser as people have it, with a profile on the disk that remembers: its own windows, and private ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Playwright

from .browser import flags


@contextmanager
def everyday(playwright: Playwright, program: str, folder: Path) -> Iterator[tuple[BrowserContext, Browser]]:
    """Start a browser with its profile in `folder`; yield its own windows, and what opens private ones."""
    port = folder / "DevToolsActivePort"
    context = playwright.chromium.launch_persistent_context(
        folder, executable_path=program, args=[*flags(), "--remote-debugging-port=0"]
    )
    try:
        number = port.read_text("utf-8").split("\n")[0]
        yield context, playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{number}")
    finally:
        context.close()


def history(folder: Path) -> list[str]:
    """Return the addresses in the history of a profile whose browser has ended."""
    with closing(sqlite3.connect(folder / "Default" / "History")) as database:
        return [url for (url,) in database.execute("select url from urls order by id")]
