"""Lists that Markdown would run together with the text around them, and text that it would take for code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import quoted
from .code import RULE
from .headings import EDGE
from .pieces import blocks

TAB = 4  # Python-Markdown asks for four spaces wherever it asks for any
ENTRY = re.compile(r"(?:[*+-]|(?P<number>\d+)\.) +")
LONGEST_NUMBER = 2  # a line within a paragraph may well begin with a year
# Signs that begin no list here, and the one that does.
FOREIGN = (
    (re.compile(r"[•·▪◦●○∙‣\u2043■\uf0b7\uf0a7]|[\u2013\u2014o](?= {2})|[*+-]\u00a0|-[A-Za-z]"), "- "),
    (re.compile(r"(?:\d{1,2}|[a-z])\)(?=\s)|\d{1,2}\.[A-Za-z\u00a0]"), "1. "),
)
DASH = re.compile(r"[\u2013\u2014] ")  # one may begin a line, such as the name behind a quotation; two make a list
# What begins a line that can be told, or after which another can: spaces, or a sign of those above. Most lines begin
# with a letter, the mark of a heading or a bar; the only letters named above stand before a bracket or two spaces.
SIGN = re.compile(r"\n(?:[^A-Za-z#|\n]|[a-z]\)|o {2})")

GLUED = "a list needs a blank line before it."
MIXED = "this entry begins with another sign than the one above it. Use one sign, or a blank line between two lists."
SHALLOW = "what belongs to the entry above begins with four spaces, found {}."
LAZY = "this line would join the entry above it. Put a blank line before it, or two spaces if it belongs there."
INDENTED = "four spaces or a tab before a paragraph show it as code. Begin it at the left edge."


def list_slips(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and message of every slip in the lists and indentation of the prose of a body, one a block."""
    reading = _Reading()
    for offset, block in blocks(text):
        if reading.waits or SIGN.search(f"\n{block}"):
            yield from _of_block(reading, offset, f"{block}\n")


def _of_block(reading: _Reading, offset: int, block: str) -> Iterator[tuple[int, str]]:
    """Yield the slips of the lines of a block, read after all that came before."""
    for line in block.split("\n"):
        if message := reading.next(line.expandtabs(TAB)):
            reading.block = "told"
            yield offset + len(line) - len(line.lstrip()), message
        offset += len(line) + 1


class _Reading:
    """Goes line by line: `block` is what the lines since the last blank one make, `numbered` the open list, if any."""

    def __init__(self) -> None:
        self.block = ""
        self.numbered: bool | None = None
        self.indent = 0
        self.dashed: re.Match[str] | None = None

    @property
    def waits(self) -> bool:
        """Tell whether even a block without any sign changes how the next one is read: it ends what is open."""
        return self.numbered is not None or self.dashed is not None

    def next(self, line: str) -> str | None:
        """Return what is wrong with the next line."""
        words = line.lstrip()
        indent = len(line) - len(words)
        if not words:
            self.block = ""
        elif words.startswith("::") or (indent < TAB and (EDGE.match(words) or RULE.match(words))):
            self.block, self.numbered = "", None
        elif self.block != "told":
            if indent >= TAB:
                return self.indented(words)
            entry = ENTRY.match(words)
            return self.entry(entry["number"], indent) if entry else self.text(words, indent)
        return None

    def indented(self, words: str) -> str | None:
        alone = not self.block and self.numbered is None
        self.block = self.block or ("list" if ENTRY.match(words) else "text")
        return INDENTED if alone else None

    def entry(self, number: str | None, indent: int) -> str | None:
        if self.block == "text":
            return GLUED if len(number or "") <= LONGEST_NUMBER else None
        numbered = number is not None
        if self.numbered is not None and indent > self.indent:
            return SHALLOW.format(indent)
        if self.block == "list" and numbered != self.numbered:
            return MIXED
        self.block, self.numbered, self.indent = "list", numbered, indent
        return None

    def text(self, words: str, indent: int) -> str | None:
        for foreign, sign in FOREIGN:
            if found := foreign.match(words):
                return f'a list entry starts with "{sign}", found {quoted(found[0])}.'
        dashed, self.dashed = self.dashed and self.block, DASH.match(words)
        if dashed and self.dashed:
            return f'a list entry starts with "- ", found {quoted(self.dashed[0].strip())}.'
        if self.block == "list" and not indent:
            return LAZY
        if not self.block:
            if indent > self.indent and self.numbered is not None:
                return SHALLOW.format(indent)
            self.block, self.numbered = "text", None
        return None
