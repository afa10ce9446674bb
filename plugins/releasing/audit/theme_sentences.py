"""What the theme says in each language of a site, and what it says in its other languages only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sources.words import Sentences, sentences
from subjects.loaded import Sources

Told = tuple[Sentences, Sentences]


def by_language(languages: Iterable[Sources]) -> Mapping[str, Told]:
    """Return, by each language of a site, the sentences in it, and those that the theme says in others only.

    What a language is lent by the main one is not in it: pages mark that as what it is.
    """
    every = tuple(languages)
    known = frozenset(text for one in every for text in one.words.values())
    own = {one.language: frozenset(one.words.values()) - one.unspoken for one in every}
    return {language: (sentences(texts), sentences(known - texts)) for language, texts in own.items()}
