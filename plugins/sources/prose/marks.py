"""What Markdown would show as the text it is, though it was meant as something else."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator

from ..pages import PageSource
from ..problems import Problem, quoted
from ..text import FORBIDDEN, unseen
from .brackets import brackets
from .code import RULE, Prose, prose
from .lists import list_slips
from .pieces import blocks, pieces
from .tables import table_slips

GUIDE = "Changing a sentence"
# A search goes from sign to sign where a pattern begins with one; so what looks back stands behind the sign.
TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>|!--)")
BOLD = re.compile(r"\*(?<!\*\*)\*{1,2}(?!\*)")
BACKTICK = re.compile(r"`(?<=[A-Za-z]`)(?=[A-Za-z])")
ENTITY = re.compile(r"&(?:#0*(?P<number>\d{1,7})|#[xX]0*(?P<hex>[0-9a-fA-F]{1,6})|[A-Za-z0-9]{1,40});")
ADDRESS = re.compile(r"(?<![\w/@.])(?:https?://|www\.)[^\s<>\0]*[\w/]", re.IGNORECASE)
WWW = re.compile(r"\.(?<=[Ww]{3}\.)")  # in every address that has no ://
# What other programs make something of.
UNKNOWN = re.compile(r"\{[{%:#.][^{}\n]{0,80}\}{1,2}|~~[^~\s][^~\n]{0,80}~~")

OPEN_FENCE = "a code fence opens here and is never closed."
LONELY = '"**" without a partner. Bold text stands close between two: **so**. For the signs themselves write \\*\\*.'


def mark_problems(page: PageSource) -> Iterator[Problem]:
    """Yield a problem for everything that would be shown as text by mistake."""
    text, found = prose(page.body), brackets(page.body)
    slips = [*found.slips, *_fence(text), *_unseen(text.text), *_marks(found.rest), *_backticks(page.body, text.text)]
    slips += [*list_slips(text.text), *table_slips(text.text)]
    for at, message in sorted(slips):
        yield Problem(page.at(at), message, GUIDE)


def _fence(text: Prose) -> Iterator[tuple[int, str]]:
    if text.open_fence is not None:
        yield sum(len(line) + 1 for line in text.lines[: text.open_fence]), OPEN_FENCE


def _backticks(body: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield the backticks that were typed for apostrophes; in a fence, which is blank, they are code."""
    for found in BACKTICK.finditer(body):
        if text[found.start()] != " ":
            yield found.start(), "a backtick inside a word. Write an apostrophe: '."


def _unseen(text: str) -> Iterator[tuple[int, str]]:
    """Yield the characters that nobody can see and that stand there by number or name."""
    for entity in ENTITY.finditer(text):
        number = int(entity["number"] or "0") or int(entity["hex"] or "0", 16)
        meant = chr(number) if 0 < number <= sys.maxunicode else html.unescape(entity[0])
        if hidden := FORBIDDEN.search(meant):
            yield entity.start(), f"{unseen(hidden[0])} Delete it; it often comes with pasted text."


def _marks(text: str) -> Iterator[tuple[int, str]]:
    tags = list(TAG.finditer(text))
    if tags:
        more = f" and {len(tags) - 1} more" if len(tags) > 1 else ""
        message = f"HTML does not work here: {quoted(tags[0][0])}{more}. Take it out."
        yield tags[0].start(), message
    text = TAG.sub(lambda tag: " " * len(tag[0]), text)
    for found in ADDRESS.finditer(text) if "://" in text or WWW.search(text) else ():
        address = found[0] if found[0].casefold().startswith("http") else f"https://{found[0]}"
        message = f"an address alone makes no link. Write <{address}>, or better [words]({address})."
        yield found.start(), message
    for found in UNKNOWN.finditer(text) if "{" in text or "~" in text else ():
        yield found.start(), f"{quoted(found[0])} is shown as it is. Take the signs out."
    for offset, block in blocks(text):
        if "**" in block:
            ruleless = RULE.sub(lambda rule: " " * len(rule[0]), block)
            yield from ((offset + at, LONELY) for piece in pieces(ruleless) for at in _bold(ruleless, *piece))


def _bold(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the place of the first pair of stars in a piece that makes nothing bold."""
    waiting: list[int] = []
    for stars in BOLD.finditer(text, start, end):
        before, after = text[stars.start() - 1 : stars.start()], text[stars.end() : stars.end() + 1]
        if waiting and before.strip():
            waiting.pop()
        elif after.strip():
            waiting.append(stars.start())
        else:
            waiting.insert(0, stars.start())
            break
    if waiting:
        yield waiting[0]
