"""What of an answer nobody can be sure of: texts of two readings, other kinds than were declared, rows of two kinds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sources.problems import nearest, quoted

from .items import Answer, InWords, Item, Kind, Price, Quantity, YesNo
from .prices import PRICE, price_without_currency, sign, two_readings
from .reading import QUANTITY, item

TICKS = ("x", "\xd7")
DASHES = ("-", "\u2013", "\u2014", "--")
PICTURE = re.compile(r"!\[[^\]]*\]\(")
FIRST_WORD = re.compile(r"(?P<word>[^\W\d_]{2,5})(?=\s*(?:[,;:(]|[-\u2013\u2014] |$))")
WANTED: dict[Kind, str] = {
    "yes-no": "yes or no",
    "price": 'a price, such as "$50 a year"',
    "number": 'a number, such as "3 seats", or "unlimited"',
}
CALLED = {"yes": "yes or no", "price": "a price", "number": "a number"}


def doubt(text: str) -> str | None:
    """Return why nobody can be sure what a text says, or None."""
    if text.casefold() in TICKS:
        return f'{quoted(text)} ticks for some, and crosses out for others. Write "yes" or "no".'
    if text in DASHES:
        return f'{quoted(text)} is "no" for some, and "not stated" for others. Write the one that is meant.'
    if PICTURE.search(text):
        return "a picture has no room in an answer. Put it on a page, and a link to that page here."
    found = PRICE.fullmatch(text) or QUANTITY.fullmatch(text)
    for digits in filter(
        None, (value for name, value in (found.groupdict() if found else {}).items() if "digi" in name)
    ):
        if both := two_readings(digits):
            return f"{quoted(text)} can be {both[0]} or {both[1]}. Write {both[0]}, or {_with_two_digits(both[1])}."
    return None


def _with_two_digits(plain: str) -> str:
    whole, _, behind = plain.partition(".")
    return f"{whole}.{behind:0<2}"


def parted(one: str, other: str) -> bool:
    """Tell whether two texts in brackets may be one with a comma in it: 1,500, or "yes, in the members' area"."""
    if re.match(r"\d{3}(?!\d)", other):
        return bool(re.search(r"\d$", one))
    said = item(one)
    return (
        isinstance(said, YesNo) and said.qualifier is None and isinstance(item(other), InWords) and other[0].islower()
    )


def of_another_kind(found: Item, kind: Kind | None) -> str | None:
    """Return what is wrong with an item of a row whose kind was declared, or None; "no" is an answer to most."""
    if kind in (None, "text", found.kind) or (kind != "text" and isinstance(found, YesNo) and not found.yes):
        return None
    if kind == "price" and price_without_currency(found.typed):
        return f"expected a price, found {quoted(found.typed)} without its currency. {_with_sign(found.typed, 'USD')}"
    meant = misspelt(found.typed) if kind == "yes-no" else None
    hint = f' Did you mean "{meant}"?' if meant else ""
    return f"expected {WANTED[kind]}, found {quoted(found.typed)}.{hint}" if kind else None


def _with_sign(typed: str, currency: str) -> str:
    return f'Write it down, as in "{sign(currency)}{typed}".'


def misspelt(text: str) -> str | None:
    """Return "yes" or "no" if a text was probably meant to say so."""
    found = FIRST_WORD.match(text)
    word = found["word"].casefold() if found and isinstance(item(text), InWords) else ""
    return (
        "yes"
        if nearest(word, ["yes"]) or sorted(word) == sorted("yes")
        else "no"
        if re.fullmatch("nn?oo+|nno+", word)
        else None
    )


@dataclass(frozen=True, slots=True)
class Clash:
    """An item of one cell that does not go with one of another cell of its row; None for a misspelt yes or no."""

    cell: int
    item: Item
    other_cell: int
    other: Item

    def told(self, whose: str) -> str:
        """Return it in words; `whose` is the other cell, as in `tier "friend" (line 5)`."""
        typed = quoted(self.item.typed)
        if isinstance(self.item, InWords):
            return f'{typed} is neither yes nor no, as {whose} has here. Did you mean "{misspelt(self.item.typed)}"?'
        other = f"{whose} has {CALLED[_kind(self.other) or '']} here, {quoted(self.other.typed)}"
        if isinstance(self.other, Price) and price_without_currency(self.item.typed):
            hint = _with_sign(self.item.typed, self.other.currency or "USD")
            return f"{typed} has no currency, but {other}. {hint} {MEANT}"
        return f"{typed} is {CALLED[_kind(self.item) or '']}, but {other}. Make them alike. {MEANT}"


MEANT = 'If it is meant so, add "kind: text" to the criterion.'


def clashes(row: Sequence[Answer]) -> Iterator[Clash]:
    """Yield, for each cell that is of another kind than most of its row, what does not go together."""
    kinds = [{kind for one in answer.items if (kind := _kind(one))} for answer in row]
    counted = Counter(kind for cell in kinds for kind in sorted(cell))
    most = max(counted, key=lambda kind: counted[kind], default=None)
    for number, (answer, cell) in enumerate(zip(row, kinds, strict=True)):
        if most and cell and most not in cell:
            odd = next(one for one in answer.items if _kind(one))
            yield Clash(number, odd, *_first(row, most))
    yes_or_no = [n for n, answer in enumerate(row) if any(isinstance(one, YesNo) for one in answer.items)]
    for number, answer in enumerate(row) if yes_or_no else ():
        for one in answer.items:
            if isinstance(one, InWords) and misspelt(one.typed):
                other = yes_or_no[0]
                yield Clash(number, one, other, next(it for it in row[other].items if isinstance(it, YesNo)))


def _first(row: Sequence[Answer], kind: str) -> tuple[int, Item]:
    return next((number, one) for number, answer in enumerate(row) for one in answer.items if _kind(one) == kind)


def _kind(found: Item) -> str | None:
    """Return the kind that an item demands of its row; "no", "unlimited" and words go with any."""
    if isinstance(found, YesNo):
        return "yes" if found.yes else None
    if isinstance(found, Quantity):
        return None if found.unlimited else "number"
    return "price" if isinstance(found, Price) else None
