"""The text of a page as Markdown reads it: code and escaped signs blanked out, so that what is left means something.

Blanking goes character for character: a place in the prose is the same place in the body of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .pieces import blocks, pieces

# Stands for whatever Markdown does not look into; no page can hold it (text.py).
BLANK = "\0"
PAGES_AT_HAND = 1000  # whose prose is remembered, since several checks read it
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
FENCE = re.compile(r"(?P<fence>`{3,}|~{3,}) *\.?[\w#.+-]* *$")
BACKTICKS = re.compile(r"`+")
OPENING = re.compile(r"(?<!\\)(?:\\\\)*(?P<run>`+)")


@dataclass(frozen=True, slots=True)
class Prose:
    """A body without its code; `open_fence` is the line, from 0, of a code fence that nothing closes."""

    text: str
    open_fence: int | None

    @property
    def lines(self) -> list[str]:
        """Return the text line by line."""
        return self.text.split("\n")


@lru_cache(maxsize=PAGES_AT_HAND)
def prose(body: str) -> Prose:
    """Return the body with code and escaped signs blanked out; a fence that nothing closes takes all that follows."""
    text, open_fence = _without_fences(body) if "`" in body or "~" in body else (body, None)
    if "`" in text:
        text = without(text, (span for block in blocks(text) for span in _code(*block)))
    if "\\" in text:
        text = without(text, (sign.span() for sign in ESCAPED.finditer(text)))
    return Prose(text, open_fence)


def _without_fences(body: str) -> tuple[str, int | None]:
    """Return the body with the code between fences blanked out, and the line of a fence that nothing closes."""
    fence, opened = "", 0
    lines: list[str] = []
    for number, line in enumerate(body.split("\n")):
        opening = FENCE.match(line)
        if fence:
            fence = "" if line.rstrip(" ") == fence else fence
        elif opening:
            fence, opened = opening["fence"], number
        else:
            lines.append(line)
            continue
        lines.append(" " * len(line))
    return "\n".join(lines), opened if fence else None


def _code(offset: int, block: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a block that are code between backticks, by their places in the whole text."""
    for start, end in pieces(block) if "`" in block else ():
        for opening, closing in _spans(block, start, end):
            yield offset + opening, offset + closing


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a piece that are code between backticks."""
    closings = _closings([run.span() for run in BACKTICKS.finditer(text, start, end)])
    while found := OPENING.search(text, start, end):
        start = closings.get(found.start("run"), 0)
        if start:
            yield found.start("run"), start
        else:  # nothing closes it: Python-Markdown goes on as many signs later
            start = found.end() + len(found["run"])


def _closings(runs: list[tuple[int, int]]) -> dict[int, int]:
    """Return for each backtick that can open code where that code ends.

    It ends with the next run as long, or else, when all later ones are shorter, with the first of the longest of them.
    A run can open from any of its signs, since those before may stand behind a backslash.
    """
    found: dict[int, int] = {}
    after: dict[int, int] = {}  # by length, where the next run ends
    longest = 0
    for start, end in reversed(runs):
        for opening in range(start, end):
            partner = end - opening if end - opening in after else longest
            if 0 < partner <= end - opening:
                found[opening] = after[partner]
        after[end - start] = end
        longest = max(longest, end - start)
    return found


def blanked(text: str) -> str:
    """Return as much nothing as the text is long, on as many lines."""
    return re.sub(r"[^\n]", BLANK, text)


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with these stretches blanked out."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end > done:
            parts += [text[done : max(start, done)], blanked(text[max(start, done) : end])]
            done = end
    return "".join([*parts, text[done:]])
