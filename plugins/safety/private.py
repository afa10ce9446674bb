"""What may stand on the site only if the coalition gave it for the public: e-mail, telephone, street, room, names.

Patterns find the usual forms in the United States and are narrow on purpose: a rule that cries at every number is soon
switched off. What they cannot find, above all a name without a title, is said in the staff guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sources.text import in_one_case

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
# What a line holds if it holds anything of the kind, and its rest: what begins with one of few signs is found fast.
AT_SIGN = re.compile("@.*")
BRACKETED_AT = re.compile(r"[(\[]\s?at\s?[)\]]")  # the space in it may be the end of a line
DIGIT = re.compile(r"\d.*")
NUMBERED = re.compile(r"\d[A-Z]? [A-Z\d].*")  # as a street begins
PERSON = re.compile(rf"(?:{'|'.join([*(rf'{title}[. ]' for title in TITLES), *map(re.escape, DEGREES)])}).*")
BEFORE_THE_DIGITS = 2  # signs of a number, as in +(


def emails(text: str) -> Iterator[str]:
    """Yield every e-mail address, also one written with (at)."""
    some = text if BRACKETED_AT.search(text) else lines_with(AT_SIGN, text)
    yield from (found[0] for found in EMAIL.finditer(some))


def phone_numbers(text: str) -> Iterator[str]:
    """Yield every telephone number as it is written."""
    some = lines_with(DIGIT, text)
    for dialed in DIALED.finditer(some):
        start = max(dialed.start() - BEFORE_THE_DIGITS, 0)
        yield from (found[0] for found in PHONE.finditer(some, start, dialed.end() + 1))


def places(text: str) -> Iterator[str]:
    """Yield every street with a number, and every numbered room."""
    some = lines_with(DIGIT, text)
    numbered = lines_with(NUMBERED, some)
    for pattern, lines in ((STREET, numbered), (DRIVE, numbered), (ROOM, some)):
        yield from (found[0] for found in pattern.finditer(lines))


def named_people(text: str) -> Iterator[str]:
    """Yield names that follow a title or precede a degree; other names cannot be told from other words."""
    some = lines_with(PERSON, text)
    for pattern in (TITLED, DEGREE):
        yield from (found["name"] for found in pattern.finditer(some))


@lru_cache(maxsize=8)  # two rules ask for the digits of the same text, one after the other
def lines_with(sign: re.Pattern[str], text: str) -> str:
    """Return the lines in which `sign` finds something, up to the end of the line.

    A pattern finds in them what it finds in the whole text, if that always holds the sign and never the end of a line:
    for what a pattern here sees around it, the end of a line is the same as the end of the text.
    """
    return "\n".join(text[text.rfind("\n", 0, found.start()) + 1 : found.end()] for found in sign.finditer(text))


@lru_cache(maxsize=1024)  # pages share most of their numbers, and all of them the listed ones
def digits(number: str) -> str:
    """Return what of a telephone number is dialed, without the code of North America."""
    dialed = re.sub(r"\D", "", number)
    return dialed[1:] if re.fullmatch(r"1\d{10}", dialed) else dialed


def standing(words: Sequence[str], text: str) -> Iterator[str]:
    """Yield, as they are written, the words that stand in the text; capitals and the kind of space do not matter."""
    folded = in_one_case(text) if words else ""
    for word in words:
        if all(in_one_case(part) in folded for part in word.split()) and (found := _as_words(word).search(text)):
            yield found[0]


@lru_cache
def _as_words(word: str) -> re.Pattern[str]:
    pattern = r"\s+".join(re.escape(part) for part in word.split())
    return re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)
