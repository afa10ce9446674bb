"""Finds e-mail addresses, telephone numbers, streets, rooms and names, which need the consent of those they belong to.

Patterns find the usual forms in the United States, and are narrow, so that dates, prices and other numbers pass. What
they cannot find, above all a name without a title, is said in the staff guide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote

from sources.text import in_one_case

from .harmless import DEGREES, NUMBERS, PEOPLE, PLACES, TITLE, TITLES, Found, found_in, harmless, of_nobody

# Signs that look like another, or like nothing, in words that are the same to a reader.
ALIKE = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032\xb4`", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\xad\u034f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
}
MOST_NESTED = 5  # addresses within addresses, each coded once more
A_SPACE = re.compile(r"\+(?!\d{7})")  # what + means, but for a telephone number
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}(?:@ ?|\s?[(\[]\s?at\s?[)\]]\s?)[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
# North American numbers with or without area code, and any that begin with + (ITU-T E.123); no day, year or ZIP+4.
SPACE = r"(?: ?[.\u2010-\u2013-] ?|[ \u00a0])"
NO_NUMBER_BEFORE = r"(?<![\w.+-])(?<!\d,)"
DIALED = re.compile(r"\d[\d ().\u00a0\u2010-\u2013-]{5,}\d")  # what holds a number, if anything does
PHONE = re.compile(
    rf"{NO_NUMBER_BEFORE}(?:\+?1{SPACE}?)?(?:\(\d{{3}}\){SPACE}?|\d{{3}}{SPACE})\d{{3}}{SPACE}\d{{4}}(?![\w-])"
    rf"|{NO_NUMBER_BEFORE}\d{{3}}-\d{{4}}(?![\w-])"
    # Run together: area and exchange begin with neither 0 nor 1 (https://nanpa.com/).
    rf"|{NO_NUMBER_BEFORE}(?:\+?1)?[2-9]\d\d[2-9]\d{{6}}(?![\w-])"
    r"|(?<!\w)\+\d(?:[ ().-]{0,2}\d){7,14}(?!\w)"
)
NAME = r"(?:[A-Z][\w'\u2019.-]*|\d+(?:st|nd|rd|th))"
STREETS = "Street|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Parkway|Pkwy|Highway|Hwy"
# "St" is a street at the end, before a saint, or before a town with its state that is not named after a saint.
SAINTS = "Ann|Anthony|Charles|Clair|Francis|Francois|George|James|John|Joseph|Louis|Mary|Paul|Peters?|Robert|Thomas"
ST = rf"St\b(?:(?!\.? [A-Z])|(?=\.? St\.? [A-Z])|(?=\.? (?!(?:{SAINTS})\b)[A-Z]\w+(?: [A-Z]\w+)?,? [A-Z][A-Za-z]\b))"
STREET = re.compile(rf"\b\d{{1,6}}[A-Z]?(?: {NAME}){{1,5}} (?:{STREETS}|{ST})\b")
# Words that also name other things, as in "our 2018 Toy Drive": only after a number that is no year.
DRIVES = "Drive|Dr|Court|Ct|Place|Pl|Terrace|Way"
DRIVE = re.compile(rf"\b(?!(?:19|20)\d\d )\d{{2,6}}[A-Z]?(?: {NAME}){{1,5}} (?:{DRIVES})\b")
# A road that has a letter or a number, as in "15500 Highway H".
ROUTE = re.compile(r"\b(?!(?:19|20)\d\d )\d{3,6} (?:Highway|Hwy|Route|Rte|Road)\.? (?:[A-Z]{1,2}|\d{1,3})\b")
ROOM = re.compile(r"\b(?:room|suite|apartment|apt\.?|(?-i:Rm\.?|Ste\.?)) ?#? ?\d+[a-z]?\b", re.IGNORECASE)
SURNAME = r"[A-Z][\w'\u2019-]+"
TITLED = re.compile(rf"\b{TITLE}(?P<name>(?:[A-Z]\. ?)?{SURNAME}(?: (?:[A-Z]\. )?{SURNAME}){{0,2}})")
DEGREE = re.compile(rf"\b(?P<name>{SURNAME}(?: [A-Z][\w'\u2019.-]*){{1,2}}),? {DEGREES}\b")
# What a line holds if it holds anything of the kind, and its rest: what begins with one of few signs is found fast.
AT_SIGN = re.compile("@.*")
BRACKETED_AT = re.compile(r"[(\[]\s?at\s?[)\]]")  # the space in it may be the end of a line
DIGIT = re.compile(r"\d.*")
NUMBERED = re.compile(r"\d[A-Z]? [A-Z\d].*")  # as a street begins
PERSON = re.compile(rf"(?:(?:{TITLES})[. ]|{DEGREES}).*")
BEFORE_THE_DIGITS = 2  # signs of a number, as in +(
# Links that call or write to a number, which stands in them without spaces.
CHAT = re.compile(r"(?:\bwa\.me/|[?&](?:phone|tel|number)=)\+?(?P<name>\d{7,15})\b")
WITH_AREA = 10  # digits; an address holds many shorter numbers that are none of a telephone


def plain(text: str) -> str:
    """Return a text without what hides its words: other forms of the same letter, space, dash or apostrophe."""
    if text.isascii():
        return text
    for sign, usual in ALIKE.items():
        text = text.replace(sign, usual)
    return unicodedata.normalize("NFKC", text)


@lru_cache(maxsize=4096)  # pages share most of their addresses
def address_words(address: str) -> str:
    """Return what an address says to who reads it, decoded as often as it is coded."""
    for _ in range(MOST_NESTED):
        address = unquote(address)
    said = plain(A_SPACE.sub(" ", address))
    return f"{said}\n{said.title()}" if "map" in said.casefold() else said  # people look up streets in small letters


def numbers_in_addresses(words: str) -> Iterator[Found]:
    """Yield every telephone number in the words of addresses, also where it is called by another service."""
    yield from (found for found in phone_numbers(words) if len(digits(found.words)) >= WITH_AREA)
    yield from found_in(CHAT, words)


def emails(text: str) -> Iterator[str]:
    """Yield every e-mail address, also one written with (at)."""
    some = text if BRACKETED_AT.search(text) else lines_with(AT_SIGN, text)
    yield from (found[0] for found in EMAIL.finditer(some))


def phone_numbers(text: str) -> Iterator[Found]:
    """Yield every telephone number as it is written."""
    some = lines_with(DIGIT, text)
    for dialed in DIALED.finditer(some):
        start = max(dialed.start() - BEFORE_THE_DIGITS, 0)
        found = found_in(PHONE, some, start, dialed.end() + 1)
        yield from (one for one in found if not harmless(one, NUMBERS))


def places(text: str) -> Iterator[Found]:
    """Yield every street with a number, and every numbered room."""
    some = lines_with(DIGIT, text)
    numbered = lines_with(NUMBERED, some)
    for pattern, lines in ((STREET, numbered), (DRIVE, numbered), (ROUTE, numbered), (ROOM, some)):
        yield from (one for one in found_in(pattern, lines) if not harmless(one, PLACES))


def named_people(text: str) -> Iterator[Found]:
    """Yield names that follow a title or precede a degree; other names cannot be told from other words."""
    some = lines_with(PERSON, text)
    for pattern in (TITLED, DEGREE):
        found = (one for one in found_in(pattern, some) if not harmless(one, PEOPLE))
        yield from (one for one in found if pattern is TITLED or not of_nobody(one))


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
    """Yield, as they are written, the words that stand in the text; capitals and what is between them do not matter."""
    folded = in_one_case(text) if words else ""
    for word in words:
        if all(in_one_case(part) in folded for part in _parts(word)) and (found := _as_words(word).search(text)):
            yield found[0]


@lru_cache
def _as_words(word: str) -> re.Pattern[str]:
    pattern = r"[\s_-]+".join(re.escape(part) for part in _parts(word))
    return re.compile(rf"(?<![^\W_]){pattern}(?![^\W_])", re.IGNORECASE)


@lru_cache
def _parts(word: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[\s_-]+", plain(word)) if part)
