"""Prices and numbers as people type them, and prices as visitors read them.

`$5,000 a year`, `$5k under 100 employees`, `12 € per month`, `USD 1,500.00` and `free` are prices; what is not all of
this shape stays words, such as `$50 off events`. Of `1.500` nobody knows which number is meant.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import get_args

from sources.words import Words

from .items import BEGINS_A_CONDITION, Period, Price

GROUP = "'\u2019 \xa0\u202f"
# Digits with what may stand between them; what they mean, `number` tells.
DIGITS = rf"\d(?:[\d.,{GROUP}]*\d)?"
WHOLE = re.compile(r"0|[1-9]\d{0,14}")
WITH_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,2})?")
WITH_POINTS = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3})+,\d{1,2}|(?:\.\d{3}){2,})")
WITH_SPACES = re.compile(rf"[1-9]\d{{0,2}}(?:[{GROUP}]\d{{3}})+(?:[.,]\d{{1,2}})?")
DECIMAL = re.compile(r"(?:0|[1-9]\d{0,14})[.,]\d{1,2}|0[.,]\d{1,6}")
TWO_READINGS = re.compile(r"([1-9]\d{0,2})\.(\d{3})")
THOUSANDS = {"": 1, "k": 1_000, "m": 1_000_000}
# The first sign of each is the one that visitors read.
SIGNS = {
    **{"$": "USD", "US$": "USD", "CA$": "CAD", "C$": "CAD", "AU$": "AUD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD"},
    **{"\u20ac": "EUR", "\xa3": "GBP", "\xa5": "JPY", "\u20b9": "INR", "\u20a9": "KRW", "\u20aa": "ILS"},
    **{"\u20ba": "TRY", "\u20b4": "UAH", "\u20b1": "PHP", "\u20a6": "NGN", "\u20ab": "VND", "R$": "BRL"},
}
CURRENCY_NAMES = {"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR"}
# Those whose code is also a word, as in "TOP 10" and "ALL 50", must be typed by their sign.
CODE = (
    "USD|EUR|GBP|CAD|AUD|NZD|CHF|JPY|CNY|INR|SEK|NOK|DKK|ISK|PLN|CZK|HUF|BGN|ILS|ZAR|BRL|MXN|ARS|CLP|KRW|SGD|HKD|TWD"
    "|THB|IDR|MYR|PHP|VND|AED|SAR|QAR|EGP|NGN|KES|GHS|UGX|TZS|UAH|RSD|UYU|CRC|DOP|JMD|TTD|usd|eur|gbp|cad|aud|chf"
)
SIGN = "|".join(map(re.escape, SIGNS))
NAME = "|".join(CURRENCY_NAMES)
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
PERIOD_NAMES: dict[Period, str] = {
    "year": rf"{EACH}(?:year|yr|annum|y)\b|yearly\b|annually\b|p\. ?a\.|p/a\b",
    "month": rf"{EACH}(?:month|mo)\b|monthly\b",
    "week": rf"{EACH}(?:week|wk)\b|weekly\b",
    "day": rf"{EACH}day\b|daily\b",
    "quarter": rf"{EACH}quarter\b|quarterly\b",
    "hour": rf"{EACH}(?:hour|hr|h)\b|hourly\b",
    "once": r"once\b|one[- ]time\b|one[- ]off\b",
}
PERIOD = re.compile("|".join(f"(?P<{name}>{PERIOD_NAMES[name]})" for name in get_args(Period)), re.IGNORECASE)
APART = re.compile(r"(?:[,;:]|[-\u2013\u2014](?= )) ?(?P<behind>.+)|\((?P<within>[^()]+)\)", re.DOTALL)


def number(text: str) -> Decimal | None:
    """Return the number that a text is; None if it is none, or can be two."""
    if WHOLE.fullmatch(text):
        return Decimal(text)
    if WITH_COMMAS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if WITH_POINTS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if WITH_SPACES.fullmatch(text) or DECIMAL.fullmatch(text):
        return Decimal(re.sub(f"[{GROUP}]", "", text).replace(",", "."))
    return None


def two_readings(text: str) -> tuple[str, str] | None:
    """Return both numbers that a text can be, in plain spelling; None where it can be one at most."""
    found = TWO_READINGS.fullmatch(text)
    return (f"{found[1]},{found[2]}", f"{found[1]}.{found[2].rstrip('0') or '0'}") if found else None


def currency(typed: str) -> str:
    """Return the code of a currency that was typed by its sign, its code or its name."""
    return SIGNS.get(typed) or CURRENCY_NAMES.get(typed.casefold()) or typed.upper()


def sign(code: str) -> str:
    """Return how an amount in a currency begins."""
    return next((one for one, known in SIGNS.items() if known == code), f"{code}\xa0")


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


def shown_price(words: Words, price: Price) -> str:
    """Return a price with its currency and its period, without its condition."""
    if price.currency is None:
        return words["price_free"]
    whole = price.amount == price.amount.to_integral_value()
    digits = f"{price.amount:,.0f}" if whole else f"{price.amount:,.2f}"
    in_order = digits.translate({ord(","): words["thousands_sign"], ord("."): words["decimal_sign"]})
    shown = words["price"].format(currency=sign(price.currency), amount=in_order)
    return words[f"price_{price.period}"].format(price=shown) if price.period else shown
