"""Words of a page that are not in what it is rendered as: every word must reach the visitors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sources.problems import quoted

from .code import without
from .rendered import Looked

WORD = re.compile(r"[^\W_]+")
# What is typed, but not to be read: directives, what begins an entry, a table of contents, signs by their names.
UNREAD = re.compile(
    r"^:::.*$|^\[TOC\]$|^(?:[ \t>]|[*+-][ \t]|\d+\.[ \t])+|&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z\d]+);",
    re.MULTILINE,
)
DEFINITION = re.compile(
    r"^(?P<before>(?:[ >]|[*+-] |\d+\. )*)\[(?P<name>[^\[\]]*)\]:[ ]*(?:\n[ ]*)?\S+"
    r"(?:[ ]*(?:\n[ ]*)?(?:\".*\"|'.*'|\(.*\))[ ]*$)?",
    re.MULTILINE,
)
NAME = re.compile(r"\]\s?\[(?P<name>[^\]]*)\]")
SIGNS = {number: " " for number in range(128) if not chr(number).isalnum()}
GAPLESS = re.compile(r"[^\W_]+(?:\s[^\W_]+)*")
MARKS = re.compile(r"[*_]")

Slip = tuple[int, str]  # where in the page, and what staff read


def unused_slips(looked: Looked) -> Iterator[Slip]:
    """Yield the addresses that no link names: Markdown takes them out, and often they were meant as text."""
    for found in DEFINITION.finditer(looked.body) if looked.unused else ():
        name = found["name"]
        if name.strip().lower() in looked.unused:
            typed = quoted(" ".join(found[0][len(found["before"]) :].split()))
            message = f"{typed} is an address for links named {quoted(name)}, and there is none: it is not shown."
            yield found.start("name") - 1, f"{message} Take it out; if it is text, write \\[{name}\\]."


def lost_slips(looked: Looked) -> Iterator[Slip]:
    """Yield the first words that are not on the page."""
    if _words(looked.body) == _words(looked.whole):
        return
    there = WORD.findall(looked.whole)
    typed = list(WORD.finditer(_read(looked)))
    lost = Counter(word[0] for word in typed) - Counter(there)
    if not lost:
        return
    same = next((at for at, (word, shown) in enumerate(zip(typed, there, strict=False)) if word[0] != shown), 0)
    first = next(at for at in (*range(same, len(typed)), *range(same)) if typed[at][0] in lost)
    words = GAPLESS.match(looked.body, typed[first].start())
    shown = " ".join(word for word in WORD.findall(words[0]) if word in lost) if words else ""
    advice = " Write \\ before each * and _ there." if MARKS.search(looked.body) else ""
    yield typed[first].start(), f"{quoted(shown)} does not reach the page.{advice}"


def _words(text: str) -> list[str]:
    """Return the words of a text, quickly, with the signs on them that ASCII does not have."""
    return text.translate(SIGNS).split()


def _read(looked: Looked) -> str:
    """Return a body without what is not to be read, each word at its place."""
    body = UNREAD.sub(lambda found: " " * len(found[0]), looked.body)
    if not looked.named:
        return body
    definitions = (found.span("name") for found in DEFINITION.finditer(looked.body) if _name(found) in looked.named)
    names = (found.span("name") for found in NAME.finditer(looked.body) if _name(found) in looked.named)
    return without(body, (*definitions, *names))


def _name(found: re.Match[str]) -> str:
    """Return a name as Python-Markdown looks it up."""
    return re.sub(r"\s+", " ", found["name"].strip().lower())
