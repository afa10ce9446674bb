"""Parts of a text replaced by others, at places counted in characters; everything between stays, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

CHARACTER = re.compile(r"\r\n|.", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """What stands from `start` to before `end` becomes `text`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return the text with the splices made.

    Their places, and the line ends in them, count as one character, as in `plain_lines(text)`; each new line ends as
    the lines of the text do. Splices must not overlap; of two at one place the one that only adds comes first.
    """
    starts = [found.start() for found in CHARACTER.finditer(text)] + [len(text)]
    line_end = "\r\n" if "\r\n" in text else "\n"
    for splice in sorted(splices, reverse=True):
        before, after = text[: starts[splice.start]], text[starts[splice.end] :]
        text = before + splice.text.replace("\n", line_end) + after
    return text


def plain_lines(text: str) -> str:
    """Return the text with line ends made one, as YAML and `spliced` count them."""
    return re.sub("\r\n?", "\n", text)


def end_of_line(text: str, place: int) -> int:
    """Return where the line of `place` ends, before its line end."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def end_of_line_before(text: str, place: int) -> int:
    """Return where the line before that of `place` ends, so that what is cut from there takes its line end along."""
    return max(text.rfind("\n", 0, place), 0)
