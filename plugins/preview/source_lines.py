"""Lines of the content as staff typed them, to show beside a problem."""

from __future__ import annotations

import os
from collections.abc import Iterable
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


def line_of(place: Place, folders: Iterable[Path]) -> SourceLine | None:
    """Return the line that a place is in; None for a place that is in no line of a file in one of the folders."""
    lines = lines_of(place.file, folders)
    if not lines or not 1 <= place.line <= len(lines):
        return None
    typed = lines[place.line - 1].text
    start = max(place.column - 1, 0)
    return SourceLine(place.line, typed[:start][-LONGEST_LINE:], typed[start:][:LONGEST_LINE])


def lines_of(name: str, folders: Iterable[Path]) -> list[SourceLine] | None:
    """Return the lines of a text file in one of the folders, by whose name its own begins; None for any other name."""
    room, _, rest = name.partition("/")
    folder = next((folder for folder in folders if folder.name == room), None)
    if folder is None or not os.path.isfile(folder / rest):  # which takes a name that no file can have, unlike Path
        return None
    path = (folder / rest).resolve()
    if not path.is_relative_to(folder.resolve()) or path.suffix not in (".md", ".yaml", ".html", ".css"):
        return None
    typed = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return [SourceLine(number, "", line) for number, line in enumerate(typed, start=1)]
