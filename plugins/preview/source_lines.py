"""Lines of the content as staff typed them, to show beside a problem."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sources.problems import Place

LONGEST_LINE = 160


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a file: its number, and its text up to the place that is meant and from there on."""

    number: int
    before: str
    text: str


def line_of(place: Place, root: Path) -> SourceLine | None:
    """Return the line that a place is in; None for a place that is in no line of a file below `root`."""
    lines = lines_of(place.file, root)
    if not lines or not 1 <= place.line <= len(lines):
        return None
    typed = lines[place.line - 1].text
    start = max(place.column - 1, 0)
    return SourceLine(place.line, typed[:start][-LONGEST_LINE:], typed[start:][:LONGEST_LINE])


def lines_of(name: str, root: Path) -> list[SourceLine] | None:
    """Return the lines of a text file of the content or the theme; None for any other name."""
    if not os.path.isfile(root / name):  # which takes a name that no file can have, unlike Path
        return None
    path = (root / name).resolve()
    inside = any(path.is_relative_to((root / folder).resolve()) for folder in ("content", "theme"))
    if not inside or path.suffix not in (".md", ".yaml", ".html", ".css"):
        return None
    typed = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return [SourceLine(number, "", line) for number, line in enumerate(typed, start=1)]
