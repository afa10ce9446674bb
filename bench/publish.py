"""Publish N pages with this project and with plain Pelican, in turn; print the times and their ratio.

Plain Pelican is its default theme with the menu of all pages off, no plugins, the same Markdown files.
It checks nothing.
"""

from __future__ import annotations

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
PLAIN = """
PATH = "content"; PAGE_PATHS = ["pages/news"]; ARTICLE_PATHS = []; STATIC_PATHS = []; SITEURL = ""; TIMEZONE = "UTC"
SITENAME = "Plain"; PLUGINS = []; DISPLAY_PAGES_ON_MENU = False; FEED_ALL_ATOM = CATEGORY_FEED_ATOM = None
SLUGIFY_SOURCE = "basename"
"""
TEXT = """coalition members meet providers schools families county support training survivors services partners
build community answer questions together plan learn listen share resources respond prevent awareness"""
WORDS = TEXT.split()


def page(number: int, chance: random.Random) -> str:
    """Return a page of about 400 words with headings, a list and a table."""

    def sentence() -> str:
        return " ".join(chance.choices(WORDS, k=14)).capitalize() + "."

    def paragraph() -> str:
        return " ".join(sentence() for _ in range(5))

    table = "\n".join(f"| {chance.choice(WORDS)} | {chance.choice(WORDS)} |" for _ in range(4))
    return (
        f"---\ntitle: Page {number}\ndescription: What page {number} tells.\n---\n\n"
        f"{paragraph()}\n\n## First\n\n{paragraph()}\n\n- {sentence()}\n- **{sentence()}**\n\n## Second\n\n"
        f"{paragraph()}\n\n"
        f"| One | Two |\n| --- | --- |\n{table}\n\n## Third\n\n{paragraph()} [A link](https://www.example.edu/).\n"
    )


def make_site(folder: Path, pages: int) -> None:
    """Write the small coalition of the tests and `pages` pages more."""
    shutil.copytree(ROOT / "tests" / "coalitions" / "small", folder / "content")
    chance = random.Random(1)
    news = folder / "content" / "pages" / "news"
    news.mkdir()
    for number in range(pages):
        (news / f"page-{number}.md").write_text(page(number, chance), encoding="utf-8")
    (folder / "plain.py").write_text(PLAIN, encoding="utf-8")


def seconds(command: list[str], folder: Path) -> float:
    """Return how long a command takes that must succeed."""
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def measure(pages: int) -> tuple[float, float]:
    """Return the median seconds of a cold publish and of a plain build."""
    ours, plain = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_site(folder, pages)
        pelican = [sys.executable, "-m", "pelican"]
        for _ in range(ROUNDS):
            for output in ("public", "plain"):
                shutil.rmtree(folder / output, ignore_errors=True)
            settings = ["-s", str(ROOT / "publishconf.py"), "-o", str(folder / "public")]
            ours.append(seconds([*pelican, str(folder / "content"), *settings, "-t", str(ROOT / "theme")], ROOT))
            plain.append(seconds([*pelican, "content", "-s", "plain.py", "-o", "plain"], folder))
    return statistics.median(ours), statistics.median(plain)


def main() -> None:
    """Measure each number of pages given on the command line."""
    print(f"{'pages':>7} {'publish s':>10} {'plain s':>9} {'ratio':>6}")
    for pages in map(int, sys.argv[1:] or ["10", "100", "1000"]):
        ours, plain = measure(pages)
        print(f"{pages:>7} {ours:>10.2f} {plain:>9.2f} {ours / plain:>6.2f}")


if __name__ == "__main__":
    main()
