"""Numbers as people type them: `1500`, `1,500.00`, `1.500,00`, `12.50`; of `1.500` nobody knows which is meant."""

from __future__ import annotations

import re
from decimal import Decimal

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
