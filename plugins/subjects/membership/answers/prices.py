"""Prices as people type them: `$5,000 a year`, `$5k under 100 employees`, `12 € per month`, `USD 1,500.00`, `free`.

What is not wholly of this shape stays words: `$50 off events` is no price.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import get_args

from .amounts import DIGITS, THOUSANDS, number
from .currencies import CODE, NAME, SIGN, currency
from .items import BEGINS_A_CONDITION, Period, Price

AMOUNT = rf"(?P<digits{{0}}>{DIGITS})(?P<thousands{{0}}>[kKM]\b)?"
PRICE = re.compile(
    rf"(?:(?P<sign>{SIGN}) ?{AMOUNT.format('')}(?: (?P<code>{CODE})\b)?"
    rf"|(?P<before>{CODE}) ?{AMOUNT.format('_b')}"
    rf"|{AMOUNT.format('_c')} ?(?P<behind>{SIGN}|(?:{CODE})\b|(?i:{NAME})\b))"
    r"(?P<rest>.*)",
    re.DOTALL,
)
FREE = re.compile(r"free(?P<rest>\W.*)?", re.IGNORECASE | re.DOTALL)
EACH = r"(?:/ ?|(?:a|an|per|each|every) )"
NAMES: dict[Period, str] = {
    "year": rf"{EACH}(?:year|yr|annum|y)\b|yearly\b|annually\b|p\. ?a\.|p/a\b",
    "month": rf"{EACH}(?:month|mo)\b|monthly\b",
    "week": rf"{EACH}(?:week|wk)\b|weekly\b",
    "day": rf"{EACH}day\b|daily\b",
    "quarter": rf"{EACH}quarter\b|quarterly\b",
    "hour": rf"{EACH}(?:hour|hr|h)\b|hourly\b",
    "once": r"once\b|one[- ]time\b|one[- ]off\b",
}
PERIOD = re.compile("|".join(f"(?P<{name}>{NAMES[name]})" for name in get_args(Period)), re.IGNORECASE)
APART = re.compile(r"(?:[,;:]|[-\u2013\u2014](?= )) ?(?P<behind>.+)|\((?P<within>[^()]+)\)", re.DOTALL)


def price(text: str) -> Price | None:
    """Return the price that a text is, or None."""
    if free := FREE.fullmatch(text):
        return _price(text, Decimal(0), None, free["rest"] or "")
    found = PRICE.fullmatch(text)
    if found is None:
        return None
    part = next(part for part in ("", "_b", "_c") if found[f"digits{part}"])
    amount = number(found[f"digits{part}"])
    typed = found["code"] or found["sign"] or found["before"] or found["behind"]
    if amount is None:
        return None
    times = THOUSANDS[(found[f"thousands{part}"] or "").casefold()]
    return _price(text, amount * times, currency(typed), found["rest"])


def price_without_currency(text: str) -> bool:
    """Tell whether a text would be a price if it named its currency, and is no other number."""
    found = re.fullmatch(rf"(?P<digits>{DIGITS})(?P<rest>.*)", text)
    if found is None or number(found["digits"]) is None:
        return False
    return not found["rest"] or bool(PERIOD.match(found["rest"].strip()))


def _price(text: str, amount: Decimal, code: str | None, rest: str) -> Price | None:
    behind = rest.strip()
    if rest and behind and rest[0].isalnum():
        return None
    at = PERIOD.match(behind)
    period = next((name for name in get_args(Period) if at and at[name]), None)
    left = behind[at.end() :].strip() if at else behind
    if code is None and period:
        return None
    if not left:
        return Price(amount, code, period, None, text)
    if found := APART.fullmatch(left):
        return Price(amount, code, period, (found["behind"] or found["within"]).strip(), text)
    return Price(amount, code, period, left, text) if BEGINS_A_CONDITION.match(left) else None
