"""Currencies as people type them, by their signs, their codes in ISO 4217, and two of their names."""

from __future__ import annotations

import re

# The first sign of each is the one that visitors read.
SIGNS = {
    **{"$": "USD", "US$": "USD", "CA$": "CAD", "C$": "CAD", "AU$": "AUD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD"},
    **{"\u20ac": "EUR", "\xa3": "GBP", "\xa5": "JPY", "\u20b9": "INR", "\u20a9": "KRW", "\u20aa": "ILS"},
    **{"\u20ba": "TRY", "\u20b4": "UAH", "\u20b1": "PHP", "\u20a6": "NGN", "\u20ab": "VND", "R$": "BRL"},
}
NAMES = {"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR"}
# Those whose code is also a word, as in "TOP 10" and "ALL 50", must be typed by their sign.
CODE = (
    "USD|EUR|GBP|CAD|AUD|NZD|CHF|JPY|CNY|INR|SEK|NOK|DKK|ISK|PLN|CZK|HUF|BGN|ILS|ZAR|BRL|MXN|ARS|CLP|KRW|SGD|HKD|TWD"
    "|THB|IDR|MYR|PHP|VND|AED|SAR|QAR|EGP|NGN|KES|GHS|UGX|TZS|UAH|RSD|UYU|CRC|DOP|JMD|TTD|usd|eur|gbp|cad|aud|chf"
)
SIGN = "|".join(map(re.escape, SIGNS))
NAME = "|".join(NAMES)


def currency(typed: str) -> str:
    """Return the code of a currency that was typed by its sign, its code or its name."""
    return SIGNS.get(typed) or NAMES.get(typed.casefold()) or typed.upper()


def sign(code: str) -> str:
    """Return how an amount in a currency begins."""
    return next((sign for sign, known in SIGNS.items() if known == code), f"{code}\xa0")
