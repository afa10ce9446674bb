"""Count the clicks and the typed fields of the twenty tasks of the guide in `make edit`, in a real Chromium.

Usage: clicks.py [number of a task ...]. Each task begins on the first screen of the editor, and is done once its change
stands in the file. Every press of the mouse is a click, also the one into a field. A list of which one is chosen takes
two, and so does the window in which a computer asks for a file. Typing is none, and a field that is focused by itself
needs none.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from candidates import ROOT
from tasks_in_the_editor import TASKS, Task

EXAMPLE = ROOT / "tests" / "coalitions" / "federation"
HELP_LINES = ROOT / "tests" / "coalitions" / "cate" / "data" / "help-lines.yaml"
PATIENCE = 60_000  # milliseconds, on a busy computer
SETTLED = 500  # in which a field is focused that will be


@dataclass
class Hand:
    """Who does a task in one tab, and what that took."""

    tab: Page
    clicks: int = 0
    fields: int = 0

    def __post_init__(self) -> None:
        self.forms = self.tab.frame_locator("#forms")

    def forget(self) -> None:
        """Count from here on: what went before was no part of the task."""
        self.clicks = self.fields = 0

    def press(self, spot: Locator) -> None:
        """Press the mouse on something."""
        spot.click()
        self.clicks += 1

    def button(self, name: str) -> None:
        """Press a button of the forms, or of the dialog above them."""
        self.press(self.forms.get_by_role("button", name=name, exact=True).last)

    def bar(self, name: str) -> None:
        """Press a button of the bar."""
        self.press(self.tab.get_by_role("navigation").get_by_role("button", name=name, exact=True))

    def open(self, collection: str, entry: str = "") -> None:
        """Open a collection, and an entry of it; that of the facts is open already."""
        if collection != "Facts":
            self.press(self.forms.get_by_role("link", name=collection, exact=True).first)
        if entry:
            self.press(self.forms.get_by_role("link").filter(has_text=entry).first)

    def type(self, box: Locator, words: str) -> None:
        """Type into a field, in place of what stands there; a press is needed where it is not focused by itself."""
        box.wait_for()
        self.tab.wait_for_timeout(SETTLED)
        if not box.evaluate("one => one === document.activeElement"):
            self.press(box)
        box.fill(words)
        self.fields += 1

    def choose(self, box: Locator, answer: str) -> None:
        """Choose one of a list."""
        if box.evaluate("one => one.tagName") == "SELECT":
            box.select_option(answer)
            self.clicks += 2
            return
        if radio := box.get_by_label(answer, exact=True).all():
            self.press(radio[0])
            return
        self.press(box)
        self.press(self.forms.get_by_text(answer, exact=True).last)

    def upload(self, button: Locator, file: Path) -> None:
        """Choose a file of this computer."""
        with self.tab.expect_file_chooser() as asked:
            self.press(button)
        asked.value.set_files(file)
        self.clicks += 2

    def save(self) -> None:
        """Save, and wait until nothing is left to save."""
        self.button("Save")
        expect(self.forms.get_by_text("Changes saved").first).to_be_visible(timeout=PATIENCE)


@contextmanager
def edited() -> Iterator[tuple[Path, str]]:
    """Give a content folder and the address of its editor, for a while."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copytree(EXAMPLE, Path(folder) / "content"))
        shutil.copy(HELP_LINES, content / "data")
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
        command = [sys.executable, "-m", "preview", "--edit", "--port", "0", "--content", str(content)]
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as running:
            assert running.stdout
            found = re.search(r"http://\S+", running.stdout.readline())
            assert found
            try:
                yield content, found[0]
            finally:
                running.send_signal(signal.SIGINT)
                running.stdout.read()


def counted(task: Task, browser: Browser) -> Hand:
    """Do a task on a site of its own; raise AssertionError where its change does not stand in the file afterwards."""
    with edited() as (content, address):
        context = browser.new_context(viewport={"width": 1600, "height": 900})
        context.set_default_timeout(PATIENCE)
        hand = Hand(context.new_page())
        task.prepare(content)
        hand.tab.goto(address)
        hand.forms.get_by_text("Site settings").wait_for()
        task.do(hand, content)
        for _ in range(PATIENCE // 500):
            if done := task.done(content):
                break
            hand.tab.wait_for_timeout(500)
        assert done, f"{task.name}: the file does not hold it"
        context.close()
        return hand


def main(chosen: list[str]) -> None:
    """Print a row of the table for each task."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        for number, task in enumerate(TASKS, start=1):
            if not chosen or str(number) in chosen:
                hand = counted(task, browser)
                print(f"| {number} | {task.name} | {hand.clicks} | {hand.fields} |", flush=True)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
