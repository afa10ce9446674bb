"""Telephone numbers as people write them: how many digits they can have, so that a mistyped one is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_DIGITS = 15  # of any telephone number in the world: ITU-T E.164
WITH_CODE = 11  # digits of a North American number with its 1; no other country has longer ones that begin with no 0
LAST = 4  # digits, behind two groups of three
# Three digits, three digits, and the last; the first of an area code is neither 0 nor 1.
GROUPED = re.compile(
    r"(?<![\w+.-])(?P<one>\+1[ .-]?|1[ .-])?\(?[2-9][0-9]{2}\)?(?P<sign>[ .-]?)[0-9]{3}[ .-](?P<last>[0-9]+)(?![\w-])"
)
ABROAD = re.compile(r"\+[0-9() .-]*$")  # what stands before the rest of a number of another country
NORTH_AMERICAN = 'a number of 10 digits, or of 11 that begin with 1; one of another country begins with "+"'


def wanted_digits(number: str) -> str | None:
    """Return what a number should have been that has too many digits or too few; None if it may be right.

    Short ones, such as 911 and 233733, and those of other countries are let be.
    """
    digits = re.sub(r"[^0-9]", "", number)
    if len(digits) > MOST_DIGITS:
        return f"at most {MOST_DIGITS} digits"
    one = re.match(r"\+1|1[^0-9]", number)
    long = number[0] not in "+0" and len(digits) > WITH_CODE
    return NORTH_AMERICAN if (one and len(digits) != WITH_CODE) or long or any(mistyped_numbers(number)) else None


def mistyped_numbers(text: str) -> Iterator[str]:
    """Yield each number in a text that is written as in North America, but has too many digits or too few."""
    for found in GROUPED.finditer(text):
        if ABROAD.search(text, 0, found.start()):
            continue
        last = len(found["last"])
        as_here = found["one"] or found["sign"] == "-"  # elsewhere people write 900 202 010
        if last > LAST or (last < LAST and as_here):
            yield found[0]
