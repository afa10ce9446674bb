"""The sentences of the theme in all languages, to find them on a page whatever is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from subjects.loaded import Sources

BRACES = re.compile(r"\{\w+\}")
FEW = 8  # letters: so few words may be those of several languages, or of anybody


@dataclass(frozen=True, slots=True)
class Sentences:
    """Some sentences: those in which nothing is filled in, and what finds the others."""

    whole: frozenset[str]
    filled: re.Pattern[str]

    def hold(self, passage: str) -> bool:
        """Tell whether a passage is one of them."""
        return passage in self.whole or bool(self.filled.fullmatch(passage))


def sentences(texts: Iterable[str]) -> Sentences:
    """Return those of some words of the theme that are long enough to tell a language by."""
    long = {text for text in texts if " " in text and sum(map(str.isalpha, BRACES.sub("", text))) > FEW}
    filled = sorted(filter(BRACES.search, long))
    pattern = "|".join(".+".join(map(re.escape, BRACES.split(text))) for text in filled)
    return Sentences(frozenset(long.difference(filled)), re.compile(pattern or r"(?!)"))


def by_language(languages: Iterable[Sources]) -> Mapping[str, tuple[Sentences, Sentences]]:
    """Return, by each language of a site, the sentences in it, and those that the theme says in others only."""
    words = {one.language: frozenset(one.words.items()) for one in languages}
    known = frozenset(chain.from_iterable(words.values()))
    return {
        language: (sentences(text for _, text in own), sentences(text for _, text in known - own))
        for language, own in words.items()
    }
