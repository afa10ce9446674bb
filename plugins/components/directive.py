"""Finds `::: name arguments` in the text of a page; pure, so that checking and building see the same directives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENING = re.compile(r" {0,3}:{3,}")
DIRECTIVE = re.compile(r"::: +(?P<words>[^\s:].*)")
HEADING = re.compile(r"(?P<marks>#{1,6})[^#]")
FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive as typed; `line` counts from 0 within the body, `under` is the level of the heading above it."""

    line: int
    name: str
    arguments: tuple[str, ...]
    under: int = 1
    malformed: bool = False


def directives(body: str) -> Iterator[Directive]:
    """Yield every directive of a Markdown body in order; code, indented or fenced, holds none."""
    fence, level = "", 1  # the page's title is its first heading
    for number, line in enumerate(body.split("\n")):
        marks = FENCE.match(line)
        if fence:
            if marks and marks["fence"].startswith(fence) and not marks["info"].strip():
                fence = ""
        elif marks:
            fence = marks["fence"]
        elif heading := HEADING.match(line):
            level = len(heading["marks"])
        elif OPENING.match(line):
            yield _directive(number, line, level)


def _directive(number: int, line: str, under: int) -> Directive:
    found = DIRECTIVE.fullmatch(line.rstrip())
    if not found:
        return Directive(number, line.strip(), (), under, malformed=True)
    name, *arguments = found["words"].split()
    return Directive(number, name, tuple(arguments), under)
