"""When an event begins and ends, out of one text: "2027-03-09 18:30 to 20:00", "6-8 pm", "March 12-14, 2027"."""

from __future__ import annotations

import re

from sources.records.moments import time_of

HOUR = r"\d{1,2}(?:[:.]\d{2})?"
HALF = r"[ap]\.? ?m\.?"
TIME = rf"(?:\d{{1,2}}[:.]\d{{2}}(?: ?{HALF})?|\d{{1,2}} ?{HALF}|noon)"
YEAR = r"\b\d{4}\b"
TO = r"(?: ?[-\u2013\u2014] ?| to | until | till | through )"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<day>.*\s)(?P<hour>{HOUR}){TO}(?P<ends>{HOUR} ?(?P<half>{HALF}))",
        rf"(?P<starts>.*\b{TIME}){TO}(?P<ends>{TIME})",
        rf"(?P<starts>.*\b{TIME}){TO}(?P<ends>.+\b{TIME})",
        rf"(?P<starts>.*{YEAR}.*?)(?! ?-\S){TO}(?P<ends>.*{YEAR}.*)",
        rf"(?P<month>[^\W\d_]+\.? )(?P<first>\d{{1,2}}){TO}(?P<last>\d{{1,2}})(?P<year>,? \d{{4}})",
        rf"(?P<first>\d{{1,2}}){TO}(?P<last>\d{{1,2}})(?P<month> [^\W\d_]+\.?)(?P<year>,? \d{{4}})",
    )
)


def both_ends(text: str) -> tuple[str, str] | None:
    """Return the beginning and the end that a text names; None where it names no two."""
    plain = " ".join(text.split())
    return next((_ends(found) for form in FORMS if (found := form.fullmatch(plain))), None)


def _ends(found: re.Match[str]) -> tuple[str, str]:
    parts = found.groupdict()
    if hour := parts.get("hour"):
        return f"{parts['day']}{_beginning(hour, parts['ends'], parts['half'])}", parts["ends"]
    if month := parts.get("month"):
        days = (parts[end] + month if found.start("first") == 0 else month + parts[end] for end in ("first", "last"))
        first, last = (f"{day}{parts['year']}" for day in days)
        return first, last
    return parts["starts"], parts["ends"]


def _beginning(hour: str, ends: str, half: str) -> str:
    """Return an hour in the half of the day in which it comes before the end."""
    other = "am" if half.casefold().startswith("p") else "pm"
    for one in (half, other):
        try:
            if time_of(f"{hour} {one}") < time_of(ends):
                return f"{hour} {one}"
        except ValueError:
            continue
    return f"{hour} {half}"
