"""What is typed as an answer, as what it means; what has no typed meaning stays words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .items import NOT_STATED, Answer, InWords, Item, Quantity, YesNo
from .prices import DIGITS, number, price

NOTE = re.compile(r"note:\s*(?P<words>.+)", re.IGNORECASE | re.DOTALL)
YES, NO = ("yes", "true", "y", *"\u2713\u2714\u2611\u2705"), ("no", "false", "n", *"\u2717\u2718\u2612\u274c\u2716")
SAID = {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False)}
VARIANT = "\ufe0f"  # asks for the colored form of the sign before it
YES_OR_NO = re.compile(
    rf"(?P<said>{'|'.join(SAID)}){VARIANT}?[.!]?"
    r"(?: *(?:[,;:]|[-\u2013\u2014](?= )) *(?P<behind>\S.*)| *\((?P<within>[^()]+)\))?",
    re.IGNORECASE | re.DOTALL,
)
SIGN_FIRST = re.compile(
    rf"(?P<said>[{''.join(one for one in SAID if not one.isalpha())}]){VARIANT}? +(?P<behind>\S.*)", re.DOTALL
)
# Behind these a number is no number of something: "2 or more", "24 of 30".
NO_UNIT = r"(?!(?:or|and|to|of|out|at|from|by|plus|minus|times|than|x|is|was|are|am|pm|in|on|see)\b)"
UNIT = rf"{NO_UNIT}[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*(?: [^\W\d_]+(?:[-'\u2019][^\W\d_]+)*){{0,2}}|%"
QUANTITY = re.compile(rf"(?P<digits>{DIGITS})(?:(?: |(?=%))(?P<unit>{UNIT}))?", re.IGNORECASE)
UNLIMITED = re.compile(rf"unlimited(?: (?P<unit>{UNIT}))?", re.IGNORECASE)


def answer(texts: Iterable[str]) -> Answer:
    """Return what the texts of one cell say, one an item; none, and "not stated" alone, is not stated."""
    said: list[str] = []
    notes: list[str] = []
    for text in texts:
        found = NOTE.fullmatch(text)
        (notes if found else said).append(found["words"] if found else text)
    if [text.casefold() for text in said] == [NOT_STATED]:
        said = []
    return Answer(tuple(map(item, said)), " ".join(notes) or None)


def item(text: str) -> Item:
    """Return what one text says."""
    return _yes_or_no(text) or price(text) or _quantity(text) or InWords(text)


def _yes_or_no(text: str) -> YesNo | None:
    found = YES_OR_NO.fullmatch(text)
    if found:
        qualifier = found["behind"] or found["within"]
    elif found := SIGN_FIRST.fullmatch(text):
        qualifier = found["behind"]
    else:
        return None
    return YesNo(SAID[found["said"].casefold()], qualifier.strip() if qualifier else None, text)


def _quantity(text: str) -> Quantity | None:
    if found := UNLIMITED.fullmatch(text):
        return Quantity(None, found["unit"], text)
    found = QUANTITY.fullmatch(text)
    value = number(found["digits"]) if found else None
    return Quantity(value, found["unit"], text) if found and value is not None else None
