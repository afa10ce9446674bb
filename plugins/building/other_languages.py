"""Marks what stands on a page in another language than its own: texts that nobody has translated, and links that leave.

Screen readers change their voice by `lang` (WCAG 3.1.2); eyes are told before they follow a link to another language.
In a line from right to left, the groups of a telephone number would change places, and the end of an address would
stand before it: both are given the direction in which they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from checking.private import PHONE
from sources.languages import direction, own_name
from sources.records.walk import texts_in
from sources.words import around_fillings, sentences
from subjects.loaded import Sources

# Elements of which nothing is text, tags, and links with what they hold: no `>` stands in an attribute.
APART = re.compile(r"(<(?:script|style|svg)\b.*?</(?:script|style|svg)>|<[^<>]*>)", re.DOTALL)
LINK = re.compile(
    r'(?P<tag><a (?P<before>[^<>]*?)href="(?P<address>[^"#?]*)(?P<rest>[^<>]*)>)(?P<words>.*?)</a>', re.DOTALL
)

NAMED = r"(?:[A-Za-z0-9.+-]+@)?(?:[A-Za-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<]*)?"  # a host, an e-mail address
TURNED = re.compile(rf"https?://[^\s<]+|{NAMED}|{PHONE.pattern}")


class OtherLanguages:
    """Knows what of a site in one language is in another."""

    def __init__(self, sources: Sources, prefix: str) -> None:
        self._words, self._direction = sources.words, direction(sources.site.language)
        self._main = main = next(iter(sources.versions), sources.site.language)
        self._texts = dict.fromkeys(_untranslated(sources), main) if sources.language else {}
        self._filled = sentences(sources.unspoken).filled
        for page in sources.in_others:
            language = page.language or main
            self._texts |= {page.front_matter.title: language, page.name: language}
        self._pages = {f"{prefix}/{page.url}": page.language or main for page in sources.in_others}

    @property
    def _turned(self) -> bool:
        return self._direction == "rtl"

    def marked(self, html: str) -> Markup:
        """Return HTML with the language of each text that is in another, and with what is said of links that leave."""
        if not (self._texts or self._pages or self._turned):
            return Markup(html)
        parts = APART.split(LINK.sub(self._link, html))
        for number in range(0, len(parts), 2):
            if not (number and " lang=" in parts[number - 1]):
                parts[number] = self._text(parts[number])
        return Markup("".join(parts))

    def spoken(self, terms: Any) -> Any:
        """Return structured data with the language of each text that is in another, as JSON-LD has it."""
        match terms:
            case dict():
                return {name: self.spoken(held) for name, held in terms.items()}
            case list():
                return [self.spoken(one) for one in terms]
            case str() if language := self._texts.get(terms):
                return {"@value": terms, "@language": language}
        return terms

    def _text(self, text: str) -> str:
        if not (bare := text.strip()):
            return text
        if language := self._texts.get(unescape(bare)):
            return text.replace(bare, f"<span {self._spoken(language)}>{bare}</span>")
        if filled := self._filled.fullmatch(unescape(bare)):
            return text.replace(bare, f"<span {self._spoken(self._main)}>{_apart(filled)}</span>")
        return TURNED.sub(r'<span dir="ltr">\g<0></span>', text) if self._turned else text

    def _link(self, found: re.Match[str]) -> str:
        language = self._pages.get(unescape(found["address"]))
        if language is None or "hreflang=" in found["tag"]:
            return found[0]
        tag = found["tag"].replace("<a ", f'<a hreflang="{language}" ', 1)
        return f"{tag}{self._text(found['words'])} {self._told(language)}</a>"

    def _told(self, language: str) -> str:
        said = self._words.get(f"in_{language.partition('-')[0]}")
        return escape(said) if said else f"<span {self._spoken(language)}>({own_name(language)})</span>"

    def _spoken(self, language: str) -> str:
        written = direction(language)
        return f'lang="{language}"' + (f' dir="{written}"' if written != self._direction else "")


def _apart(sentence: re.Match[str]) -> str:
    """Return a sentence in which what is filled in, such as a day, is read in its own direction."""
    ends = [0, *(end for span in sentence.regs[1:] if span != (-1, -1) for end in span), len(sentence[0])]
    parts = [escape(sentence[0][begin:end], quote=False) for begin, end in pairwise(ends)]
    return "".join(f"<bdi>{part}</bdi>" if number % 2 else part for number, part in enumerate(parts))


def _untranslated(sources: Sources) -> Iterator[str]:
    """Yield every text that visitors read and that no file of this language holds: of the data, and of the theme."""
    own = f".{sources.language}.yaml"
    for file in sources.files.values():
        texts = texts_in(file.value, file.nodes) if file.value and file.nodes else ()
        yield from (one.text or "" for one in texts if not one.place.file.endswith(own))
    yield from sources.unspoken
    yield from around_fillings(sources.unspoken)
