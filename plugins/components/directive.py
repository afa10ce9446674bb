"""Finds `::: name arguments` in the text of a page; pure, so that checking and building see the same directives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENING = re.compile(r" {0,3}:{3,}")
DIRECTIVE = re.compile(r"::: +(?P<words>[^\s:].*?)\s*")
FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive as it was typed; `line` counts from 0 within the body of the page."""

    line: int
    name: str
    arguments: tuple[str, ...]
    malformed: bool = False


def directives(body: str) -> Iterator[Directive]:
    """Yield every directive of a Markdown body in order; code, indented or fenced, holds none."""
    fence = ""
    for number, line in enumerate(body.split("\n")):
        marks = FENCE.match(line)
        if fence:
            if marks and marks["fence"].startswith(fence) and not marks["info"].strip():
                fence = ""
        elif marks:
            fence = marks["fence"]
        elif OPENING.match(line):
            yield _directive(number, line)


def _directive(number: int, line: str) -> Directive:
    found = DIRECTIVE.fullmatch(line)
    if not found:
        return Directive(number, line.strip(), (), malformed=True)
    name, *arguments = found["words"].split()
    return Directive(number, name, tuple(arguments))
