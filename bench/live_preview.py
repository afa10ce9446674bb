"""A live preview of a site of N pages, in a process of its own."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from candidates import ROOT, SMALL
from site_of_pages import write_pages

PATIENCE = 10  # seconds
IDLE = 10  # seconds
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Site:
    """A project of its own, which the preview shows: the small coalition of the tests with N pages more."""

    root: Path

    def file(self, name: str) -> Path:
        """Return one of its files."""
        return self.root / name


@contextmanager
def site_of(pages: int) -> Iterator[Site]:
    """Make a project with so many pages, on disk for a while."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("plugins", "theme"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pelicanconf.py", root)
        shutil.copytree(SMALL, root / "content")
        write_pages(root / "content" / "pages" / "news", pages)
        subprocess.run([sys.executable, "-m", "compileall", "-q", root / "plugins"], check=True)
        yield Site(root)


@dataclass(frozen=True)
class Preview:
    """A running preview: its process, its port, and the seconds from its start to its first page."""

    process: subprocess.Popen[str]
    port: int
    first_page: float

    def percent(self) -> float:
        """Return how much of a processor it takes while nothing changes."""
        before = self.seconds()
        time.sleep(IDLE)
        return 100 * (self.seconds() - before) / IDLE

    def seconds(self) -> float:
        """Return the processor time that it has taken so far."""
        return (
            sum(map(int, Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[11:13])) / TICKS
        )


@contextmanager
def preview_of(site: Site, log: Path) -> Iterator[Preview]:
    """Start the preview of a site, as `make serve` does once everything is set up."""
    with log.open("w") as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "preview", "--port", "0"],
            cwd=site.root, env={**os.environ, "PYTHONPATH": "plugins"}, stdout=said, stderr=said, text=True,
        )  # fmt: skip
        try:
            port = port_of(log)
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", "/")
            assert connection.getresponse().read()
            yield Preview(process, port, time.perf_counter() - began)
        finally:
            process.terminate()
            process.wait()


def port_of(log: Path) -> int:
    """Wait for the address that the preview tells."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if told := re.search(r"http://127\.0\.0\.1:(\d+)/", log.read_text()):
            return int(told[1])
        time.sleep(0.005)
    raise TimeoutError(log.read_text())
