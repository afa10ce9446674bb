"""Quotation marks, apostrophes, dashes and dots as a printer sets them, in all that visitors read.

It works on finished HTML, where data and prose are alike, and touches no code, address, id or attribute. Markdown's
smarty was weighed: it reaches prose alone, and changes the ids of headings.
"""

from __future__ import annotations

import re
from itertools import chain, zip_longest
from typing import NamedTuple

from markupsafe import Markup

# Each tag, but code and what is no text as a whole.
WHOLE = "(?:pre|script|style|svg|textarea|code|kbd|samp)"
APART = re.compile(rf"(<{WHOLE}\b.*?</{WHOLE}>|<[^<>]*>)", re.DOTALL)
CODE = re.compile(r"<(?:code|kbd|samp)\b")
WITHIN = re.compile(r"</?(?:a|abbr|b|bdi|br|cite|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|time|u|wbr)\b")
SIGN = re.compile(r"[\"']|&(?:#3[49]|quot|apos);|--|\.\.\.")
ENTITY = re.compile(r"&(?:#(?P<number>3[49])|(?P<name>quot|apos));")
TAGGED, CODED = "\x00", "\x01"  # where a tag stood, and where code
WORTH = re.compile(
    r"(?:https?://|www\.)[^\s\"\x00]+|[\w.+-]+@[\w.-]+\w|(?P<dash>(?<!-)---?(?!-))|(?P<dots>(?<!\.)\.{3}(?!\.))|(?P<quote>[\"'])"
)
OPENS_AFTER = " \n\t\u00a0([{-\u2013\u2014/\u201c\u2018\u00ab\u201e\"'"
CLIPPED = re.compile(r"(?:\d0s|\d\d\b|tis\b|twas\b|em\b|til\b|cause\b|n\b)", re.IGNORECASE)
ANY_QUOTE = re.compile("[\u201c\u201d\u201e\u2033]|\u00ab\u00a0?|\u00a0?\u00bb")
STRAIGHT = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u2032"), "'"),
    **{ord("\u2013"): "--", ord("\u2014"): "---", ord("\u2026"): "..."},
}


class Signs(NamedTuple):
    """Quotation marks of a language: outer ones, and those within them."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


ENGLISH = Signs("\u201c", "\u201d", "\u2018", "\u2019")
ANGLED = Signs("\u00ab", "\u00bb", "\u201c", "\u201d")
SIGNS = {
    "en": ENGLISH,
    "ar": ANGLED,
    "de": Signs("\u201e", "\u201c", "\u201a", "\u2018"),
    "es": ANGLED,
    "fr": Signs("\u00ab\u00a0", "\u00a0\u00bb", "\u201c", "\u201d"),
    "it": ANGLED,
    "pl": Signs("\u201e", "\u201d", "\u201a", "\u2019"),
    "ru": Signs("\u00ab", "\u00bb", "\u201e", "\u201c"),
}


def typographic(html: str, language: str) -> Markup:
    """Return HTML with the signs of a language."""
    signs = SIGNS.get(language.partition("-")[0].casefold(), ENGLISH)
    parts = APART.split(str(html))
    texts, done = "\x02".join(parts[::2]), -1
    place = at = 0
    for found in SIGN.finditer(texts):
        place += texts.count("\x02", at, found.start())
        at = found.start()
        if 2 * place > done:
            done = _set_run(parts, 2 * place, signs)
    return Markup("".join(parts))


def _set_run(parts: list[str], place: int, signs: Signs) -> int:
    """Set the signs in a text and in all that runs on with it, within a sentence; return the last part of that."""
    first = last = place
    while first > 0 and _runs_on(parts[first - 1]):
        first -= 2
    while last < len(parts) - 1 and _runs_on(parts[last + 1]):
        last += 2
    marks = [CODED if CODE.match(tag) else TAGGED for tag in parts[first + 1 : last : 2]]
    text = "".join(chain.from_iterable(zip_longest(parts[first : last + 1 : 2], marks, fillvalue="")))
    parts[first : last + 1 : 2] = re.split("[\x00\x01]", Setting(ENTITY.sub(_plain, text), signs).text())
    return last


def _runs_on(tag: str) -> bool:
    return bool(WITHIN.match(tag) or CODE.match(tag))


def straight(text: str) -> str:
    """Return a text with the signs that people type, so that it is alike however it was set."""
    return text if text.isascii() else ANY_QUOTE.sub('"', text).translate(STRAIGHT)


def alike(text: str) -> str:
    """Return a text in which no two quotation marks differ, as some languages set one kind where people type two."""
    return straight(text).replace('"', "'")


def _plain(entity: re.Match[str]) -> str:
    return '"' if entity["number"] == "34" or entity["name"] == "quot" else "'"


class Setting:
    """One stretch of text while its signs are set, from left to right."""

    def __init__(self, text: str, signs: Signs) -> None:
        self.plain, self.signs = text, signs
        self.open = {'"': False, "'": False}

    def text(self) -> str:
        """Return the text with its signs."""
        return WORTH.sub(self._sign, self.plain)

    def _sign(self, found: re.Match[str]) -> str:
        before, after = self._before(found.start()), self._after(found.end())
        if found["dots"]:
            return "\u2026"
        if found["dash"]:
            alike = (not before or before.isspace()) == (not after or after.isspace())
            return {2: "\u2013", 3: "\u2014"}[len(found[0])] if alike else found[0]
        if found["quote"]:
            return self._double(before, after) if found[0] == '"' else self._single(before, after, found.end())
        return found[0]

    def _double(self, before: str, after: str) -> str:
        if before.isdigit() and not self.open['"']:
            return "\u2033"
        return self._quote('"', before, after, self.signs.opening, self.signs.closing)

    def _single(self, before: str, after: str, end: int) -> str:
        if before.isdigit() and not after.isalpha() and not self.open["'"]:
            return "\u2032"
        if before.isalnum() and after.isalnum():
            return "\u2019"
        opens = not before or before in OPENS_AFTER
        if opens and (CLIPPED.match(self.plain, end) or not re.search(r"'(?!\w)", self.plain[end:])):
            return "\u2019"
        if not opens and not self.open["'"]:
            return "\u2019"
        return self._quote("'", before, after, self.signs.inner_opening, self.signs.inner_closing)

    def _quote(self, quote: str, before: str, after: str, opening: str, closing: str) -> str:
        if (not before or before.isspace()) and (not after or after.isspace()):
            return quote  # it stands alone
        opens = (not before or before in OPENS_AFTER) and bool(after) and not after.isspace()
        self.open[quote] = opens
        return opening if opens else closing

    def _before(self, at: int) -> str:
        return self.plain[:at].rstrip(TAGGED)[-1:]

    def _after(self, at: int) -> str:
        return self.plain[at:].lstrip(TAGGED)[:1]
