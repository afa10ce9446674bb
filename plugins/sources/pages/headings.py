"""Checks the headings of a page: one title, no level left out below it, and none by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.problems import quoted

from .places import Mistake, PlaceFinder, heading_places
from .rendered import BLOCKS, ENTRY, PARAGRAPH, Converted, Heading

LINE = re.compile(r"\n[ >]*(?:=+|-+)[ \t]*$", re.MULTILINE)
# A line of the text that was meant as a heading, or as the line under one.
MEANT = re.compile(
    f"(?:[{PARAGRAPH}{ENTRY}]|\n) *(?:(?P<marks>#{{1,6}}) [^\n{BLOCKS}]*|(?P<line>=+) *(?=[\n{BLOCKS}]|$))"
)

MOVED = "a heading begins at the left edge. Take the spaces before it away."
UNDERLINED = "this line makes a heading of the one above it. Leave a blank line between them, or use ##."
BACKSLASH = "a backslash at the end of a heading. Take it out."
NO_SPACE = " If the sign itself is meant, write \\#."
WORDLESS = "a heading without words. Write them behind it, or take it out."


def heading_mistakes(page: Converted, find: PlaceFinder) -> Iterator[Mistake]:
    """Yield what is wrong with the headings of a page, and with what was meant as one."""
    headings, text = page.rendered.headings, page.text
    before = (1, *(max(heading.level, 2) for heading in headings))
    wrong = [_complaint(heading, level) for heading, level in zip(headings, before, strict=False)]
    if any(wrong) or LINE.search(find.source):  # else none is made by a line below it
        for (heading, at), message in zip(heading_places(page, find), wrong, strict=True):
            if heading.words and not find.source.startswith("#", at):
                yield find.source.find("\n", at) + 1, UNDERLINED
            elif message:
                glued = heading.level == 1 and heading.words and not find.source.startswith("# ", at)
                yield at, f"{message}{NO_SPACE if glued else ''}"
    for meant in MEANT.finditer(text) if "#" in text or "\n=" in text else ():
        if meant["line"]:
            yield find.place(meant.start("line")), UNDERLINED
        else:
            yield find.place(meant.start("marks")), BACKSLASH if meant[0].endswith("\\") else MOVED


def _complaint(heading: Heading, before: int) -> str | None:
    """Return what is wrong with a heading that follows one of the level `before`."""
    if not heading.words:
        return WORDLESS
    if heading.level == 1:
        return f"a second title: {quoted(heading.words)}. Use ##."
    if heading.level > before + 1:
        return f"the heading {quoted(heading.words)} is two levels below the one before it. Use {'#' * (before + 1)}."
    return None
