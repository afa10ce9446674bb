"""Measure the live preview: its first page, each kind of edit until an open page shows it, and what it costs when idle.

Usage: live.py [pages ...]
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

from live_edits import NOTICE, Edit, edits, milliseconds
from live_preview import Preview, Site, preview_of, site_of


@contextmanager
def page_in_chromium() -> Iterator[Page]:
    """Open an empty page in a real browser."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        yield chromium.new_page()
        chromium.close()


def measure(pages: int) -> None:
    """Measure at one number of pages, and print a row for each kind of edit."""
    with site_of(pages) as site, preview_of(site, site.root / "said") as preview, page_in_chromium() as page:
        print(f"{pages} pages; load {os.getloadavg()[0]:.1f}; first page {preview.first_page:.2f} s", flush=True)
        for name, edit in edits(site).items():
            print(f"  {name:<11}{cost_of(edit, preview, page)}", flush=True)
        print(f"  {cost_of_idling(site, preview, page)}", flush=True)


def cost_of(edit: Edit, preview: Preview, page: Page) -> str:
    """Return how long an edit takes to be seen, and the processor time of the preview for one."""
    page.goto(f"http://127.0.0.1:{preview.port}{edit.url}")
    page.evaluate(NOTICE)
    page.wait_for_timeout(500)
    before = preview.seconds()
    times = milliseconds(page, edit)
    worked = 1000 * (preview.seconds() - before) / (edit.rounds + 1)
    late = quantiles(times, n=20, method="inclusive")[-1]
    return f"median {median(times):4.0f} ms, 95 % within {late:4.0f} ms; {worked:4.0f} ms of a processor each"


def cost_of_idling(site: Site, preview: Preview, page: Page) -> str:
    """Return what the preview costs while nothing changes, first without a problem and then with one."""
    idle = preview.percent()
    site.file("content/data/site.yaml").write_text("no: [yaml", encoding="utf-8")
    page.wait_for_selector("#preview-problems section")
    return f"idle {idle:.1f} % of a processor, with a problem {preview.percent():.1f} %"


if __name__ == "__main__":
    for number in sys.argv[1:] or ["25", "100", "1000"]:
        measure(int(number))
