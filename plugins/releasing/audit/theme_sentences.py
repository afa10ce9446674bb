"""What the theme says in each language of a site, and what it says in its other languages only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from sources.words import Sentences, sentences
from subjects.loaded import Sources

Told = tuple[Sentences, Sentences]


def by_language(languages: Iterable[Sources]) -> Mapping[str, Told]:
    """Return, by each language of a site, the sentences in it, and those that the theme says in others only."""
    words = {one.language: frozenset(one.words.items()) for one in languages}
    known = frozenset(chain.from_iterable(words.values()))
    return {
        language: (sentences(text for _, text in own), sentences(text for _, text in known - own))
        for language, own in words.items()
    }
