"""Lines that were meant to begin an entry of a list, or to end one, and text that was taken for code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.problems import quoted

from .signs import BLOCKS, CODE, ENTRY, PARAGRAPH

TAB = 4  # Python-Markdown asks for four spaces wherever it asks for any
BLOCK = re.compile(f"(?P<kind>[{PARAGRAPH}{ENTRY}{CODE}])(?P<lines>[^{BLOCKS}]*)")
TYPED = re.compile(r"(?:[*+-]|(?P<number>\d+)\.) +")
LONGEST_NUMBER = 2  # a line within a paragraph may well begin with a year
# Signs that begin no list here, and the one that does.
FOREIGN = (
    (re.compile(r"[•·▪◦●○∙‣\u2043■\uf0b7\uf0a7]|[\u2013\u2014o](?= {2})|[*+-]\u00a0|-[A-Za-z]"), "- "),
    (re.compile(r"(?:\d{1,2}|[a-z])\)(?=\s)|\d{1,2}\.[A-Za-z\u00a0]"), "1. "),
)
DASH = re.compile(r"[\u2013\u2014] ")  # one may begin a line, such as the name behind a quotation; two make a list
# Without one of these nothing is told: a line that begins with such a sign, a second line of an entry.
SIGN = re.compile(f"[{PARAGRAPH}{ENTRY}\n] *(?:[^A-Za-z|\\s\\x00-\\x1f]|[a-z]\\)|o {{2}})")
SECOND = re.compile(f"\n(?=[^{BLOCKS}\n ])")
INDENT = re.compile(r"\n {1,3}[^ ]")

GLUED = "a list needs a blank line before it."
MIXED = "this entry begins with another sign than the one above it. Use one sign, or a blank line between two lists."
SHALLOW = "what belongs to the entry above begins with four spaces, found {}."
LAZY = "this line would join the entry above it. Put a blank line before it, or two spaces if it belongs there."
INDENTED = "four spaces or a tab before a paragraph show it as code. Begin it at the left edge."

Mistake = tuple[int, str]


def list_slips(text: str) -> Iterator[Mistake]:
    """Yield what is wrong with the lists in a text, once a block."""
    for block in BLOCK.finditer(text) if CODE in text or SECOND.search(text) or SIGN.search(text) else ():
        if block["kind"] == CODE:
            if not block["lines"].lstrip().startswith("::"):  # that is told as a directive
                yield block.start("lines"), INDENTED
        elif slip := _of_lines(block["lines"], entry=block["kind"] == ENTRY):
            yield block.start("lines") + slip[0], slip[1]


def _of_lines(block: str, *, entry: bool) -> Mistake | None:
    at, dashed = 0, False
    for number, line in enumerate(block.split("\n")):
        words = line.lstrip(" ")
        if message := _of_line(line, words, entry=entry, first=not number):
            return at + len(line) - len(words), message
        dash = DASH.match(words)
        if dash and dashed:
            return at, f'a list entry starts with "- ", found {quoted(dash[0].strip())}.'
        dashed = bool(dash)
        at += len(line) + 1
    return None


def _of_line(line: str, words: str, *, entry: bool, first: bool) -> str | None:
    for foreign, sign in FOREIGN:
        if found := foreign.match(words):
            return f'a list entry starts with "{sign}", found {quoted(found[0])}.'
    if first or not words:
        return None
    typed = TYPED.match(words)
    if typed and len(typed["number"] or "") <= LONGEST_NUMBER:
        return MIXED if entry else GLUED
    return LAZY if entry and not line.startswith(" ") else None


def shallow_slips(source: str) -> Iterator[Mistake]:
    """Yield the lines of a page that stand one to three spaces further right than the list they were meant to go into.

    Of these spaces Python-Markdown leaves no trace.
    """
    at, indent, blank = 0, None, True
    for line in source.split("\n") if INDENT.search(f"\n{source}") else ():
        words = line.lstrip(" ")
        own = len(line) - len(words)
        typed = TYPED.match(words)
        if words and own < TAB and (blank or typed):
            if indent is not None and own > indent:
                yield at + own, SHALLOW.format(own)
            elif typed and (blank or indent is not None):
                indent = own
            elif blank:
                indent = None
        blank = not words
        at += len(line) + 1
