"""The questions that wait for the coalition: the numbered list in `content/CORRECTIONS.md`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sources.problems import Place

FILE = "CORRECTIONS.md"
HEADING = "## Open questions"
# Its number, and its words up to the end of what is bold, or else all of them.
QUESTION = re.compile(r"(?P<number>\d+)\. +(?:\*\*(?P<bold>.+?)\*\*|(?P<plain>.+))")


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that only the coalition can answer."""

    number: int
    text: str
    place: Place


def open_questions(content: Path) -> tuple[OpenQuestion, ...]:
    """Return the questions, in order; none where there is no such list."""
    path = content / FILE
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.is_file() else []
    start = lines.index(HEADING) + 1 if HEADING in lines else len(lines)
    found: list[OpenQuestion] = []
    for number, line in enumerate(lines[start:], start=start + 1):
        if line.startswith("## "):
            break
        if question := QUESTION.match(line):
            text = question["bold"] or question["plain"]
            found.append(OpenQuestion(int(question["number"]), text, Place(f"{content.name}/{FILE}", number)))
    return tuple(found)
