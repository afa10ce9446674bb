"""Finds what is left over in the text of a page as it is rendered: signs, and lines meant to begin or end a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.problems import quoted

from .brackets import bracket_mistakes
from .inline.harmless import TAG, tag_mistakes
from .masking import mask, without
from .places import Mistake, PlaceFinder
from .rendered import BLOCKS, CODE, CONTROL, ENTRY, LINK, PARAGRAPH

# Without one of these no rule on signs within a line finds anything.
SIGNS = ("[", "]", "<", "{", "**")
BLOCK = re.compile(f"[{BLOCKS}][^{BLOCKS}]*")
CODES = re.compile(f"{CODE}[^{BLOCKS}]*")
BOLD = re.compile(r"\*(?<!\*\*)\*{1,2}(?!\*)")
# What other programs make something of.
UNKNOWN = re.compile(rf"\{{[{{%:#.][^{{}}\n]{{0,80}}\}}{{1,2}}|\{{[^{{}}\n]{{1,80}}\}}\((?={LINK})")
TAB = 4  # Python-Markdown asks for four spaces wherever it asks for any
LINES = re.compile(f"(?P<kind>[{PARAGRAPH}{ENTRY}{CODE}])(?P<lines>[^{BLOCKS}]*)")
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

LONELY = '"**" without a partner. Bold text stands close between two: **so**. For the signs themselves write \\*\\*.'
GLUED = "a list needs a blank line before it."
MIXED = "this entry begins with another sign than the one above it. Use one sign, or a blank line between two lists."
SHALLOW = "what belongs to the entry above begins with four spaces, found {}."
LAZY = "this line would join the entry above it. Put a blank line before it, or two spaces if it belongs there."
INDENTED = "four spaces or a tab before a paragraph show it as code. Begin it at the left edge."


def sign_mistakes(text: str, find: PlaceFinder) -> Iterator[Mistake]:
    """Yield the signs within the lines of a text that nothing was made of."""
    if CODE in text:
        text = without(CODES, text)
    if "[" in text or "]" in text:
        brackets = [one for block in BLOCK.finditer(text) for one in bracket_mistakes(text, *block.span(), find)]
        yield from ((start, message) for start, _, message in brackets)
        text = mask(text, ((start, end) for start, end, _ in brackets))
    if "<" in text:
        yield from tag_mistakes(text)
        text = without(TAG, text)
    yield from _bold(text)
    for found in UNKNOWN.finditer(text):
        yield found.start(), f"{quoted(CONTROL.sub('', found[0]))} is shown as it is. Take the signs out."


def _bold(text: str) -> Iterator[Mistake]:
    """Yield the first two stars of each block that has some."""
    for block in BLOCK.finditer(text) if "**" in text else ():
        if stars := BOLD.search(text, *block.span()):
            yield stars.start(), LONELY


def list_mistakes(text: str) -> Iterator[Mistake]:
    """Yield what is wrong with the lists in a text, once a block."""
    for block in LINES.finditer(text) if CODE in text or SECOND.search(text) or SIGN.search(text) else ():
        if block["kind"] == CODE:
            if not block["lines"].lstrip().startswith("::"):  # that is told as a directive
                yield block.start("lines"), INDENTED
        elif mistake := _of_lines(block["lines"], entry=block["kind"] == ENTRY):
            yield block.start("lines") + mistake[0], mistake[1]


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


def shallow_lines(source: str) -> Iterator[Mistake]:
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
