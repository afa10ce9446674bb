"""Qualifiers and conditions of one row that are nearly the same: most likely one of them is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from .items import Answer, Item, Price, YesNo

NEARLY = 0.85


def near_misses(row: Sequence[Answer]) -> Iterator[tuple[int, Item, int, str]]:
    """Yield the cell and item of each, with the cell whose words are more frequent or came first, and these words."""
    said = [(number, one, words) for number, answer in enumerate(row) for one in answer.items if (words := _words(one))]
    for place, (number, one, words) in enumerate(said):
        for other, _, before in said[:place]:
            if _nearly(words, before):
                yield number, one, other, before
                break


def _words(found: Item) -> str | None:
    if isinstance(found, YesNo):
        return found.qualifier
    return found.condition if isinstance(found, Price) else None


def _nearly(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    if one == other or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEARLY
