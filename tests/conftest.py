"""One small coalition on disk, that each test may break in its own way, and the real thing built from it."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from unittest import mock

import first_of_all
import hypothesis
import pelican
import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment

import compiled_once
from checking.check import Sources, check
from preview.editor.bundle import UNFETCHED, NoBundle, bundle
from programs import environment, prepare
from sources.problems import ProblemsFound
from sources.words import read_words

ROOT = Path(__file__).resolve().parent.parent
THEME = ROOT / "theme"
CATE_CONTENT = ROOT / "tests" / "coalitions" / "cate"  # full and realistic, frozen for the tests
WORDS = read_words(THEME, "en")
NOWHERE = Path(os.devnull, "cache")  # no folder can be there
# Errors of Windows about what a test would make.
NOT_MADE = {123: "no file can have such a name", 1314: "this user may make no links to other places"}
SOON = 0.01  # seconds after which a server that is told to stop does; by itself Python takes half a second

TIMES = int(os.environ.get("FUZZ", "1"))  # as many random examples as usual

# The day of every build in the tests; at noon in UTC, when it is the same day nearly everywhere.
TODAY = date(2026, 11, 23)


def epoch(day: date, hour: int = 12, minute: int = 0, second: int = 0) -> str:
    """Return a moment in UTC as SOURCE_DATE_EPOCH takes it."""
    return str(int(datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=UTC).timestamp()))


first_of_all.travel_as_worker()
# The same examples each time, however long a busy computer takes over one; `make fuzz` looks for others.
hypothesis.settings.register_profile(
    "any machine",
    deadline=None,
    derandomize=TIMES == 1,
    max_examples=100 * TIMES,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("any machine")
Environment.compile = compiled_once.once
prepare(epoch(TODAY))


@dataclass(frozen=True)
class Built:
    """What one run of Pelican left: its exit status, what it said, and the output folder."""

    status: int
    said: str
    output: Path

    def page(self, url: str = "") -> BeautifulSoup:
        """Return a page of the output, parsed."""
        path = self.output / url
        return BeautifulSoup((path / "index.html" if path.is_dir() else path).read_text("utf-8"), "html.parser")


def build(
    content: Path,
    output: Path,
    settings: str | Path = "pelicanconf.py",
    *options: str | Path,
    address: str = "",
    cache: Path = NOWHERE,
) -> Built:
    """Build `content` by Pelican's own command line, within this process: ten times as fast as starting another.

    `address` is what `make publish SITEURL=...` says; `cache` is where results are kept, for tests that want them.
    """
    said = io.StringIO()
    arguments = [str(content), "-s", str(ROOT / settings), "-o", str(output), *keeping(options, cache)]
    told = mock.patch.dict(os.environ, {"SITEURL": address})
    with told, contextlib.chdir(ROOT), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            pelican.main(arguments)
        except SystemExit as stop:
            said.write("" if isinstance(stop.code, int) else f"{stop.code}\n")
            return Built(stop.code if isinstance(stop.code, int) else 1, said.getvalue(), output)
    return Built(0, said.getvalue(), output)


def keeping(options: Iterable[str | Path], cache: Path) -> list[str]:
    """Return options that also say where results are kept: not in the project, where other tests would use them."""
    given = [str(option) for option in options]
    extra = given.index("-e") + 1 if "-e" in given else len(given)
    return [*given[:extra], *([] if "-e" in given else ["-e"]), f"CACHE_PATH={json.dumps(str(cache))}", *given[extra:]]


def build_apart(content: Path, output: Path, settings: str = "pelicanconf.py", *options: str | Path) -> Built:
    """Build `content` in a process of its own, the way `make build` does, or `make publish` with publishconf.py."""
    command = [
        sys.executable,
        "-m",
        "pelican",
        content,
        "-s",
        settings,
        "-o",
        output,
        *keeping(options, NOWHERE),
    ]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    return Built(done.returncode, done.stdout + done.stderr, output)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Leave a test out that makes what Windows does not: a link to another place, a name of some signs."""
    try:
        return (yield)
    except OSError as error:
        if why := NOT_MADE.get(getattr(error, "winerror", None) or 0):
            pytest.skip(f"not on Windows: {why}")
        raise


def pytest_terminal_summary(terminalreporter):
    """Say aloud what was left out, and why."""
    left_out = Counter(report.longrepr[2] for report in terminalreporter.stats.get("skipped", []))
    for reason, times in left_out.items():
        terminalreporter.write_line(f"{times} tests left out: {reason.removeprefix('Skipped: ')}")


@dataclass(frozen=True)
class Coalition:
    """A content folder of its own for one test."""

    content: Path

    def change(self, file: str, old: str, new: str) -> None:
        """Replace `old`, which must stand in the file exactly once, by `new`."""
        text = self.read(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def read(self, file: str) -> str:
        """Return the text of a file."""
        return (self.content / file).read_text("utf-8")

    def write(self, file: str, text: str | bytes) -> None:
        """Put a file in place; a picture with the entry that it needs in data/images.yaml."""
        folder, _, name = file.partition("/")
        if folder == "images":
            self._own(name)
        path = self.content / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def _own(self, picture: str) -> None:
        entries = self.content / "data" / "images.yaml"
        text = entries.read_text("utf-8") if entries.exists() else "images:\n"
        entry = f'  - {{file: "{picture}", rights: Drawn for the tests, people: no}}\n'
        entries.write_text(text if entry in text else text + entry, "utf-8")

    def line(self, file: str, text: str) -> int:
        """Return the number of the first line that holds `text`."""
        return next(number for number, line in enumerate(self.read(file).split("\n"), 1) if text in line)

    def check(self, *, production: bool = True) -> Sources:
        """Return the checked sources."""
        return check(self.content, THEME, production=production)

    def problems(self) -> list[str]:
        """Return the problems of the content, each as the line that staff read."""
        try:
            self.check()
        except ProblemsFound as found:
            return [str(problem) for problem in found.problems]
        return []

    def build(self, settings: str = "pelicanconf.py", address: str = "") -> Built:
        """Build the content into a folder beside it."""
        return build(self.content, self.content.parent / "output", settings, address=address)


@pytest.fixture
def coalition(tmp_path: Path) -> Coalition:
    """Copy a small valid coalition: two tiers in two categories, two rows, three pages."""
    return Coalition(Path(shutil.copytree(ROOT / "tests" / "coalitions" / "small", tmp_path / "content")))


@pytest.fixture(scope="session")
def decap() -> Path:
    """Return Decap's program; where no npm registry can be reached, leave out the tests that need it, and say so."""
    try:
        return bundle(ROOT / ".cache")
    except NoBundle as error:
        if not str(error).startswith(UNFETCHED):
            raise
        pytest.skip(UNFETCHED)
