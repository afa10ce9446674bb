"""What may stand on the site only if the coalition gave it for the public: e-mail, telephone, street, room, names.

Patterns find the usual forms in the United States and are narrow on purpose: a rule that cries at every number is soon
switched off. What they cannot find, above all a name without a title, is said in the staff guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[(\[]\s?at\s?[)\]]\s?)[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
# North American numbers with or without area code, and any that begin with + (ITU-T E.123); no day, year or ZIP+4.
SPACE = r"[ .\u00a0\u2010-\u2013-]"
DIALED = re.compile(r"\d[\d ().\u00a0\u2010-\u2013-]{5,}\d")  # what holds a number, if anything does
PHONE = re.compile(
    rf"(?<![\w.,+-])(?:\+?1{SPACE}?)?(?:\(\d{{3}}\){SPACE}?|\d{{3}}{SPACE})\d{{3}}{SPACE}\d{{4}}(?![\w-])"
    r"|(?<![\w.,+-])\d{3}-\d{4}(?![\w-])"
    r"|(?<!\w)\+\d(?:[ ().-]{0,2}\d){7,14}(?!\w)"
)
NAME = r"(?:[A-Z][\w'\u2019.-]*|\d+(?:st|nd|rd|th))"
STREETS = (
    "Street",
    "Avenue",
    "Ave",
    "Road",
    "Rd",
    "Boulevard",
    "Blvd",
    "Lane",
    "Ln",
    "Parkway",
    "Pkwy",
    "Highway",
    "Hwy",
)
STREET = re.compile(rf"\b\d{{1,6}}[A-Z]?(?: {NAME}){{1,4}} (?:{'|'.join(STREETS)}|St\b(?!\.? [A-Z]))\b")
# Words that also name other things, as in "our 2018 Toy Drive": only after a number that is no year.
DRIVES = ("Drive", "Dr", "Court", "Ct", "Place", "Pl", "Terrace", "Way")
DRIVE = re.compile(rf"\b(?!(?:19|20)\d\d )\d{{2,6}}[A-Z]?(?: {NAME}){{1,4}} (?:{'|'.join(DRIVES)})\b")
ROOM = re.compile(r"\b(?:room|suite|apartment|apt\.?|(?-i:Rm\.?|Ste\.?)) ?#? ?\d+[a-z]?\b", re.IGNORECASE)
TITLES = ("Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev")
TITLED = re.compile(rf"\b(?:{'|'.join(TITLES)})\.? (?P<name>[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){{0,2}})")
DEGREES = ("MSW", "LCSW", "LMSW", "LPC", "PhD", "Ph.D", "M.D", "J.D", "Esq")
DEGREE = re.compile(
    r"\b(?P<name>[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019.-]*){1,2}),? "
    rf"(?:{'|'.join(map(re.escape, DEGREES))})\b"
)
Patterns = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
# A pattern is only tried on a text that holds one of its words, which is looked up a hundred times faster.
ROOMS = ("room", "suite", "apartment", "apt", "Rm", "Ste")
PLACES: Patterns = ((STREET, (*STREETS, "St")), (DRIVE, DRIVES), (ROOM, ROOMS))
PEOPLE: Patterns = ((TITLED, TITLES), (DEGREE, DEGREES))
AT_SIGN = re.compile(r"@|[(\[]\s?at\s?[)\]]")
BEFORE_THE_DIGITS = 2  # signs of a number, as in +(


def emails(text: str) -> Iterator[str]:
    """Yield every e-mail address, also one written with (at)."""
    if AT_SIGN.search(text):
        yield from (found[0] for found in EMAIL.finditer(text))


def phone_numbers(text: str) -> Iterator[str]:
    """Yield every telephone number as it is written."""
    for dialed in DIALED.finditer(text):
        start = max(dialed.start() - BEFORE_THE_DIGITS, 0)
        yield from (found[0] for found in PHONE.finditer(text, start, dialed.end() + 1))


def places(text: str) -> Iterator[str]:
    """Yield every street with a number, and every numbered room."""
    yield from (found[0] for found in _found(PLACES, text))


def named_people(text: str) -> Iterator[str]:
    """Yield names that follow a title or precede a degree; other names cannot be told from other words."""
    yield from (found["name"] for found in _found(PEOPLE, text))


def _found(patterns: Patterns, text: str) -> Iterator[re.Match[str]]:
    in_any_case = f"{text}\n{text.casefold()}"
    for pattern, words in patterns:
        if any(word in in_any_case for word in words):
            yield from pattern.finditer(text)


def digits(number: str) -> str:
    """Return what of a telephone number is dialed, without the code of North America."""
    dialed = re.sub(r"\D", "", number)
    return dialed[1:] if re.fullmatch(r"1\d{10}", dialed) else dialed


def standing(words: Iterable[str], text: str) -> Iterator[str]:
    """Yield, as they are written, the words that stand in the text; capitals and the kind of space do not matter."""
    for word in words:
        pattern = r"\s+".join(re.escape(part) for part in word.split())
        if found := re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
            yield found[0]
