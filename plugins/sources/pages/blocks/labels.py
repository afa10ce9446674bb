"""Keeps lines apart that each say what they are about, such as "When: Tuesday" above "Where: Online"; pure."""

from __future__ import annotations

import re
from itertools import pairwise

MOST_WORDS = 3
LABEL = re.compile(
    rf"\s*[*_]{{0,3}}(?P<first>[^\W\d_])[^\s:]*(?: [^\s:]+){{0,{MOST_WORDS - 1}}}(?::[*_]{{0,3}}|[*_]{{1,3}}:) +\S"
)
BREAK = "  "  # at the end of a line, which Python-Markdown then breaks


def with_line_breaks(text: str) -> str:
    """Return a paragraph in which two such lines and more, one below the other, stay lines."""
    if "\n" not in text or ":" not in text:
        return text
    lines = text.split("\n")
    matches = map(LABEL.match, lines)
    labelled = [found is not None and found["first"].isupper() for found in matches]
    pairs = [one and other for one, other in pairwise(labelled)]
    ends = [
        number
        for number in range(len(lines) - 1)
        if pairs[number] or (number + 1 < len(pairs) and pairs[number + 1]) or _ends(number, pairs, lines)
    ]
    return "\n".join(f"{line.rstrip()}{BREAK}" if number in ends else line for number, line in enumerate(lines))


def _ends(number: int, pairs: list[bool], lines: list[str]) -> bool:
    """Tell whether the last of such lines ends here: one that begins small goes on with it."""
    return number > 0 and pairs[number - 1] and not lines[number + 1].lstrip()[:1].islower()
