"""From writing a file to the change in an open page of the live preview, in a real Chromium; at N pages each.

    python bench/live.py 25 100 1000

Also: the first page after the start, and what the preview costs the processor while nothing changes.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

from candidates import ROOT, SMALL
from site_of_pages import write_pages

ROUNDS, OTHERS = 30, 10  # times that a text is edited, and each of the others
PAUSE = 0.15  # seconds between edits
PATIENCE = 10  # seconds
IDLE = 10  # seconds
TICKS = os.sysconf("SC_CLK_TCK")
# Notes when each mark is first in the page; a mark stands in the text, or is the name of a font.
NOTICE = """() => {
  window.seen = {};
  const look = () => {
    const said = document.body.innerText + getComputedStyle(document.body).fontFamily;
    for (const [mark] of said.matchAll(/mark\\d+x/g)) window.seen[mark] ??= performance.timeOrigin + performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}"""
marks = (f"mark{number}x" for number in count())


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


def milliseconds(page: Page, write: Callable[[str], None], rounds: int) -> list[float]:
    """Return the times from each write to the change in the page; the first, which warms up, is left out."""
    times = []
    for mark in (next(marks) for _ in range(rounds + 1)):
        began = time.time() * 1000
        write(mark)
        times.append(seen(page, mark) - began)
        time.sleep(PAUSE)
    return times[1:]


def seen(page: Page, mark: str) -> float:
    """Wait for a mark, and return when the page had it, in milliseconds since 1970."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if at := page.evaluate(f"window.seen.{mark}"):
            return float(at)
        page.wait_for_timeout(10)
    raise TimeoutError(f"{mark} did not come: {page.inner_text('body')[:500]}")


def edits(site: Site) -> dict[str, tuple[str, Callable[[str], None], int]]:
    """Return for each kind of edit the page that is open, and what writes the file."""

    def replacing(name: str, old: str, new: str) -> Callable[[str], None]:
        file = site.file(name)
        text = file.read_text(encoding="utf-8")
        assert old in text, f"no {old!r} in {name}"

        def write(mark: str) -> None:
            file.write_text(text.replace(old, new.replace("MARK", mark), 1), encoding="utf-8")

        return write

    news, tiers = "content/pages/news/page-1.md", "content/data/membership.yaml"
    footer, style = "theme/templates/partials/footer.html", "theme/static/css/elements.css"
    return {
        "text": ("/news/page-1/", replacing(news, "## First", "MARK\n\n## First"), ROUNDS),
        "title": ("/news/page-1/", replacing(news, "title: Page 1", "title: Page MARK"), OTHERS),
        "tier": ("/membership/friend/", replacing(tiers, "kind: People", "kind: MARK"), OTHERS),
        "navigation": ("/", replacing("content/data/site.yaml", "short_name: Small", "short_name: MARK"), OTHERS),
        "template": (
            "/news/page-1/",
            replacing(footer, "</footer>", "<p>MARK</p></footer>"),
            OTHERS,
        ),
        "style": (
            "/",
            replacing(style, "anywhere }", "anywhere; font-family: MARK }"),
            OTHERS,
        ),
    }


def measure(pages: int) -> None:
    """Measure at one number of pages, and print a row of the table for each kind of edit."""
    with site_of(pages) as site, preview_of(site, site.root / "said") as preview, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        print(f"{pages} pages; load {os.getloadavg()[0]:.1f}; first page {preview.first_page:.2f} s", flush=True)
        page = chromium.new_page()
        for name, (url, write, rounds) in edits(site).items():
            page.goto(f"http://127.0.0.1:{preview.port}{url}")
            page.evaluate(NOTICE)
            page.wait_for_timeout(500)
            before = preview.seconds()
            times = milliseconds(page, write, rounds)
            worked = 1000 * (preview.seconds() - before) / (rounds + 1)
            late = quantiles(times, n=20, method="inclusive")[-1]
            print(f"  {name:<11}median {median(times):4.0f} ms, 95 % within {late:4.0f} ms", end="")
            print(f"; {worked:4.0f} ms of a processor each", flush=True)
        print(f"  idle {preview.percent():.1f} % of a processor", end="", flush=True)
        site.file("content/data/site.yaml").write_text("no: [yaml", encoding="utf-8")
        page.wait_for_selector("#preview-problems section")
        print(f", with a problem {preview.percent():.1f} %", flush=True)
        chromium.close()


if __name__ == "__main__":
    for number in sys.argv[1:] or ["25", "100", "1000"]:
        measure(int(number))
