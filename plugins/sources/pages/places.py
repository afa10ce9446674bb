"""Finds the place in a page where something that is rendered was typed: words, links, headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from sources.problems import Place

from .masking import masked
from .page import PageSource
from .rendered import EM, HEADING, HIDDEN, HIDDEN_END, STRONG, Converted, Heading, Link

# A stretch of text on one line, something hidden, or a mark.
PART = re.compile(f"{HIDDEN}(?P<hidden>[^{HIDDEN_END}]*){HIDDEN_END}|(?P<mark>[{EM}{STRONG}])|(?P<text>[^\x00-\x1f]+)")
ADDRESS = re.compile(r"\]\(\s*<?")
FAR = 20_000  # characters that may stand between two stretches of text: definitions of addresses, code
EMPTY = re.compile(r"\]\(\s*<?(?=>?\s*[)\"'])")
INLINE = re.compile(r"(?:\(\s*<?|<|\[\[\s*)$")
BARE = re.compile(r"https?://|www\.|[\w.+-]+@", re.IGNORECASE)  # what makes a link without brackets
NAMED = re.compile(r"\]:\s*<?$")
NEAR = 20  # characters before an address, of which the last ones tell what it stands in
WORDLESS_HEADING = re.compile(r"^#+[# ]*$", re.MULTILINE)

Mistake = tuple[int, str]  # where in the page or in its text, and what staff read


class PlaceFinder:
    """Finds the place in a page of what stands in its text; where the page is not as expected, the nearest place."""

    def __init__(self, body: str, whole: str) -> None:
        self.body = body
        self.source = masked(body)
        self._whole = whole
        self._at = 0

    @cached_property
    def _known(self) -> list[tuple[int, int, int]]:
        """Return of each stretch where it begins in the text, where in the page, and its length."""
        found: list[tuple[int, int, int]] = []
        hidden = 0  # characters so far that are in `whole` only
        for part in PART.finditer(self._whole):
            if part["text"]:
                found += self._text(part.start() - hidden, part["text"])
            elif part["mark"]:
                if self.source.startswith(("*", "_"), self._at):
                    self._at += 1 if part["mark"] == EM else 2
            else:
                self._hidden(part["hidden"])
                hidden += len(part[0]) - 1
        return found

    def place(self, at: int) -> int:
        """Return the place in the page of a character of the text."""
        return self._found_at(at)[0]

    def _found_at(self, at: int) -> tuple[int, bool]:
        """Return the place of a character, or else of what follows the stretch before it, and whether it is that."""
        number = bisect_right(self._known, (at, len(self.source), 0)) - 1
        if number < 0:
            return 0, False
        begins, found, length = self._known[number]
        return found + min(at - begins, length), at - begins < length

    def after(self, sign: str, at: int) -> int:
        """Return where a sign stands in the page, next to a place of the text."""
        return max(self.source.find(sign, self.place(at)), 0)

    def span(self, start: int, end: int) -> str:
        """Return what was typed for a stretch of the text."""
        last, inside = self._found_at(end - 1)
        return self.body[self.place(start) : last + inside] if end > start else ""

    def _text(self, at: int, text: str) -> list[tuple[int, int, int]]:
        begins = at + len(text) - len(text.lstrip())
        if found := self._found(at, text) or self._found(begins, text.strip()):
            return found
        # Where a tab stood between words, there are spaces now.
        return [one for word in re.finditer(r"\S+", text) for one in self._found(at + word.start(), word[0])]

    def _found(self, at: int, text: str) -> list[tuple[int, int, int]]:
        found = self.source.find(text, self._at, self._at + len(text) + FAR)
        if not text or found < 0:
            return []
        self._at = found + len(text)
        return [(at, found, len(text))]

    def _hidden(self, what: str) -> None:
        """Go past the address of a link, where it stands behind the words."""
        opening = ADDRESS.match(self.source, self._at)
        address = what.strip().partition(" ")[0]
        if opening and self.source.startswith(address, opening.end()):
            self._at = opening.end() + len(address)


def heading_places(page: Converted, find: PlaceFinder) -> Iterator[tuple[Heading, int]]:
    """Yield the headings of a page, each with its place: of its marks, or of its words where it has none."""
    begins = -1
    for heading in page.rendered.headings:
        begins = page.text.index(HEADING, begins + 1)
        words = find.place(begins + 1)
        if not heading.words and (wordless := WORDLESS_HEADING.search(find.source, words)):
            words = wordless.end()
        start = find.source.rfind("\n", 0, words) + 1
        marks = find.source.find("#", start, words)
        yield heading, words if marks < 0 else marks


def link_places(page: PageSource) -> Iterator[tuple[Link, Place]]:
    """Yield the links of a page, each once a place where its address was typed."""
    text, at = masked(page.body), 0
    seen: set[tuple[Link, int]] = set()
    for link in page.rendered.links:
        found, inline = _next(link.typed, at, text, page.body)
        at = max(at, found + 1) if inline else at
        if (link, found) not in seen:
            seen.add((link, found))
            yield link, page.at(found)


def _next(address: str, at: int, text: str, body: str) -> tuple[int, bool]:
    """Return where an address stands, and whether it is the next one that makes a link; else it was given a name."""
    if not address:
        empty = EMPTY.search(text, at)
        return (empty.end(), True) if empty else (at, False)
    spelt = re.compile(r"\\?".join(["", *map(re.escape, address)]).replace(r"\ ", r"\s"))
    bare = BARE.match(address)
    for source in (text, body):
        for inline, start in ((True, at), (False, 0)):
            for found in spelt.finditer(source, start):
                before = max(0, found.start() - NEAR), found.start()
                named = NAMED.search(source, *before)
                if (not named and (bare or INLINE.search(source, *before))) if inline else named:
                    return found.start(), inline
    return at, False
