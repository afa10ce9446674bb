"""A price as visitors read it, in the words of the theme."""

from __future__ import annotations

from sources.words import Words

from .currencies import sign
from .items import Price


def shown_price(words: Words, price: Price) -> str:
    """Return a price with its currency and its period, without its condition."""
    if price.currency is None:
        return words["price_free"]
    whole = price.amount == price.amount.to_integral_value()
    digits = f"{price.amount:,.0f}" if whole else f"{price.amount:,.2f}"
    in_order = digits.translate({ord(","): words["thousands_sign"], ord("."): words["decimal_sign"]})
    shown = words["price"].format(currency=sign(price.currency), amount=in_order)
    return words[f"price_{price.period}"].format(price=shown) if price.period else shown
