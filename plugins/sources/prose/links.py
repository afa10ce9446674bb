"""Links and pictures as they are rendered: those that lead nowhere, and where each was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.pages.page import PageSource
from sources.problems import Place, Problem, Section

from .addresses import complaint
from .code import prose
from .rendered import Link
from .targets import Targets, resolved

EMPTY = re.compile(r"\]\(\s*<?(?=>?\s*[)\"'])")
INLINE = re.compile(r"(?:\(\s*<?|<)$")
NAMED = re.compile(r"\]:\s*<?$")
NEAR = 20  # characters before an address, of which the last ones tell what it stands in


def link_problems(page: PageSource, targets: Targets) -> Iterator[Problem]:
    """Yield a problem for every link of a page that leads nowhere."""
    wrong = {link: complaint(link.address, page, targets, picture=link.picture) for link in page.rendered.links}
    for link, place in placed(page) if any(wrong.values()) else ():
        if message := wrong[link]:
            yield Problem(place, message, Section.SENTENCES)


def addresses(page: PageSource, targets: Targets, prefix: str) -> Iterator[tuple[str, Place]]:
    """Yield each address of a page as it stands in the output, on a site below `prefix`, and where it was typed."""
    for link, place in placed(page):
        yield resolved(link.address, page, targets, prefix), place


def placed(page: PageSource) -> Iterator[tuple[Link, Place]]:
    """Yield the links of a page, each once a place where its address was typed."""
    text, at = prose(page.body).text, 0
    seen: set[tuple[Link, int]] = set()
    for link in page.rendered.links:
        found = _next(link.typed, at, text, page.body)
        at = max(at, found + 1) if INLINE.search(text, max(0, found - NEAR), found) else at
        if (link, found) not in seen:
            seen.add((link, found))
            yield link, page.at(found)


def _next(address: str, at: int, text: str, body: str) -> int:
    """Return where an address stands: the next in brackets, or else wherever it has been given a name."""
    if not address:
        empty = EMPTY.search(text, at)
        return empty.end() if empty else at
    spelt = re.compile(r"\\?".join(["", *map(re.escape, address)]).replace(r"\ ", r"\s"))
    for source in (text, body):
        for kind, start in ((INLINE, at), (NAMED, 0)):
            for found in spelt.finditer(source, start):
                if kind.search(source, max(0, found.start() - NEAR), found.start()):
                    return found.start()
    return at
