"""All that is wrong with the text of a page: what would be shown as it is by mistake, or not be shown."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from itertools import chain

from sources.pages.page import PageSource
from sources.problems import Problem, Section
from sources.text import FORBIDDEN, unseen

from .code import Prose, prose
from .finding import Finding
from .headings import heading_slips
from .leftovers import SIGNS, sign_slips
from .lists import list_slips, shallow_slips
from .lost import lost_slips, unused_slips
from .rendered import Looked
from .signs import LINK, LINK_END, PICTURE
from .tables import table_slips

BACKTICK = re.compile(r"`(?<=[A-Za-z]`)(?=[A-Za-z])")
ENTITY = re.compile(r"&(?:#0*(?P<number>\d{1,7})|#[xX]0*(?P<hex>[0-9a-fA-F]{1,6})|[A-Za-z0-9]{1,40});")
WORDLESS = re.compile(f"{LINK}\\s*{LINK_END}")

OPEN_FENCE = "a code fence opens here and is never closed."
NO_WORDS = "a link without words. Say where it leads: [words](address)."
NO_PICTURE_WORDS = "a picture without words. Say what it shows: ![Map of the counties](...)."

Mistake = tuple[int, str]  # where in the page, and what staff read


def mark_problems(page: PageSource, looked: Looked) -> Iterator[Problem]:
    """Yield a problem for everything in a page that does not become what it was meant as."""
    slips = [*_of_text(looked), *_of_source(looked.body), *unused_slips(looked)]
    if not slips:  # else what is lost is lost because of them
        slips += lost_slips(looked)
    for at, message in sorted(slips):
        yield Problem(page.at(at), message, Section.SENTENCES)


def _of_text(looked: Looked) -> Iterator[Mistake]:
    """Yield what can be read from the text that the page is rendered as."""
    find, text = Finding(looked.body, looked.whole), looked.text
    found = chain(list_slips(text), sign_slips(text, find) if any(map(text.__contains__, SIGNS)) else ())
    yield from ((find.place(at), message) for at, message in found)
    yield from heading_slips(looked, find)
    yield from ((find.after("[", empty.start()), NO_WORDS) for empty in WORDLESS.finditer(text))
    yield from ((find.after("![", empty.start()), NO_PICTURE_WORDS) for empty in re.finditer(PICTURE, text))


def _of_source(body: str) -> Iterator[Mistake]:
    """Yield what leaves no trace in the text."""
    text = prose(body)
    yield from chain(_fence(text), _unseen(text.text), _backticks(body, text.text))
    yield from chain(shallow_slips(text.text), table_slips(text.text))


def _fence(text: Prose) -> Iterator[Mistake]:
    if text.open_fence is not None:
        yield sum(len(line) + 1 for line in text.lines[: text.open_fence]), OPEN_FENCE


def _backticks(body: str, text: str) -> Iterator[Mistake]:
    """Yield the backticks that were typed for apostrophes; in a fence, which is blank, they are code."""
    for found in BACKTICK.finditer(body):
        if text[found.start()] != " ":
            yield found.start(), "a backtick inside a word. Write an apostrophe: '."


def _unseen(text: str) -> Iterator[Mistake]:
    """Yield the characters that nobody can see and that stand there by number or name."""
    for entity in ENTITY.finditer(text):
        number = int(entity["number"] or "0") or int(entity["hex"] or "0", 16)
        meant = chr(number) if 0 < number <= sys.maxunicode else html.unescape(entity[0])
        if hidden := FORBIDDEN.search(meant):
            yield entity.start(), f"{unseen(hidden[0])} Delete it; it often comes with pasted text."
