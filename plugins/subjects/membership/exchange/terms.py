"""What pages say of the tiers in the terms of schema.org, their prices as offers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from components.directive import directives
from sources.pages.page import PageSource

from ..answers.as_json import amount
from ..answers.items import Answer, Period, Price
from ..answers.rich_text import plain_text
from ..records import Membership
from .published import answers_of

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


def membership_terms(page: PageSource, membership: Membership) -> dict[str, Any]:
    """Return a MemberProgram for a page that compares all tiers, a MemberProgramTier for one that shows what it asks.

    See https://schema.org/MemberProgram. What a tier asks is not told again: no search engine reads it there, and
    programs have a file of their own (published.py). Prices are given as offers.
    """
    calls = [(one.name, *one.arguments) for one in directives(page.body)]
    tier_id = page.front_matter.tier
    if tier_id and ("requirements", tier_id) in calls:
        tier = membership.tier(tier_id)
        answers = [(membership.criterion(name).title, one) for name, one in answers_of(membership, tier)]
        terms = {"@type": "MemberProgramTier", "name": tier.title}
        offered = offers(answers)
        return {"mainEntity": terms, **({"about": offered} if offered else {})}
    if ("tiers",) in calls:
        tiers = [{"@type": "MemberProgramTier", "name": tier.title} for tier in membership.tiers_of(None)]
        return {"mainEntity": {"@type": "MemberProgram", "name": page.front_matter.title, "hasTiers": tiers}}
    return {}
