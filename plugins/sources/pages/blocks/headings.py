"""Gives headings their levels, below the title of the page and without gaps, and their ids; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category, name, normalize

from markdown.extensions.toc import slugify

from .leaves import Block

DEEPEST = 6
KEPT = ("L", "M", "N")  # categories of Unicode: letters, marks on them, numbers


def title_again(some: Sequence[Block], title: str) -> Block | None:
    """Return the first heading, if that is the title of the page again."""
    first = next((block for block in some if block.kind == "heading"), None)
    return first if first and first.about == "1" and bare(title) == bare(first.text) != "" else None


def set_levels(some: Sequence[Block]) -> None:
    """Give the headings levels below the title of the page, each one below that which it stands under."""
    above: list[int] = []  # the levels, as typed, of the headings that this one stands below
    for heading in headings(some):
        typed = int(heading.about)
        while above and above[-1] >= typed:
            above.pop()
        above.append(typed)
        heading.about = str(min(len(above) + 1, DEEPEST))


def headings(some: Sequence[Block]) -> Iterator[Block]:
    """Yield the headings, also those within other blocks, in order."""
    for block in some:
        if block.kind == "heading":
            yield block
        yield from headings(block.within)


def bare(words: str) -> str:
    """Return the letters and digits of some words, in one case."""
    return "".join(sign for sign in normalize("NFKD", words.casefold()) if sign.isalnum())


def heading_id(words: str, separator: str, **_: object) -> str:
    """Return the id of a heading: Python-Markdown's own, or, with letters of another script, one that keeps them."""
    if all(name(sign, "").startswith("LATIN") for sign in words if sign.isalpha()):
        return slugify(words, separator)
    kept = "".join(sign for sign in normalize("NFC", words).lower() if category(sign)[0] in KEPT or sign in "_- ")
    return re.sub(r"[-\s]+", separator, kept.strip())
