"""Prices in the terms of schema.org, for the page of a tier; see https://schema.org/Offer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .as_json import amount
from .items import Answer, Period, Price
from .rich_text import plain_text

UNITS: dict[Period, str] = {  # codes of UN/CEFACT
    "hour": "HUR",
    "day": "DAY",
    "week": "WEE",
    "month": "MON",
    "quarter": "QAN",
    "year": "ANN",
}


def offers(answers: Iterable[tuple[str, Answer]]) -> list[dict[str, Any]]:
    """Return an offer for each price, called as its row is; what is free has no currency, and so is none."""
    return [
        _offer(title, one)
        for title, answer in answers
        for one in answer.items
        if isinstance(one, Price) and one.currency
    ]


def _offer(title: str, price: Price) -> dict[str, Any]:
    said: dict[str, Any] = {"price": amount(price.amount), "priceCurrency": price.currency}
    terms: dict[str, Any] = {"@type": "Offer", "name": title, **said}
    if price.condition:
        terms["description"] = plain_text(price.condition)
    if price.period and (unit := UNITS.get(price.period)):
        per = {"@type": "QuantitativeValue", "value": 1, "unitCode": unit}
        terms["priceSpecification"] = {"@type": "UnitPriceSpecification", **said, "referenceQuantity": per}
    return terms
