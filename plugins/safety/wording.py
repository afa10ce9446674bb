"""Words that staff are asked to think about, and short forms that nobody explained; advice, never a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sources.prose.words_read import prose
from sources.site import Wording
from sources.text import in_one_case, position

ABBREVIATION = re.compile(r"[A-Z](?=[A-Z&])(?<!\w.)[A-Z&]*[A-Z](?=s?\b)")
# Roman numerals, as in "Title IX", are numbers.
NUMERAL = re.compile(r"[IVXLC]+")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to think about: line and column in the text, counted from 1, and what to say."""

    line: int
    column: int
    message: str


def wording_remarks(text: str, wording: Iterable[Wording]) -> Iterator[Remark]:
    """Yield a remark for each word of a Markdown text that has a better one."""
    said = prose(text)
    folded = in_one_case(said)
    for words in wording:
        if any(all(part in folded for part in form) for form in _parts(words.avoid)):
            for found in _search(words.avoid).finditer(said):
                shown = " ".join(found[0].split())
                yield Remark(*position(said[: found.start()]), f'"{shown}": think of {words.instead}.')


@lru_cache
def _search(forms: tuple[str, ...]) -> re.Pattern[str]:
    any_form = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{any_form})(?!\w)", re.IGNORECASE)


@lru_cache
def _parts(forms: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words of each form in one case: a text that, in that case, lacks one of them does not hold it."""
    return tuple(tuple(in_one_case(form).split()) for form in forms)


def abbreviation_remarks(text: str, known: Iterable[str]) -> Iterator[Remark]:
    """Yield a remark for each short form of a Markdown text that it explains nowhere as "Its Long Name (ILN)"."""
    said, seen = prose(text), set(known)
    for found in ABBREVIATION.finditer(said):
        if found[0] in seen:
            continue
        seen.add(found[0])
        if f"({found[0]})" not in said and not NUMERAL.fullmatch(found[0]):
            message = f'"{found[0]}" is explained nowhere on the page: write its long name and ({found[0]}), once.'
            yield Remark(*position(said[: found.start()]), message)
