"""Tells from which text a translation was made: by a short sum of each of its paragraphs, and the day."""

from __future__ import annotations

import hashlib
import re
from base64 import b32encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from sources.records.days import day_of
from sources.records.sentences import expected

FIELD = "translated"
LENGTH = 4  # letters of a sum: of two texts that differ, one in a million pairs has the same
FORM = re.compile(rf"(?P<day>\d{{4}}-\d\d-\d\d) (?P<sums>(?:[a-z2-7]{{{LENGTH}}})*)")
WRITTEN_BY = "the day and the sum that `make translated` writes"


@dataclass(frozen=True, slots=True)
class Level:
    """The day on which a translation was level with its original, and the sums of that, in order."""

    day: date
    sums: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.day} {''.join(self.sums)}"


@dataclass(frozen=True, slots=True)
class Changed:
    """A text of the original that is new or another, and the translation of what stood there, if that is known."""

    now: str
    beside: str | None


def level_of(text: str) -> Level:
    """Return what a translation says of itself; raise if that is something else."""
    found = FORM.fullmatch(" ".join(text.split()))
    if not found:
        raise expected(WRITTEN_BY, text)
    letters = found["sums"]
    return Level(day_of(found["day"]), tuple(letters[at : at + LENGTH] for at in range(0, len(letters), LENGTH)))


def level_with(texts: Iterable[str], day: date) -> Level:
    """Return what a translation of these texts says of itself."""
    return Level(day, tuple(map(_sum, texts)))


def changes(level: Level, original: Sequence[str], translation: Sequence[str]) -> tuple[Changed, ...]:
    """Return what of the original has changed since; beside it what the translation says in that place.

    That is known as long as the translation has as many texts as its original had.
    """
    now = [_sum(text) for text in original]
    aligned = len(translation) == len(level.sums)
    found: list[Changed] = []
    for kind, begin, end, first, last in SequenceMatcher(None, level.sums, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        beside = list(translation[begin:end]) if aligned else []
        for number, text in enumerate(original[first:last]):
            if now[first + number] not in level.sums:
                found.append(Changed(text, beside[number] if number < len(beside) else None))
        if kind == "delete":
            found.extend(Changed("", text) for text in beside or [""])
    return tuple(found)


def _sum(text: str) -> str:
    """Return a short sum of a text, in which neither line ends nor spaces count."""
    held = " ".join(text.split()).encode()
    return b32encode(hashlib.sha256(held).digest()).decode()[:LENGTH].lower()
