"""The words that the theme and the plugins themselves show, in one file a language: `theme/words/en.yaml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Mapping as Given
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from gettext import c2py
from pathlib import Path
from types import MappingProxyType

from sources.yaml.nodes import Mapping, Scalar

from .problems import Place, Problem, ProblemsFound, Section, refusal
from .records.year_days import YearDay
from .text import read_text

Words = MappingProxyType[str, str]

BRACES = re.compile(r"\{\w+\}")  # stand for what a page fills in
FEW = 8  # letters: so few words may be those of several languages, or of anybody
NOUNS = ("noun", "nouns")  # keys of what sentences are about, one and several
CONFIRMED = "confirmed"  # key of whether somebody who knows the language answers for its words; it is no word
FORMS = " | "  # stands between the forms of words that are counted
NONE: Given[str, str] = MappingProxyType({})
FOLDER = "words"
OF_NEW_SITES = f"{FOLDER}/new-site"
NOON = 12
PLURAL, ONE_OR_MORE = "plural", "n != 1"  # the first form for one, the second for all others
PLURAL_OF = "plural of {}"  # key of the same for words that are those of another language
LONGEST = 200  # up to so many, each form of a language is needed once
DIGITS = 3  # that the size of a file has at most


def read_words(theme: Path, language: str, own: Given[str, str] = NONE) -> Words:
    """Return the words of a language by key; raise ProblemsFound for a missing file, or anything but text in it.

    `own` are words of the organisation that stand instead. Where a sentence has {noun} or {nouns}, these words are
    filled in.
    """
    return with_own(words_in(theme, language), own)


def with_own(words: Given[str, str], own: Given[str, str]) -> Words:
    """Return the words of the theme with those of the organisation in their place, and the nouns filled in."""
    words = {**words, **own}
    nouns = {f"{{{key}}}": words[key] for key in NOUNS if key in words}
    return MappingProxyType({key: _filled(text, nouns) for key, text in words.items()})


def _filled(text: str, nouns: Given[str, str]) -> str:
    for place, noun in nouns.items():
        text = text.replace(place, noun)
    return text


def words_file(theme: Path, language: str, folder: str = FOLDER) -> Path:
    """Return the file with the words of a language; of one with a country, such as en-US, if it has none, without."""
    whole = theme / folder / f"{language}.yaml"
    return whole if whole.is_file() else theme / folder / f"{language.partition('-')[0]}.yaml"


def words_in(theme: Path, language: str, asked_at: Place | None = None, folder: str = FOLDER) -> dict[str, str]:
    """Return the words of a language as they stand in its file; `asked_at` is where the language was chosen."""
    path = words_file(theme, language, folder)
    file = f"{theme.name}/{folder}/{path.name}"
    if not path.is_file():
        known = sorted(found.stem for found in path.parent.glob("*.yaml"))
        message = f'language: the theme has no words in "{language}", only in: {", ".join(known)}.'
        raise refusal(asked_at or Place(file, 0), message, Section.SITE)
    from sources.yaml.document import parse  # late, like every reader of files

    node = parse(read_text(path, file), file)
    entries = node.entries if isinstance(node, Mapping) else {}
    problems = [
        Problem(entry.place, f"{key}: expected text.", Section.LANGUAGES)
        for key, entry in entries.items()
        if not (isinstance(entry, Scalar) and entry.text)
    ]
    if problems or not entries:
        raise ProblemsFound(problems or [Problem(Place(file), "expected words, found nothing.", Section.LANGUAGES)])
    return {key: entry.text for key, entry in entries.items() if isinstance(entry, Scalar) and entry.text}


def counted(words: Words, key: str, count: int) -> str:
    """Return words about so many things: of the forms that stand between bars, the one that the language takes.

    Which one, tells the formula under the key `plural`, as gettext has it.
    """
    forms = words[key].split(FORMS)
    formula = words.get(PLURAL_OF.format(key), words.get(PLURAL, ONE_OR_MORE))
    return forms[min(_form(formula)(count), len(forms) - 1)].format(count=count)


def forms_wanted(formula: str) -> int:
    """Return how many forms a language has for things that are counted; raise ValueError for what is no formula."""
    return 1 + max(map(_form(formula), range(LONGEST)))


@lru_cache
def _form(formula: str) -> Callable[[int], int]:
    return c2py(formula)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences of the theme: those in which nothing is filled in, and what finds the others with their fillings."""

    whole: frozenset[str]
    filled: re.Pattern[str]

    def hold(self, passage: str) -> bool:
        """Tell whether a passage is one of them, whatever is filled in."""
        return passage in self.whole or bool(self.filled.fullmatch(passage))


def sentences(texts: Iterable[str]) -> Sentences:
    """Return those of some words of the theme that are long enough to tell a language by."""
    long = {text for text in texts if _is_long(BRACES.sub("", text))}
    filled = sorted(filter(BRACES.search, long))
    pattern = "|".join("(.+)".join(map(re.escape, BRACES.split(text))) for text in filled)
    return Sentences(frozenset(long.difference(filled)), re.compile(pattern or r"(?!)"))


def around_fillings(texts: Iterable[str]) -> Iterator[str]:
    """Yield the longer pieces of sentences that stand before, between and behind what is filled in."""
    pieces = (piece.strip() for text in texts if BRACES.search(text) for piece in BRACES.split(text))
    return filter(_is_long, pieces)


def _is_long(text: str) -> bool:
    return " " in text and sum(map(str.isalpha, text)) > FEW


def shown_list(words: Words, parts: Sequence[str]) -> str:
    """Return some words, at least one, as the language lists them."""
    *others, last = parts
    return words["list_end"].format(list=words["list_separator"].join(others), last=last) if others else last


def shown_day(words: Words, day: date) -> str:
    """Return a day as the language of the words writes it."""
    month = words["months"].split(", ")[day.month - 1]
    return words["day"].format(day=day.day, month=month, year=day.year)


def shown_weekday(words: Words, day: date) -> str:
    """Return a day with its weekday as the language of the words writes it."""
    weekday = words["weekdays"].split(", ")[day.weekday()]
    return words["day_of_week"].format(weekday=weekday, date=shown_day(words, day))


def begun(text: str) -> str:
    """Return a text as it stands at the beginning of a line: some languages write days and months small elsewhere."""
    return text[:1].upper() + text[1:]


def shown_month(words: Words, day: date) -> str:
    """Return the month of a day with its year."""
    return words["month_of_year"].format(month=words["months"].split(", ")[day.month - 1], year=day.year)


def shown_time(words: Words, at: time) -> str:
    """Return a time as the language of the words writes it; without minutes where it is a full hour and may be so."""
    if at == time(NOON):
        return words["time_noon"]
    half = words["time_pm" if at.hour >= NOON else "time_am"]
    pattern = words["time" if at.minute else "time_full"]
    return pattern.format(hour=at.hour % NOON or NOON, hour24=f"{at.hour:02}", minute=f"{at.minute:02}", half=half)


def shown_year_day(words: Words, day: YearDay) -> str:
    """Return a day of each year as the language of the words writes it."""
    month = words["months"].split(", ")[day.month - 1]
    return words["day_of_year"].format(day=day.day, month=month)


def shown_size(words: Words, size: int) -> str:
    """Return some bytes as people say it: in whole kB up to one MB, then in MB, with one decimal below ten."""
    kilobytes = max(-(-size // 1000), 1)
    if len(str(kilobytes)) <= DIGITS:
        return words["file_kb"].format(size=kilobytes)
    whole, decimal = divmod((size + 50_000) // 100_000, 10)
    shown = (
        f"{whole}{words['decimal_sign']}{decimal}"
        if decimal and len(str(whole)) == 1
        else f"{(size + 500_000) // 1_000_000}"
    )
    return words["file_mb"].format(size=shown)
