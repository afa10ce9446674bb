"""Finds what is left over in the text of a page as it is rendered: signs within lines, blocks of two meanings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sources.problems import count, quoted

from .blocks.signs import MARKER, QUOTE
from .blocks.tables import cells, is_ruler, table_at
from .brackets import bracket_mistakes
from .inline.tags import TAG, tag_mistakes
from .masking import mask, without
from .places import Mistake, PlaceFinder, heading_places
from .rendered import BLOCKS, CODE, CONTROL, ENTRY, LINK, PARAGRAPH, Converted

# Without one of these no rule on signs within a line finds anything.
SIGNS = ("[", "]", "<", "{", "**")
BLOCK = re.compile(f"[{BLOCKS}][^{BLOCKS}]*")
CODES = re.compile(f"{CODE}[^{BLOCKS}]*")
BOLD = re.compile(r"\*(?<!\*\*)\*{1,2}(?!\*)")
# What other programs make something of.
UNKNOWN = re.compile(rf"\{{[{{%:#.][^{{}}\n]{{0,80}}\}}{{1,2}}|\{{[^{{}}\n]{{1,80}}\}}\((?={LINK})")

LONELY = '"**" without a partner. Bold text stands close between two: **so**. For the signs themselves write \\*\\*.'
ENTRIES = re.compile(f"{ENTRY}[^{BLOCKS}\n]*\n[^{BLOCKS}]*")
HASHTAG = re.compile(rf"[{PARAGRAPH}{ENTRY}\n] *#(?P<words>[^\W\d][^#\n{BLOCKS}]*)(?=[\n{BLOCKS}]|$)")
WRAPPED = 60  # signs in a line that an editor or a mail program may have broken

WORDLESS = "a heading without words. Write them behind it, or take it out."
LAZY = "this line would join the entry above it. Put a blank line before it, or two spaces if it belongs there."
INDENTED = "lines further right than others. If they are text, begin them at the left edge; code stands between ```."
NO_HEADING = "{} is shown as it is. If it is a heading, write {}; if the sign itself is meant, {}."
NO_TABLE = 'bars alone make no table. It has the names of its columns, below them "| --- | --- |", then its rows.'
UNEVEN = "this line has {}, the first line of the table has {}."


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


def block_mistakes(page: Converted, find: PlaceFinder) -> Iterator[Mistake]:
    """Yield what is wrong with the blocks of a page."""
    text = page.text
    if any(not heading.words for heading in page.rendered.headings):
        yield from ((at, WORDLESS) for heading, at in heading_places(page, find) if not heading.words)
    for found in CODES.finditer(text) if CODE in text else ():
        yield find.place(found.start() + 1), INDENTED
    for entry in ENTRIES.finditer(text):
        yield from ((find.place(entry.start() + at), LAZY) for at in _lazy(entry[0]))
    for found in HASHTAG.finditer(text) if "#" in text else ():
        words = found["words"].rstrip()
        message = NO_HEADING.format(quoted(f"#{words}"), quoted(f"# {words}"), quoted(f"\\#{words}"))
        yield find.place(found.start("words") - 1), message
    if "|" in find.source:
        yield from _of_tables(find.source)


def _lazy(entry: str) -> Iterator[int]:
    """Yield where a line begins that may as well be meant below the list: with a capital, below a short one."""
    at = 0
    for line, below in pairwise(entry.split("\n")):
        at += len(line) + 1
        if below[:1].isupper() and len(line) < WRAPPED:
            yield at
            return


def _of_tables(source: str) -> Iterator[Mistake]:
    """Yield the rows of tables that have more cells than the table has columns, and rows of no table, once a block."""
    typed = source.split("\n")
    lines = [_bare(line) for line in typed]
    at, columns, told = 0, 0, False
    for number, line in enumerate(lines):
        if "|" not in line:
            columns, told = 0, False
        elif not columns and table_at(lines, number):
            columns = len(cells(line))
        elif message := None if told else _complaint(line, columns):
            yield at + len(typed[number]) - len(line), message
            told = True
        at += len(typed[number]) + 1


def _complaint(row: str, columns: int) -> str | None:
    """Return what is wrong with a line that holds bars, in or outside of a table with so many columns."""
    if not columns:
        return NO_TABLE if row.startswith("|") or is_ruler(row) else None
    too_many = not is_ruler(row) and any(cell.strip() for cell in cells(row)[columns:])
    return UNEVEN.format(count(len(cells(row)), "cell"), columns) if too_many else None


def _bare(line: str) -> str:
    """Return a line without the signs of a quotation or an entry, and without spaces, at its left edge."""
    quote = QUOTE.match(line)
    rest = (line[quote.end() :] if quote else line).lstrip()
    entry = MARKER.match(rest)
    return entry["text"] or "" if entry else rest
