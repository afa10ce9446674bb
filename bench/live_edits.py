"""Edits of each kind, and the time until the page that is open in a browser shows them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from playwright.sync_api import Page

from live_preview import PATIENCE, Site

ROUNDS, OTHERS = 30, 10  # times that a text is edited, and each of the others
PAUSE = 0.15  # seconds between edits
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
class Edit:
    """A page that is open, what writes a mark into a file on which it depends, and how often that is done."""

    url: str
    write: Callable[[str], None]
    rounds: int


def milliseconds(page: Page, edit: Edit) -> list[float]:
    """Return the times from each write to the change in the page; the first, which warms up, is left out."""
    times = []
    for mark in (next(marks) for _ in range(edit.rounds + 1)):
        began = time.time() * 1000
        edit.write(mark)
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


def replacing(file: Path, old: str, new: str) -> Callable[[str], None]:
    """Return what writes a file with one text replaced, in which MARK stands for the mark."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"no {old!r} in {file}"

    def write(mark: str) -> None:
        file.write_text(text.replace(old, new.replace("MARK", mark), 1), encoding="utf-8")

    return write


def edits(site: Site) -> dict[str, Edit]:
    """Return one edit of each kind."""
    page, data, theme = site.file("content/pages/news/page-1.md"), site.file("content/data"), site.file("theme")
    tiers, facts = data / "membership.yaml", data / "site.yaml"
    footer, style = theme / "templates/partials/footer.html", theme / "static/css/elements.css"
    return {
        "text": Edit("/news/page-1/", replacing(page, "## First", "MARK\n\n## First"), ROUNDS),
        "title": Edit("/news/page-1/", replacing(page, "title: Page 1", "title: Page MARK"), OTHERS),
        "tier": Edit("/membership/friend/", replacing(tiers, "kind: People", "kind: MARK"), OTHERS),
        "navigation": Edit("/", replacing(facts, "short_name: Small", "short_name: MARK"), OTHERS),
        "template": Edit("/news/page-1/", replacing(footer, "</footer>", "<p>MARK</p></footer>"), OTHERS),
        "style": Edit("/", replacing(style, "anywhere }", "anywhere; font-family: MARK }"), OTHERS),
    }
