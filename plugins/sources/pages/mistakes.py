"""Finds all that is wrong with the text of a page: what is shown as it is by mistake, or not shown at all."""

from __future__ import annotations

import html
import re
import sys
from collections import Counter
from collections.abc import Iterator

from sources.problems import Problem, Section, quoted
from sources.text import FORBIDDEN, cleaned, unseen

from .inline.signs import ATTRIBUTES, SHORTCODE
from .inline.tags import HARMLESS
from .leftovers import SIGNS, block_mistakes, sign_mistakes
from .masking import mask, masked, note_spans, open_fence, without
from .page import PageSource
from .places import Mistake, PlaceFinder
from .rendered import LINK, LINK_END, PICTURE, Converted

BACKTICK = re.compile(r"`(?<=[A-Za-z]`)(?=[A-Za-z])")
ENTITY = re.compile(r"&(?:#0*(?P<number>\d{1,7})|#[xX]0*(?P<hex>[0-9a-fA-F]{1,6})|[A-Za-z0-9]{1,40});")
WORDLESS = re.compile(f"{LINK}\\s*{LINK_END}")
WORD = re.compile(r"[^\W_]+")
DEFINITION = re.compile(
    r"^(?P<before>(?:[ >]|[*+-] |\d+\. )*)\[(?P<name>[^\[\]]*)\]:[ ]*(?:\n[ ]*)?\S+"
    r"(?:[ ]*(?:\n[ ]*)?(?:\".*\"|'.*'|\(.*\))[ ]*$)?",
    re.MULTILINE,
)
ADDRESS_ALONE = re.compile(r"\S*\[[^\]]*\]: *<?https?://\S+ *")  # nobody misses it
NAME = re.compile(r"\]\s?\[(?P<name>[^\]]*)\]")
SIGN_TO_SPACE = {number: " " for number in range(128) if not chr(number).isalnum()}
GAPLESS = re.compile(r"[^\W_]+(?:\s[^\W_]+)*")

# What is typed, but not to be read.
TAG = re.compile(rf"</?(?:{'|'.join(sorted(HARMLESS))})\s*/?>", re.IGNORECASE)
SIGNS_BY_NAME = re.compile(f"{ATTRIBUTES}|{SHORTCODE}")
# Directives, fences of code, a table of contents, what begins an entry or a note (reading.py), signs by their names,
# names of footnotes and abbreviations.
UNREAD = re.compile(
    r"^:::.*$|^[ >]*(?:```|~~~).*$|^\[TOC\]$|^(?:!!!|\?\?\?\+?)[ ]*\w+|\[(?:![A-Za-z]+|[xX])\]"
    r"|^(?:[ \t>]|[*+-][ \t]|\(?\d+[.)]|\(?[a-zA-Z]{1,5}[.)]\s|[o\u00d8\u00fc](?:  |\t)|o[ ](?=[A-Z]))+"
    r"|&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z\d]+);|\[\^[^\]\n]*\]|^\*\[[^\]\n]*\]",
    re.MULTILINE,
)

OPEN_FENCE = "a code fence opens here and is never closed."
UNUSED_NOTE = "a note that no {0} in the text leads to. Write {0} where it belongs, or take the note out."
NO_WORDS = "a link without words. Say where it leads: [words](address)."
NO_PICTURE_WORDS = "a picture without words. Say what it shows: ![Map of the counties](...)."


def text_problems(page: PageSource, becomes: Converted) -> Iterator[Problem]:
    """Yield a problem for everything in a page that does not become what it was meant as."""
    mistakes = [*_in_text(becomes), *_in_source(becomes.body), *_unused_addresses(becomes)]
    if not mistakes:  # else what is lost is lost because of them
        mistakes += _lost_words(becomes)
    for at, message in sorted(mistakes):
        yield Problem(page.at(at), message, Section.SENTENCES)


def _in_text(page: Converted) -> Iterator[Mistake]:
    """Yield what can be read from the text that the page is rendered as."""
    find, text = PlaceFinder(page.body, page.whole), page.text
    found = sign_mistakes(text, find) if any(map(text.__contains__, SIGNS)) else ()
    yield from ((find.place(at), message) for at, message in found)
    yield from block_mistakes(page, find)
    yield from ((find.after("[", empty.start()), NO_WORDS) for empty in WORDLESS.finditer(text))
    yield from ((find.after("![", empty.start()), NO_PICTURE_WORDS) for empty in re.finditer(PICTURE, text))


def _in_source(body: str) -> Iterator[Mistake]:
    """Yield what leaves no trace in the text."""
    source, fence = masked(body), open_fence(body)
    if fence is not None:
        yield fence, OPEN_FENCE
    yield from _unseen(source)
    for found in BACKTICK.finditer(body):
        if source[found.start()] != " ":  # in a fence it is code
            yield found.start(), "a backtick inside a word. Write an apostrophe: '."


def _unseen(text: str) -> Iterator[Mistake]:
    """Yield the characters that nobody can see and that stand there by number or name."""
    for entity in ENTITY.finditer(text):
        number = int(entity["number"] or "0") or int(entity["hex"] or "0", 16)
        meant = chr(number) if 0 < number <= sys.maxunicode else html.unescape(entity[0])
        if hidden := FORBIDDEN.search(cleaned(meant)):
            yield entity.start(), f"{unseen(hidden[0])} Delete it; it often comes with pasted text."


def _unused_addresses(page: Converted) -> Iterator[Mistake]:
    """Yield the addresses that no link names: Markdown takes them out, and what is none was meant as text."""
    for found in DEFINITION.finditer(page.body) if page.unused else ():
        name = found["name"]
        if name.startswith("^") and name in page.unused:
            yield found.start("name") - 1, UNUSED_NOTE.format(f"[{name}]")
        elif name.strip().lower() in page.unused and not ADDRESS_ALONE.fullmatch(found[0]):
            typed = quoted(" ".join(found[0][len(found["before"]) :].split()))
            message = f"{typed} is an address for links named {quoted(name)}, and there is none: it is not shown."
            yield found.start("name") - 1, f"{message} Take it out; if it is text, write \\[{name}\\]."


def _lost_words(page: Converted) -> Iterator[Mistake]:
    """Yield the first words that are not on the page."""
    if _words(page.body) == _words(page.whole):
        return
    there = WORD.findall(page.whole)
    typed = list(WORD.finditer(_to_be_read(page)))
    lost = Counter(word[0] for word in typed) - Counter(there)
    if not lost:
        return
    same = next((at for at, (word, shown) in enumerate(zip(typed, there, strict=False)) if word[0] != shown), 0)
    first = next(at for at in (*range(same, len(typed)), *range(same)) if typed[at][0] in lost)
    words = GAPLESS.match(page.body, typed[first].start())
    shown = " ".join(word for word in WORD.findall(words[0]) if word in lost) if words else ""
    advice = " Write \\ before each * and _ there." if "*" in page.body or "_" in page.body else ""
    yield typed[first].start(), f"{quoted(shown)} does not reach the page.{advice}"


def _words(text: str) -> list[str]:
    """Return the words of a text, quickly, with the signs on them that ASCII does not have."""
    return text.translate(SIGN_TO_SPACE).split()


def _to_be_read(page: Converted) -> str:
    """Return a body without what is not to be read, each word at its place."""
    body = mask(without(UNREAD, page.body, " "), note_spans(page.body), " ")
    body = without(TAG, body, " ") if "<" in body else body
    body = without(SIGNS_BY_NAME, body, " ") if "{" in body or ":" in body else body
    if not (page.named or page.unused):
        return body
    definitions = (
        found.span("name" if _name(found) in page.named else 0)
        for found in DEFINITION.finditer(page.body)
        if _name(found) in page.named or (_name(found) in page.unused and ADDRESS_ALONE.fullmatch(found[0]))
    )
    names = (found.span("name") for found in NAME.finditer(page.body) if _name(found) in page.named)
    return mask(body, (*definitions, *names))


def _name(found: re.Match[str]) -> str:
    """Return a name as Python-Markdown looks it up."""
    return re.sub(r"\s+", " ", found["name"].strip().lower())
