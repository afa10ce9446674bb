"""Other words for rules by which events come again, with those that mean the same, and what helps where none do."""

from __future__ import annotations

import re

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1} | {
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5
}  # fmt: skip
NOT_AGAIN = ("no", "none", "never", "once", "does not repeat")
LEADING = re.compile(r"^(?:(?:on|the|every|each) )+")
SAME = tuple(
    (re.compile(other), same)
    for other, same in (
        (r"\bwks?\b", "week"),
        (r"\byrs?\b|^annual$", "year"),
        (r"^quarter$", "3 months"),
        (r"^half(?: a)? year$", "6 months"),
        (r"^once (?:a|each|every|per) ", ""),
        (r"^weekdays?$", "monday to friday"),
        (r"^weekends?$", "saturday to sunday"),
        (r"^weekly,? (?=on )", "week "),
        (r"^month(?:ly)?,? on (?:the )?(.+)", r"\1 of each month"),
        (r"^(\d{1,2}(?:st|nd|rd|th))$", r"\1 of each month"),
        *((rf"^{name} (?=(?:day|week|month|year)$)", f"{number} ") for name, number in ORDINALS.items() if number > 1),
    )
)
MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
HINTS = tuple(
    (re.compile(pattern), hint)
    for pattern, hint in (
        (r"bi-?week", 'It may be twice a week. Write "every two weeks", or both days, such as "Monday and Thursday".'),
        (r"bi-?month", 'It may be twice a month. Write "every two months", or such as "first and third Tuesday".'),
        (r"bi-?annual", 'It may be twice a year. Write "every two years" or "every six months".'),
        (r"^(?:twice|semi)\b.*", 'Name the days, such as "Monday and Thursday" or "first and third Tuesday".'),
        (
            rf"\b(?:{MONTHS})(?:[a-z]{{2,}})?\b",
            'If it is once a year, write "every year": the day is that of "starts".',
        ),
        (r"except|\bnot\b|until", 'Days on which it is not stand at "except", the last day at "until".'),
        (r"\d[:.]\d\d|\d ?[ap]\.?m\b|morning|afternoon|evening|night", 'Its time stands at "starts".'),
    )
)


def usual(typed: str) -> str:
    """Return a rule in small letters and in the words that are most usual for it."""
    plain = LEADING.sub("", typed.casefold().rstrip("."))
    for other, same in SAME:
        plain = other.sub(same, plain)
    return plain


def hint(typed: str) -> str:
    """Return the sentence that helps who has typed what is no rule; empty where none does."""
    return next((told for pattern, told in HINTS if pattern.search(typed.casefold())), "")
