"""Links and pictures as Markdown finds them by their brackets, and brackets that were meant to be one and are not.

Python-Markdown shows broken link syntax as the text it is; here it is told. One pass over the text, with the brackets
of each piece paired beforehand, so that thousands of them cost no more than thousands of letters.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from ..problems import quoted
from .bare import ADDRESS, bare_slip
from .code import ESCAPED, PAGES_AT_HAND, blanked, prose, without
from .pairs import address_span, name_of, partners, written
from .pieces import blocks, pieces

OPENING = re.compile(r"!?\[")
ORPHAN = re.compile(r"\]\((?P<address>\S*)")
AUTOMATIC = re.compile(r"<(?:(?P<address>[A-Za-z][A-Za-z0-9+.-]*://[^<>]*)|[^<>\s!]+@[^@<>\s]+)>")
DEFINITION = re.compile(
    r"^ {0,3}\[(?P<name>[^\[\]\n]+)\]: *(?:\n *)?<?(?P<address>[^\s<>]+)>? *(?:\n? *(?:\"[^\"\n]*\"|'[^'\n]*') *)?$",
    re.MULTILINE,
)

OPEN_SQUARE = 'this "[" is never closed. A link is written [words](address); for the sign itself write \\[.'
OPEN_ROUND = 'this "(" is never closed. Write ")" after the address of the link.'
NO_SQUARE = 'this link has no "[" before its words. Write [words](address).'
NESTED = "a link inside the words of another. Take one of them out."
NO_WORDS = "a link without words. Say where it leads: [words](address)."
NO_PICTURE_WORDS = "a picture without words. Say what it shows: ![Map of the counties](...)."


@dataclass(frozen=True, slots=True)
class Bracketed:
    """The address of one link or picture, as a browser would read it, and where in the body it begins."""

    start: int
    address: str
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Brackets:
    """What the brackets of a body make: links, slips with their places, and in `rest` all other text."""

    links: tuple[Bracketed, ...]
    slips: tuple[tuple[int, str], ...]
    rest: str


@lru_cache(maxsize=PAGES_AT_HAND)
def brackets(body: str) -> Brackets:
    """Return what the brackets of a body make."""
    return _Reading(body).everything()


class _Reading:
    """One pass over a body: `text` is its prose, `taken` what is explained, `partner` leads from bracket to bracket."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.text = prose(body).text
        self.links: list[Bracketed] = []
        self.slips: list[tuple[int, str]] = []
        self.names: set[str] = set()
        self.taken: list[tuple[int, int]] = []
        self.partner: dict[int, int] = {}

    def everything(self) -> Brackets:
        for definition in DEFINITION.finditer(self.text) if "]:" in self.text else ():
            self.names.add(name_of(definition["name"]))
            self.link(*definition.span("address"))
        if self.names:
            self.text = DEFINITION.sub(lambda definition: blanked(definition[0]), self.text)
        for automatic in AUTOMATIC.finditer(self.text):
            if automatic["address"]:
                self.link(*automatic.span("address"))
            self.taken.append(automatic.span())
        for at, block in blocks(self.text):
            if "[" in block or "]" in block:  # a piece is read from one of them to the next
                for start, end in pieces(block):
                    self.piece(at + start, at + end)
        return Brackets(tuple(self.links), tuple(self.slips), without(self.text, self.taken))

    def piece(self, start: int, end: int) -> None:
        self.partner = partners(self.text, start, end)
        at = start
        while opening := OPENING.search(self.text, at, end):
            at = self.opening(opening.end() - 1, end, picture=len(opening[0]) > 1)
        if self.body.find("\\[", start, end) < 0:  # else it is no link on purpose
            for orphan in ORPHAN.finditer(self.text, start, end):
                if orphan.start() not in self.partner and ADDRESS.match(orphan["address"]):
                    self.slip(orphan.start(), orphan.end(), NO_SQUARE)

    def opening(self, opening: int, end: int, *, picture: bool) -> int:
        """Read what a square bracket opens; return where to go on."""
        closing = self.partner.get(opening)
        if closing is None:
            return self.slip(opening, end, OPEN_SQUARE)  # what else is odd in this piece is odd because of it
        after = self.text[closing + 1 : closing + 2]
        if after == "(" or (after == "[" and closing + 1 in self.partner):
            self.within(opening, closing)
            read = self.inline if after == "(" else self.reference
            return read(opening, closing, picture=picture)
        if self.text.find("[", opening + 1, closing) > 0:
            return opening + 1
        if name_of(self.body[opening + 1 : closing]) in self.names:
            return self.take(opening, closing + 1)
        meant = bare_slip(self.body, self.text, self.partner, opening)
        return self.slip(*meant) if meant else closing + 1

    def within(self, opening: int, closing: int) -> None:
        """Read the pictures in the words of a link, where another link has no place."""
        for inner in OPENING.finditer(self.text, opening + 1, closing):
            last = self.partner.get(inner.end() - 1, closing)
            if self.text.startswith("(", last + 1) and last < closing:
                if len(inner[0]) == 1:
                    self.slip(inner.start(), last, NESTED)
                    return
                self.inline(inner.end() - 1, last, picture=True)

    def inline(self, opening: int, closing: int, *, picture: bool) -> int:
        """Read `[words](address "title")`."""
        start = closing + 1
        end = self.partner.get(start)
        if end is None:
            begun = ORPHAN.match(self.text, closing)
            return self.slip(start, begun.end() if begun else start + 1, OPEN_ROUND)
        self.words(opening, closing, picture=picture)
        self.link(*address_span(self.body, start + 1, end), picture=picture)
        return self.take(opening, end + 1)

    def reference(self, opening: int, closing: int, *, picture: bool) -> int:
        """Read `[words][name]`, where the name stands with its address elsewhere in the page."""
        start, end = closing + 1, self.partner[closing + 1] + 1
        words, name = self.body[opening + 1 : closing], self.body[start + 1 : end - 1]
        if name_of(name or words) in self.names:
            self.words(opening, closing, picture=picture)
            return self.take(opening, end)
        address = name if ADDRESS.match(name) else "https://..."
        return self.slip(start, end, f"no address for {quoted(f'[{name}]')}. Write {written(words, address)}.")

    def words(self, opening: int, closing: int, *, picture: bool) -> None:
        if not self.text[opening + 1 : closing].strip():
            self.slip(opening - picture, opening, NO_PICTURE_WORDS if picture else NO_WORDS)

    def link(self, start: int, end: int, *, picture: bool = False) -> None:
        address = html.unescape(ESCAPED.sub(r"\1", self.body[start:end]))
        self.links.append(Bracketed(start, address, picture))

    def slip(self, start: int, end: int, message: str) -> int:
        self.slips.append((start, message))
        return self.take(start, end)

    def take(self, start: int, end: int) -> int:
        self.taken.append((start, end))
        return end
