"""Pairs of brackets: which belong together, what stands between them, and how they are written right."""

from __future__ import annotations

import re

from ..problems import quoted

BRACKET = re.compile(r"[\[\]()]")


def partners(text: str, start: int, end: int) -> dict[int, int]:
    """Return for each bracket of a piece the place of the one that closes or opens it; none for one that is alone."""
    found: dict[int, int] = {}
    waiting: dict[str, list[int]] = {"]": [], ")": []}
    for bracket in BRACKET.finditer(text, start, end):
        at, sign = bracket.start(), bracket[0]
        if sign in "[(":
            waiting["]" if sign == "[" else ")"].append(at)
        elif waiting[sign]:
            opening = waiting[sign].pop()
            found[opening], found[at] = at, opening
    return found


def address_span(body: str, start: int, end: int) -> tuple[int, int]:
    """Return where in `(address "title")` the address begins and ends."""
    text = body[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    title = text.rfind(text[-1], 0, -1) if text.endswith(('"', "'")) else -1
    if title > 0 and text[title - 1].isspace():
        text = text[:title].rstrip()
    pointed = text.startswith("<") and text.find(">") == len(text) - 1
    return start + pointed, start + len(text) - pointed


def name_of(words: str) -> str:
    """Return words as Markdown compares them when it looks up an address by its name."""
    return " ".join(words.split()).casefold()


def written(words: str, address: str) -> str:
    """Return how a link is written, to show it in a report."""
    return quoted(f"[{' '.join(words.split())}]({address.strip()})")[1:-1]


def escaped(words: str) -> str:
    """Return how words in brackets are written that are no link, to show it in a report."""
    return quoted(rf"\[{' '.join(words.split())}\]")[1:-1]
