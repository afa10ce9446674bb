"""Finds `::: name arguments` in the text of a page; pure, so that checking and building see the same directives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sources.pages.masking import masked
from sources.pages.page import PageSource

# What a directive begins with, and what people type for it: two colons, or colons with spaces around them.
OPENING = re.compile(r"\s*:[ \t]?:")
COLONS = ":::"
TYPED = re.compile(r":[ \t]?:")  # in all of these
DIRECTIVE = re.compile(r"::: +(?P<words>[^\s:].*)")


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive as typed; `line` counts from 0 within the body.

    What was meant as one, and is none, is malformed: its name is the whole line, and `column` where its colons begin.
    """

    line: int
    name: str
    arguments: tuple[str, ...]
    malformed: bool = False
    column: int = 1


def directives(body: str) -> Iterator[Directive]:
    """Yield every directive of a Markdown body in order; code between fences or backticks holds none."""
    if not TYPED.search(body):
        return
    typed = body.split("\n")
    for number, line in enumerate(masked(body).split("\n")):
        if OPENING.match(line) or COLONS in line:
            yield _directive(number, typed[number])


def page_with(name: str, pages: Iterable[PageSource]) -> PageSource | None:
    """Return the first page with a directive of that name and no argument; None where no page has one."""
    for page in pages:
        if any(one.name == name and not one.arguments for one in directives(page.body)):
            return page
    return None


def _directive(number: int, line: str) -> Directive:
    found = DIRECTIVE.fullmatch(line.rstrip())
    if not found:
        return Directive(number, line.strip(), (), malformed=True, column=line.find(":") + 1)
    name, *arguments = found["words"].split()
    return Directive(number, name, tuple(arguments))
