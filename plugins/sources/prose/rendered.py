"""What becomes of a page: its HTML, and what Python-Markdown has found in it on the way there."""

from __future__ import annotations

import html
from dataclasses import dataclass


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


NOTHING = Rendered()


@dataclass(frozen=True, slots=True)
class Looked:
    """A body and what becomes of it, to be checked.

    `text` is all the text in it, with signs for what is none (signs.py), `whole` that with what is hidden behind it.
    `named` are the names of addresses that links use, `unused` those that none does.
    """

    body: str
    rendered: Rendered
    whole: str
    text: str
    named: frozenset[str]
    unused: frozenset[str]
