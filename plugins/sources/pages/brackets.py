"""Finds brackets that are shown as the text they are, though they were meant to make a link."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sources.problems import Problem, Section, quoted

from .masking import masked
from .page import PageSource
from .places import PlaceFinder
from .rendered import ESCAPED, LINK, LINK_END

LINKS = re.compile(f"{LINK}[^{LINK_END}]*{LINK_END}")
BLOCK = re.compile(r"(?:.+\n?)+")
BRACKET = re.compile(r"[\[\]()]")
OPENING = re.compile(r"\[")
ORPHAN = re.compile(r"\]\((?P<address>\S*)")
# What stands in brackets is meant as an address when it begins, or ends, like one.
ADDRESS = re.compile(
    rf"[{{|<\u201c\"{LINK}]*(?:(?:https?|mailto|tel|sms|file):|/\w|#[a-z]|www\.|filename|static"
    r"|[^\s()]{1,200}\.(?:md|pdf|png|jpe?g|org|com|gov|net)\b)",
    re.IGNORECASE,
)
GAP = re.compile(r"\s{1,3}\(")
# A single word may be meant as it is: [sic].
MEANT = re.compile(r"[^\s^]+")

MOST_OPEN = 50  # brackets in a block; Python-Markdown looks for the end of each one

OPEN_SQUARE = 'this "[" is never closed. A link is written [words](address); for the sign itself write \\[.'
OPEN_ROUND = 'this "(" is never closed. Write ")" after the address of the link.'
NO_SQUARE = 'this link has no "[" before its words. Write [words](address).'
NESTED = "a link inside the words of another. Take one of them out."

Mistake = tuple[int, int, str]  # from where to where in the text, and what staff read


def bracket_mistakes(text: str, start: int, end: int, find: PlaceFinder) -> Iterator[Mistake]:
    """Yield what is wrong with the brackets of one block of the text."""
    linked = {one.start() for link in LINKS.finditer(text, start, end) for one in OPENING.finditer(text, *link.span())}
    block = _Block(text, end, partners(text, start, end), linked, find)
    at = start
    while (bracket := text.find("[", at, end)) >= 0:
        at = bracket + 1
        if mistake := block.mistake(bracket):
            yield mistake
            at = mistake[1]
        elif bracket in block.partner and text.find("[", at, block.partner[bracket]) < 0:
            at = block.partner[bracket] + 1
    if text.find(ESCAPED, start, end) < 0:  # else it is no link on purpose
        for orphan in ORPHAN.finditer(text, start, end):
            if orphan.start() not in block.partner and ADDRESS.match(orphan["address"]):
                yield orphan.start(), orphan.end(), NO_SQUARE


def unclosed_brackets(page: PageSource) -> Problem | None:
    """Return the problem of a page with rows of brackets that nothing closes: it would take minutes to convert."""
    if page.body.count("[") > MOST_OPEN:
        for block in BLOCK.finditer(masked(page.body)):
            for opening, closing, message in (("[", "]", OPEN_SQUARE), ("(", ")", OPEN_ROUND)):
                if block[0].count(opening) - block[0].count(closing) > MOST_OPEN:
                    return Problem(page.at(block.start() + block[0].index(opening)), message, Section.SENTENCES)
    return None


def partners(text: str, start: int, end: int) -> dict[int, int]:
    """Return for each bracket the place of the one that closes or opens it; none for one that is alone."""
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


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of the text; `partner` leads from bracket to bracket, `linked` are those in the words of links."""

    text: str
    end: int
    partner: Mapping[int, int]
    linked: Collection[int]
    find: PlaceFinder

    def mistake(self, opening: int) -> Mistake | None:
        """Return what is wrong with what a bracket opens."""
        closing = self.partner.get(opening)
        if closing is None:
            return opening, self.end, OPEN_SQUARE  # what else is odd in this block is odd because of it
        after = closing + 1
        if self.text.startswith("(", after):
            if opening in self.linked:
                return opening, after, NESTED
            if after not in self.partner:
                begun = ORPHAN.match(self.text, closing)
                return after, begun.end() if begun else after + 1, OPEN_ROUND
        elif self.text.startswith("[", after) and after in self.partner:
            return self.unnamed(opening, closing)
        if self.text.find("[", opening + 1, closing) > 0:
            return None  # what stands within is told
        return self.bare(opening, closing)

    def unnamed(self, opening: int, closing: int) -> Mistake:
        """Return what is told of `[words][name]` where nothing has this name."""
        end = self.partner[closing + 1]
        name = self.find.span(closing + 2, end)
        address = name if ADDRESS.match(name) else "https://..."
        right = _written(self.find.span(opening + 1, closing), address)
        return closing + 1, end + 1, f"no address for {quoted(f'[{name}]')}. Write {right}."

    def bare(self, opening: int, closing: int) -> Mistake | None:
        """Return what is wrong with brackets that neither an address nor a name follows, or None."""
        words, after = self.find.span(opening + 1, closing), closing + 1
        gap = GAP.match(self.text, after)
        end = self.partner.get(gap.end() - 1) if gap else None
        if gap and end and ADDRESS.match(self.text, gap.end()):
            right = _written(words, self.find.span(gap.end(), end))
            return after, end + 1, f'a space between "]" and "(". Write {right}.'
        before = self.partner.get(opening - 1) if self.text.endswith(")", 0, opening) else None
        if before is not None and ADDRESS.match(words):
            right = _written(self.find.span(before + 1, opening - 1), words)
            return before, after, f"brackets the wrong way round. Write {right}."
        doubled = self.text.endswith("[", 0, opening) or self.text.startswith("(", after)
        if words.startswith("^") and len(words) > 1:
            message = f"{quoted(f'[{words}]')} is a footnote, and there is no note of that name."
            return opening, after, f"{message} Write it on a line of its own: [{words}]: what it says."
        if MEANT.fullmatch(words) and not doubled:
            return None
        shown = f"{quoted(f'[{words}]')} is no link and is shown as it is."
        escaped = quoted(rf"\[{' '.join(words.split())}\]")[1:-1]
        return opening, after, f"{shown} A link is written [words](address), brackets alone {escaped}."


def _written(words: str, address: str) -> str:
    """Return how a link is written."""
    return quoted(f"[{' '.join(words.split())}]({address.strip()})")[1:-1]
