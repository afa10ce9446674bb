"""Rules by which an event comes again, as people write them: "second Tuesday of each month" or "every two weeks".

What other words mean the same, and what helps where none do, stands first.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from sources.records.days import COUNTS, WEEKDAYS
from sources.records.sentences import expected

from .rule import Rule, Unit

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
UNITS: dict[str, Unit] = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
DAYS_IN: dict[Unit, int] = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}
LONGEST = 50 * DAYS_IN["YEARLY"]  # days between two times; more is a slip of typing
ADVERBS: dict[str, tuple[Unit, int]] = {
    "daily": ("DAILY", 1),
    "weekly": ("WEEKLY", 1),
    "fortnightly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "quarterly": ("MONTHLY", 3),
    "yearly": ("YEARLY", 1),
    "annually": ("YEARLY", 1),
}
SEPARATOR = r"(?:,? and |, ?| & | ?/ ?)"
COUNT = rf"(?P<count>other|\d{{1,9}}|{'|'.join(word for word in COUNTS if word and word != 'half a')})"
DAY = rf"(?:{'|'.join(name[:3].casefold() for name in WEEKDAYS)})[a-z]*"
DAYS = rf"{DAY}(?:{SEPARATOR}{DAY})*"
NTH = "|".join(ORDINALS)
PLACED = rf"(?:{NTH})(?:{SEPARATOR}(?:{NTH}))* {DAYS}"  # first and third Friday
OF_MONTH = rf"(?P<of>,? (?:of|in) (?:the |each |every |a )?(?:{COUNT} )?months?)"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:{COUNT} )?(?P<unit>day|week|month|year)s?",
        rf"(?:{COUNT} )?(?P<unit>week)s?(?: on(?: the)? (?P<days>{DAYS}))",
        rf"(?:{COUNT} )?(?P<days>{DAYS})",
        rf"(?P<from>{DAY})(?: to | through | ?[-\u2013] ?)(?P<to>{DAY})",
        rf"(?P<placed>{PLACED}(?:{SEPARATOR}(?:the )?{PLACED})*){OF_MONTH}?",
        rf"(?:day )?(?P<date>\d{{1,2}}|last(?= day))(?:st|nd|rd|th)?(?: day)?{OF_MONTH}",
    )
)
TWO_READINGS = 'Write "every other {0}" for every two weeks, or "second {0} of each month".'
SUCH = 'a rule such as "second Tuesday of each month", "every week on Monday" or "every two weeks"'


def usual(typed: str) -> str:
    """Return a rule in small letters and in the words that are most usual for it."""
    plain = LEADING.sub("", typed.casefold().rstrip("."))
    for other, same in SAME:
        plain = other.sub(same, plain)
    return plain


def hint(typed: str) -> str:
    """Return the sentence that helps who has typed what is no rule; empty where none does."""
    return next((told for pattern, told in HINTS if pattern.search(typed.casefold())), "")


def rule_of(text: str) -> Rule:
    """Return the rule that a text means; raise the error that says what was expected."""
    typed = " ".join(text.split())
    plain = usual(typed)
    if plain in ADVERBS:
        return Rule(typed, *ADVERBS[plain])
    found = next((match.groupdict() for form in FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        raise expected(SUCH, text, hint(text))
    days = tuple((day, 0) for day in _days(found.get("days"), text) or _span(found, text))
    placed, date_typed = found.get("placed"), found.get("date")
    unit: Unit = "MONTHLY" if placed or date_typed else "WEEKLY" if days else UNITS[found["unit"] or ""]
    interval = _interval(found.get("count"), unit, text)
    if date_typed:
        return Rule(typed, unit, interval, month_day=_month_day(date_typed, text))
    if placed and not found["of"] and re.match("(?:every|each) second ", typed.casefold()):
        both = TWO_READINGS.format(placed.partition(" ")[2].capitalize())
        raise expected("a rule that can be read in one way", text, both)
    return Rule(typed, unit, interval, tuple(dict.fromkeys(_placed(placed, text) if placed else days)))


def _placed(typed: str, text: str) -> list[tuple[int, int]]:
    """Return weekdays with their places in the month: first and third Friday."""
    groups = re.findall(rf"((?:{NTH})(?:{SEPARATOR}(?:{NTH}))*) ({DAYS})", typed)
    return [(day, ORDINALS[place]) for places, days in groups for place in _parts(places) for day in _days(days, text)]


def _parts(text: str) -> list[str]:
    return re.split(SEPARATOR, text)


def _interval(count: str | None, unit: Unit, text: str) -> int:
    if not count:
        return 1
    interval = 2 if count == "other" else int(count) if count.isdecimal() else int(COUNTS[count])
    if not interval:
        raise expected(SUCH, text, 'After 0 there is no next time. Does it come once? Leave "every" out.')
    if interval * DAYS_IN[unit] > LONGEST:
        raise expected(SUCH, text, "It would not come again within 50 years.")
    return interval


def _month_day(typed: str, text: str) -> int:
    if typed == "last":
        return -1
    if (day := int(typed)) not in range(1, 32):
        raise expected(SUCH, text, "There is no such day of a month.")
    return day


def _span(found: dict[str, str | None], text: str) -> list[int]:
    """Return the weekdays from one to another, which may be in the week after."""
    ends = [day for name in ("from", "to") for day in _days(found.get(name), text)]
    if not ends:
        return []
    first, last = ends
    return [(first + number) % 7 for number in range((last - first) % 7 + 1)]


def _days(names: str | None, text: str) -> list[int]:
    """Return the weekdays of a list of names, or of what they begin with."""
    known = [name.casefold() for name in WEEKDAYS]
    days = []
    for name in _parts(names) if names else ():
        plain = name if name in known else name.removesuffix("s")
        found = [day for day, one in enumerate(known) if one.startswith(plain)]
        if len(found) != 1:
            raise expected(SUCH, text)
        days += found
    return days


def _rule(value: Any) -> Any:
    if isinstance(value, Rule | None):
        return value
    if not isinstance(value, str):
        raise expected(SUCH, value)
    return None if value.strip().casefold() in NOT_AGAIN else rule_of(value)


AnyRule = Annotated[Rule | None, BeforeValidator(_rule), WithJsonSchema({"type": "string"})]
