"""Links as they stand in Markdown: found with their place, so that a wrong one is told where it was written."""

from __future__ import annotations

from collections.abc import Iterator

from ..pages import PageSource
from ..problems import Place, Problem
from .addresses import complaint
from .brackets import brackets
from .targets import Targets, resolved

GUIDE = "Changing a sentence"


def link_problems(page: PageSource, targets: Targets) -> Iterator[Problem]:
    """Yield a problem for every link of a page that leads nowhere."""
    for link in brackets(page.body).links:
        if message := complaint(link.address, page, targets, picture=link.picture):
            yield Problem(page.at(link.start), message, GUIDE)


def addresses(page: PageSource, targets: Targets, prefix: str) -> Iterator[tuple[str, Place]]:
    """Yield each address of a page as it stands in the output, on a site below `prefix`, and where it was typed."""
    for link in brackets(page.body).links:
        yield resolved(link.address, page, targets, prefix), page.at(link.start)
