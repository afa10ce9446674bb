"""Headings as they stand in Markdown: one title a page, and no level left out below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..pages import PageSource
from ..problems import Place, Problem, quoted
from .code import RULE, prose

GUIDE = "Changing a sentence"
MARKS = re.compile(r"\n(?P<marks>#{1,6})")  # Python-Markdown asks for no space behind them
UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
# What ends a block, so that the next line begins another: a blank line, a heading, a directive.
EDGE = re.compile(r"\s*$|#|:::")
INDENTED = re.compile(r" {1,3}#{1,6} ")
# One of the two, as a line of a text.
ACCIDENT = re.compile(r"\n(?: {1,3}#|(?:=+|-+)[ \t]*$)", re.MULTILINE)
MOVED = "a heading begins at the left edge. Take the spaces before it away."
UNDERLINED = "this line makes a heading of the one above it. Leave a blank line between them, or use ##."


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a body: its line from 0, its level and words; `spaced` unless its marks touch the words."""

    line: int
    level: int
    words: str
    spaced: bool = True


def headings(body: str) -> Iterator[Heading]:
    """Yield the headings of a body, in order."""
    text, line, before = f"\n{prose(body).text}", -1, 0
    for marks in MARKS.finditer(text):
        line, before = line + text.count("\n", before, marks.end()), marks.end()
        end = text.find("\n", before)
        words = body[before - 1 : end - 1 if end > 0 else None]
        yield Heading(line, len(marks["marks"]), words.rstrip("# ").strip(), words.startswith(" "))


def heading_problems(page: PageSource) -> Iterator[Problem]:
    """Yield a problem for every second title, left-out level, empty heading, and heading made by accident."""
    before = 1
    for heading in headings(page.body):
        if message := _complaint(heading, before):
            yield Problem(Place(page.file, page.body_line + heading.line), message, GUIDE)
        before = max(heading.level, 2)
    yield from _accidents(page)


def _accidents(page: PageSource) -> Iterator[Problem]:
    """Yield a problem for every line that makes a heading by accident, or none."""
    text = prose(page.body)
    if not ACCIDENT.search(f"\n{text.text}"):
        return
    lines = ["", "", *text.lines]
    for number, (before_it, above, line) in enumerate(zip(lines, lines[1:], lines[2:], strict=False)):
        if INDENTED.match(line):
            yield Problem(Place(page.file, page.body_line + number, line.index("#") + 1), MOVED, GUIDE)
        begins = not EDGE.match(above) and (line.startswith("=") or EDGE.match(before_it) or RULE.match(before_it))
        if begins and UNDERLINE.match(line):
            yield Problem(Place(page.file, page.body_line + number), UNDERLINED, GUIDE)


def _complaint(heading: Heading, before: int) -> str | None:
    if not heading.words:
        return "a heading without words. Write them behind it, or take it out."
    if heading.words.endswith("\\"):
        return "a backslash at the end of a heading. Take it out."
    if heading.level == 1:
        sign = "" if heading.spaced else " If the sign itself is meant, write \\#."
        return f"a second title: {quoted(heading.words)}. Use ##.{sign}"
    if heading.level > before + 1:
        marks = "#" * (before + 1)
        return f"the heading {quoted(heading.words)} is two levels below the one before it. Use {marks}."
    return None
