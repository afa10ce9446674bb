"""Answers for programs: of which kind each item is, what it means, and how it was typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .items import Answer, InWords, Item, Period, Price, Quantity, YesNo
from .rich_text import plain_text

Amount = int | float
Typed = Annotated[str, Field(description="As the organisation typed it, with links and emphasis as in Markdown.")]
Plain = Annotated[str, Field(description="The same without these signs.")]
Of = Annotated[str | None, Field(description="What limits it, in words; null if nothing does.")]


class PublishedItem(BaseModel):
    """One thing that an answer says."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    typed: Typed
    text: Plain


class PublishedWords(PublishedItem):
    """Words."""

    kind: Literal["text"]


class PublishedYesNo(PublishedItem):
    """Yes or no."""

    kind: Literal["yes-no"]
    yes: bool
    qualifier: Of


class PublishedPrice(PublishedItem):
    """An amount of money."""

    kind: Literal["price"]
    amount: Amount
    currency: Annotated[
        str | None, Field(pattern="^[A-Z]{3}$", description="Its code in ISO 4217; null for what is free.")
    ]
    period: Annotated[Period | None, Field(description="How often it is paid; null if that is not said.")]
    condition: Of


class PublishedNumber(PublishedItem):
    """A number."""

    kind: Literal["number"]
    value: Annotated[Amount | None, Field(description="null means unlimited.")]
    unit: str | None


AnyItem = Annotated[PublishedWords | PublishedYesNo | PublishedPrice | PublishedNumber, Field(discriminator="kind")]


class PublishedAnswer(BaseModel):
    """What a tier answers on a criterion; without items it is not stated, but there is a note."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    items: tuple[AnyItem, ...]
    note: Annotated[str | None, Field(description="What is to be said of the answer, as it was typed.")]

    @property
    def lines(self) -> tuple[str, ...]:
        """Return how it was typed, as the lines of one cell."""
        words = Answer(tuple(InWords(item.typed) for item in self.items), self.note)
        return words.lines


def published_answer(answer: Answer) -> PublishedAnswer | None:
    """Return an answer for programs; None where it is not stated, and nothing is to be said of that."""
    if answer == Answer():
        return None
    return PublishedAnswer.model_validate({"items": [_item(one) for one in answer.items], "note": answer.note})


def _item(found: Item) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": found.kind, "typed": found.typed, "text": plain_text(found.typed)}
    match found:
        case YesNo():
            return {**said, "yes": found.yes, "qualifier": found.qualifier}
        case Price():
            about = {"currency": found.currency, "period": found.period, "condition": found.condition}
            return {**said, "amount": amount(found.amount), **about}
        case Quantity():
            return {**said, "value": None if found.value is None else amount(found.value), "unit": found.unit}
    return said


def amount(value: Decimal) -> Amount:
    """Return a number as JSON has it."""
    return int(value) if value == value.to_integral_value() else float(value)
