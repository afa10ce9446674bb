"""What a rule finds, and the way back from the output to the line of the source that caused it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sources.pages import PageSource
from sources.problems import Place, Problem

from .site import BuiltSite

DATA = ("data/membership.yaml", "data/site.yaml", "data/help-lines.yaml")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in an output file that must not be published; `clue` is text to look for in the sources."""

    file: str
    message: str
    clue: str = ""


def problems_of(findings: Iterable[Finding], site: BuiltSite, content: Path) -> Iterator[Problem]:
    """Yield each finding once, at the source line that holds its clue, or else at its page, or else at the output."""
    pages = {page.save_as: page for page in site.sources.pages}
    seen: set[tuple[str, str]] = set()
    for finding in findings:
        page = pages.get(finding.file)
        place = _place(finding, page, content)
        if (str(place), finding.message) not in seen:
            seen.add((str(place), finding.message))
            yield Problem(place, finding.message)


def _place(finding: Finding, page: PageSource | None, content: Path) -> Place:
    if finding.clue:
        if page and (place := _find(finding.clue, page.body, page.file, page.body_line)):
            return place
        for name in (*((page.file.partition("/")[2],) if page else ()), *DATA):
            text = (content / name).read_text(encoding="utf-8-sig", errors="replace")
            if place := _find(finding.clue, text, f"{content.name}/{name}", 1):
                return place
    return Place(page.file, page.body_line) if page else Place(finding.file, 0)


def _find(clue: str, text: str, file: str, first_line: int) -> Place | None:
    start = text.find(clue)
    if start < 0:
        return None
    return Place(file, first_line + text.count("\n", 0, start), start - (text.rfind("\n", 0, start) + 1) + 1)
