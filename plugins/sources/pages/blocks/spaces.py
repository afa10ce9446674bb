"""Spaces at the edges of lines: odd ones go, pasted tabs become tables, two keep labelled lines apart; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from .signs import in_code

# Spaces that are no spaces to Markdown.
ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ANY = re.compile(f"[{ODD}]|[^\t\n]\t")
FIRST = re.compile(rf"(?:[ \t{ODD}>]|(?:[-*+•·▪◦\u2013—]|#{{1,6}}|\d{{1,9}}[.)])(?=[ \t{ODD}]))+")
LAST = re.compile(rf"[ \t]*[{ODD}][ \t{ODD}]*$")
ODD_SPACE = re.compile(f"[{ODD}]")
ENTRY = re.compile(r"\s*(?:[^\w\s]{1,2}|\(?\w{1,3}[.)]|[oØü§])\t")  # the tab behind the sign of an entry
LABEL = re.compile(r"[^\t]*:\s*\t")
MOST_WORDS = 3
LABELLED = re.compile(
    rf"\s*[*_]{{0,3}}(?P<first>[^\W\d_])[^\s:]*(?: [^\s:]+){{0,{MOST_WORDS - 1}}}(?::[*_]{{0,3}}|[*_]{{1,3}}:) +\S"
)
BREAK = "  "  # at the end of a line, which Python-Markdown then breaks


def tidied(lines: list[str]) -> list[str]:
    """Return the lines with plain spaces at their edges; code is left as it is."""
    if not ANY.search("\n".join(lines)):
        return lines
    code = in_code(lines)
    plain = [line if number in code else _plain(line) for number, line in enumerate(lines)]
    return list(_with_tables(plain, code))


def _plain(line: str) -> str:
    """Return a line with plain spaces before its words, and no odd ones behind them."""
    line = LAST.sub("", line)
    return FIRST.sub(lambda found: ODD_SPACE.sub(" ", found[0]), line, count=1)


def _with_tables(lines: Sequence[str], code: frozenset[int]) -> Iterator[str]:
    """Yield the lines; several below each other with as many tabs, as spreadsheets paste them, as a table."""
    for tabs, group in groupby(enumerate(lines), lambda one: 0 if one[0] in code else _tabs(one[1])):
        some = [line for _, line in group]
        labels = tabs == 1 and all(map(LABEL.match, some))
        if not tabs or len(some) == 1 or labels or all(line.startswith("\t") for line in some):
            yield from some
            continue
        first, *others = map(_row, some)
        yield from ["", first, f"|{' --- |' * (tabs + 1)}", *others, ""]


def _row(line: str) -> str:
    return f"| {' | '.join(cell.strip().replace('|', chr(92) + '|') for cell in line.split(chr(9)))} |"


def _tabs(line: str) -> int:
    """Return between how many cells of a row tabs stand."""
    tabs = line.count("\t")
    return 0 if line.startswith((" ", ">", "|")) or ENTRY.match(line) or not line.strip("\t") else tabs


def with_line_breaks(text: str) -> str:
    """Return a paragraph in which two such lines and more, one below the other, stay lines."""
    if "\n" not in text or ":" not in text:
        return text
    lines = text.split("\n")
    matches = map(LABELLED.match, lines)
    labelled = [found is not None and found["first"].isupper() for found in matches]
    pairs = [one and other for one, other in pairwise(labelled)]
    ends = [
        number
        for number in range(len(lines) - 1)
        if pairs[number] or (number + 1 < len(pairs) and pairs[number + 1]) or _ends_labels(number, pairs, lines)
    ]
    return "\n".join(f"{line.rstrip()}{BREAK}" if number in ends else line for number, line in enumerate(lines))


def _ends_labels(number: int, pairs: list[bool], lines: list[str]) -> bool:
    """Tell whether the last of such lines ends here: one that begins small goes on with it."""
    return number > 0 and pairs[number - 1] and not lines[number + 1].lstrip()[:1].islower()
