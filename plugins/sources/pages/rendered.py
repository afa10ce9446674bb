"""What becomes of a page: its HTML, what is in it, and its text with signs for what is no text.

No page can hold these signs (text.py). Whitespace is none of them, nor any part of a word.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

# What begins with a sign of these is one block.
PARAGRAPH, ENTRY, HEADING, CELL, CODE, OTHER = BLOCKS = "\x15\x16\x17\x18\x19\x1a"
LINK, LINK_END = "\x0e\x0f"
PICTURE = "\x10"  # without words
EM, STRONG = "\x11\x12"  # at both ends
MARK = "\x1b"  # at both ends of what is marked otherwise: struck out, high or low, by a tag
HIDDEN, HIDDEN_END = "\x13\x14"  # around what is not shown as text: addresses, titles, code
ESCAPED = "\x01"  # instead of a sign behind a backslash
BLANK = "\x00"  # instead of what was hidden or masked
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")  # any of these


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture; its address is `typed` as in the page, but for backslashes before signs."""

    typed: str
    picture: bool = False

    @property
    def address(self) -> str:
        """Return the address as a browser reads it."""
        return html.unescape(self.typed)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with the words that visitors see."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """The HTML of a page, and the links and headings in it."""

    html: str = ""
    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Converted:
    """A body and what becomes of it, to be checked.

    `text` is all the text in it, with signs for what is none, `whole` that with what is hidden behind it.
    `named` are the names of addresses that links use, `unused` those that none does.
    """

    body: str
    rendered: Rendered
    whole: str
    text: str
    named: frozenset[str]
    unused: frozenset[str]
