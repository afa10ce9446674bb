"""The live preview of a coalition, and a tab of a real browser in which a page of it is open."""

from __future__ import annotations

import contextlib
import io
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from conftest import Coalition
from preview.preview import Preview

from .browser import PATIENCE


@dataclass
class Live:
    """A coalition, its preview, and a tab in which a page of it is open."""

    coalition: Coalition
    theme: Path
    preview: Preview
    tab: Page
    address: str
    messages: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Open a page, and mark it, so that one sees whether it stays."""
        self.tab.goto(self.address + path)
        self.until("document.querySelector('#preview-problems') !== null && performance.now() > 0")
        self.tab.evaluate("window.stayed = true")
        return self.tab

    def edit(self, file: str, old: str, new: str) -> None:
        """Edit a file of the content, or of the theme."""
        path = self.theme.parent / file if file.startswith("theme/") else self.coalition.content / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            self.preview.refresh({path})

    def until(self, condition: str) -> None:
        """Wait until a condition is true in the page."""
        end = time.monotonic() + PATIENCE / 1000
        while not self.tab.evaluate(condition):
            assert time.monotonic() < end, f"never: {condition}\n{self.tab.inner_text('body')}"
            time.sleep(0.02)

    def shows(self, words: str) -> None:
        """Wait until words stand in the page."""
        self.until(f"document.body.innerText.includes({words!r})")


def stayed(tab: Page) -> bool:
    """Tell whether the page is still the one that was opened, not loaded again."""
    return tab.evaluate("window.stayed === true")
