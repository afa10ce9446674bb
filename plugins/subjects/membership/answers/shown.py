"""What visitors read of an answer, in the words of the theme."""

from __future__ import annotations

from sources.words import Words

from .currencies import sign
from .items import Item, Price, YesNo
from .rich_text import plain_text


def shown_price(words: Words, price: Price) -> str:
    """Return a price with its currency and its period, without its condition."""
    if price.currency is None:
        return words["price_free"]
    whole = price.amount == price.amount.to_integral_value()
    digits = f"{price.amount:,.0f}" if whole else f"{price.amount:,.2f}"
    in_order = digits.translate({ord(","): words["thousands_sign"], ord("."): words["decimal_sign"]})
    shown = words["price"].format(currency=sign(price.currency), amount=in_order)
    return words[f"price_{price.period}"].format(price=shown) if price.period else shown


def shown_text(words: Words, item: Item) -> str:
    """Return what the theme shows of an item, as plain text."""
    match item:
        case YesNo():
            said = words["answer_yes" if item.yes else "answer_no"]
            return f"{said}{words['list_separator']}{plain_text(item.qualifier)}" if item.qualifier else said
        case Price():
            shown, condition = shown_price(words, item), plain_text(item.condition or "")
            return f"{shown} {condition if item.goes_on else f'({condition})'}" if condition else shown
    return plain_text(item.typed)
