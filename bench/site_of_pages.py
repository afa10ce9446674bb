"""The site that every candidate builds: N pages of Markdown, the same bytes for all of them."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

TEXT = """coalition members meet providers schools families county support training survivors services partners
build community answer questions together plan learn listen share resources respond prevent awareness"""
WORDS = TEXT.split()
LENGTH = int(os.environ.get("LENGTH") or 1)  # of a page, in parts of 300 words


def texts(pages: int, length: int) -> Iterator[tuple[str, str]]:
    """Yield the file name and the text of each page; the same ones in every run."""
    chance = random.Random(1)
    for number in range(pages):
        parts = "\n".join(part(chance, f" of part {place}" if place else "") for place in range(length))
        yield f"page-{number}.md", f"---\ntitle: Page {number}\ndescription: What page {number} tells.\n---\n\n{parts}"


def part(chance: random.Random, which: str) -> str:
    """Return about 300 words with headings, which end in `which`, a list and a table."""

    def sentence() -> str:
        return " ".join(chance.choices(WORDS, k=14)).capitalize() + "."

    def paragraph() -> str:
        return " ".join(sentence() for _ in range(5))

    table = "\n".join(f"| {chance.choice(WORDS)} | {chance.choice(WORDS)} |" for _ in range(4))
    return (
        f"{paragraph()}\n\n## First{which}\n\n{paragraph()}\n\n- {sentence()}\n- **{sentence()}**\n\n"
        f"## Second{which}\n\n{paragraph()}\n\n| One | Two |\n| --- | --- |\n{table}\n\n"
        f"## Third{which}\n\n{paragraph()} [A link](https://www.example.edu/).\n"
    )


def write_pages(folder: Path, pages: int, length: int = LENGTH) -> None:
    """Write the pages, each of so many parts, into a folder, which is made."""
    folder.mkdir(parents=True)
    for name, text in texts(pages, length):
        (folder / name).write_text(text, encoding="utf-8")


def edit(folder: Path, number: int, mark: str) -> None:
    """Add a sentence with `mark` to the end of one page."""
    with (folder / f"page-{number}.md").open("a", encoding="utf-8") as file:
        file.write(f"\nAdded by hand: {mark}.\n")


def shows(output: Path, number: int, mark: str) -> bool:
    """Tell whether a page of the built site has `mark`, wherever the candidate put that page."""
    built = (*output.rglob(f"page-{number}.html"), *output.rglob(f"page-{number}/index.html"))
    return any(mark in path.read_text(encoding="utf-8") for path in built)
