"""Answers by what they mean: two that were typed differently and mean the same are equal.

Each keeps how it was typed, so that tables for spreadsheets and the editor give it back as it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal, TypeAlias

from .rich_text import Run, runs

Kind = Literal["yes-no", "price", "number", "text"]
NOT_STATED = "not stated"
Period = Literal["hour", "day", "week", "month", "quarter", "year", "once"]

# What begins a condition. Behind any other word the amount may belong to something else.
BEGINS_A_CONDITION = re.compile(
    r"(?:for|under|over|below|above|up to|from|if|with|without|per|each|until|before|after|at|in|less than|more than"
    r"|fewer than)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class YesNo:
    """Yes or no, with what limits it, as in "yes, in the members' area"."""

    kind: ClassVar[Kind] = "yes-no"

    yes: bool
    qualifier: str | None = None
    typed: str = field(default="", compare=False)

    @property
    def runs(self) -> tuple[Run, ...]:
        """Return the qualifier as it is shown."""
        return runs(self.qualifier or "")


@dataclass(frozen=True, slots=True)
class Price:
    """An amount of money; `currency` is its code in ISO 4217, None only for what is free."""

    kind: ClassVar[Kind] = "price"

    amount: Decimal
    currency: str | None
    period: Period | None = None
    condition: str | None = None
    typed: str = field(default="", compare=False)

    @property
    def runs(self) -> tuple[Run, ...]:
        """Return the condition as it is shown."""
        return runs(self.condition or "")

    @property
    def goes_on(self) -> bool:
        """Tell whether the condition reads on from the amount, as in "under 100 employees"."""
        return bool(BEGINS_A_CONDITION.match(self.condition or ""))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, None for "unlimited", with its unit; shown as it was typed."""

    kind: ClassVar[Kind] = "number"

    value: Decimal | None
    unit: str | None = None
    typed: str = field(default="", compare=False)

    @property
    def unlimited(self) -> bool:
        """Tell whether there is no limit."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class InWords:
    """Words, in which links and emphasis may stand."""

    kind: ClassVar[Kind] = "text"

    typed: str

    @property
    def runs(self) -> tuple[Run, ...]:
        """Return the words as they are shown."""
        return runs(self.typed)


Item: TypeAlias = YesNo | Price | Quantity | InWords


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tier answers on one criterion; no items means that it is not stated."""

    items: tuple[Item, ...] = ()
    note: str | None = None

    @property
    def typed(self) -> tuple[str, ...]:
        """Return the items as they were typed."""
        return tuple(item.typed for item in self.items)

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the items and the note as the lines of one cell; none for what is not stated."""
        note = (f"Note: {self.note}",) if self.note else ()
        return (*(self.typed or ((NOT_STATED,) if note else ())), *note)

    def in_words(self) -> Answer:
        """Return the same as words only, whatever they mean."""
        return Answer(tuple(InWords(typed) for typed in self.typed), self.note)
