"""What only looks like a place, a person or a telephone number, known by the words around it: shapes in tables.

What a shape holds whole is let pass, so each is narrow: where both readings are possible, staff decide (approvals.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

AROUND, SEEN = 100, 500  # signs before and after what was found that may tell what it is, and whom it is about
Shapes = tuple[str, ...]
searching = cache(re.compile)  # each shape when first searched for: most sites hold nothing that might be one


CAP = r"[A-Z][\w'.&-]*"
WAYS = "Street|Avenue|Boulevard|Parkway|Highway|Road|Lane|Drive|Court|Place|Way"
# A word of a name before the street: past a street, what follows is of no importance.
NAME = rf"(?!(?:{WAYS}|St|Ave|Blvd|Pkwy|Hwy|Rd|Ln|Dr|Ct|Pl|Terrace)\b){CAP}"
# What one counts, and where nobody lives: "25 Family Court judges".
COUNTED = (
    "judges|clerks|officers|staff|teams|mentors|advocates|volunteers|members|professionals|partners|attorneys|lawyers|"
    "workers|graduates|participants|agencies|dockets|cases|decisions|rulings|orders|records|forms|hearings|sessions|"
    "programs|visits|sites|locations|signs|kits|classes|prosecutions|convictions"
)
COURTS = (
    "Family|Drug|DWI|Juvenile|Teen|Youth|Circuit|District|County|State|Federal|Municipal|Tribal|Supreme|Superior|"
    "Appellate|Probate|Traffic|Trafficking|Treatment|Health|Veterans"
)
COLLECTED = "Blood|Food|Coat|Toy|Sock|Backpack|Hygiene|Diaper|Clothing|Blanket|School Supply|Membership|Pajama"
EVENTS = (
    "dinner|luncheon|gala|walk|5k|10k|campaign|raffle|tribute|benefit|concert|festival|parade|auction|conference|"
    "fundraiser|interview|report|court decision|journal|novel|film|documentary|case"
)
NO_HOUSE = r"(?!-| (?i:center|room|hall|house|shelter))"
PLACES: Shapes = (
    rf"\d+ (?:{NAME} )*(?:(?:{COURTS}) Court|(?:Safe|Sacred|Market) Place|(?:United|Safe) Way|Silk Road)"
    rf" (?:{CAP} )?(?:{COUNTED})\b",
    rf"\d+ (?:{NAME} )*(?:{COLLECTED}) Drive",
    rf"\d+ (?:{NAME} )*Highway Patrol",
    r"\d+ Main Street (?:Missouri|America) [a-z]+s\b",
    rf"(?<!at )(?<!to )(?<!from )(?<!near )(?:19|20)\d\d (?:{NAME} )+(?:{WAYS}) (?:{CAP} )?(?i:{EVENTS})\b{NO_HOUSE}",
    rf"\b(?:In|Since|By|Until|During) (?:19|20)\d\d (?:{NAME} )+(?:{WAYS})",
    r"(?i:\b(?:breakout|zoom|webex|chat|virtual) (?:waiting |breakout )?room \d+)",
    r"(?i:\broom \d+ (?:on|via) (?:zoom|teams|webex|skype))",
    r"(?i:\b(?:microsoft|google|adobe|creative|wordperfect) suite \d+)",
)

TITLES = "Mr|Mrs|Ms|Mx|Dr|Prof|Rev"
TITLE = rf"(?:(?:{TITLES})\.? )+"
NAMED_AFTER = "Scholarship|Fellowship|Award|Prize|Medal|Lecture|Memorial|Fund|Foundation|Institute|Academy|School"
DEGREES = r"(?:MSW|LCSW|LMSW|LPC|PhD|Ph\.D|M\.D|J\.D|Esq)"
# Words that say what somebody does or learned; a name is none of them.
OFFICES = (
    "The|An?|Our|Each|Every|Two|Three|Licensed|Certified|Registered|Professional|Clinical|Social|Public|Behavioral|"
    "Mental|Health|Crisis|Trauma|Forensic|School|Victim|Staff|Program|Case|Night|Master|Doctor|Graduate|Law|Senior|"
    "Work|Worker|Counselor|Counseling|Therapist|Psychologist|Nurse|Examiner|Manager|Director|Supervisor|Supervision|"
    "Coordinator|Advocate|Attorney|Specialist|Department|College|University"
)
PEOPLE: Shapes = (
    rf"(?<!\d ){TITLE}Martin Luther King",
    rf"\b(?:[Tt]he|[Aa]t) {TITLE}(?:{CAP} ){{1,4}}(?:{NAMED_AFTER})\b(?! (?:winner|recipient|nominee)s?)",
    r"\bRev\. (?:Stat|Code)\b(?: (?:Section|Title|Chapter|Ann)\b)*",
    r"\bMs\.? (?:Foundation|Magazine)\b",
    r"\bDr\. Seuss\b|\bDr\. King's (?:birthday|dream|legacy|letter|message|speech|vision|words)",
    r"\bSanta and Mrs\. Claus\b|\bMrs\. Claus and Santa\b",
)
# The same, where nobody is named before it; as a passage of its own it may stand below a name.
ROLES: Shapes = (
    rf"(?:(?:{OFFICES}) )+(?:{OFFICES}),? {DEGREES}\b",
    rf"(?:{CAP} ){{1,2}}(?:University|College|School),? {DEGREES}\b",
)
MAY_BE_A_NAME = rf"\b(?!(?:{OFFICES}|At|By|For|From|In|On|To|She|He|They|This|That|Who|Everybody)\b){CAP}"
A_NAME = re.compile(
    rf"{MAY_BE_A_NAME}(?: [A-Z]\.)? {MAY_BE_A_NAME}|{MAY_BE_A_NAME}(?: |(?:,| is| was) (?:an? |the |our )?)$"
)
SENTENCE_END = re.compile(r"(?<=[a-z\d]{2}[.!?]) (?=[A-Z])")
OF_SOMEBODY = re.compile(r"\b(?:she|he|they|who|her|his|their|our)\b", re.IGNORECASE)

IDS = "(?i:grant|award|case|cause|docket|permit|license|invoice|tracking|serial|parcel|item|isbn|isbn-10|npi|pmid|ein)"
OTHER_IDS = "(?i:reference|order|account|policy|confirmation|member|event|tax|certificate|contract)"
A_NUMBER = r"(?i:id|code|number|no|#)"
PEOPLE_COUNTED = "people|adults|children|youth|students|families|guests|members|survivors|volunteers|words|pages|miles"
NUMBERS: Shapes = (
    r"[#/=$]1?\d{10}",
    r"\$\d{3}-\d{4}",
    rf"\b(?:{IDS}(?: {A_NUMBER})?|{OTHER_IDS} {A_NUMBER})(?:\.|:)? ?(?:is )?#? ?\d{{10,11}}",
    r"(?i:\b(?:meeting|webinar) id(?::| is)?) \d{3} \d{3} \d{4}",
    rf"\d\d0-[1-9]\d00 (?:{PEOPLE_COUNTED})\b",
)


class Found(NamedTuple):
    """What looks like somebody's: the words that a message names, and where it stands in its line, or around it."""

    words: str
    line: str
    start: int
    end: int


def found_in(pattern: re.Pattern[str], text: str, *within: int) -> Iterator[Found]:
    """Yield whatever a pattern finds in a text, by the words of its group `name` or by all."""
    for one in pattern.finditer(text, *within):
        first, last = max(one.start() - SEEN, 0), one.end() + SEEN
        begin, end = text.rfind("\n", first, one.start()) + 1 or first, text.find("\n", one.end(), last)
        words = one["name"] if "name" in pattern.groupindex else one[0]
        yield Found(words, text[begin : end if end >= 0 else last], one.start() - begin, one.end() - begin)


def harmless(found: Found, shapes: Shapes) -> bool:
    """Tell whether something that was found is part of one of the shapes."""
    return any(True for shape in shapes for _ in _around(found, shape))


def of_nobody(found: Found) -> bool:
    """Tell whether what looks like a name with a degree is a role or a school, and no person is named before it."""
    roles = [one.span() for shape in ROLES for one in _around(found, shape)]
    parts = ((found.line[:start], found.line[end:]) for start, end in roles)
    return any((before + after).strip(" .") and not A_NAME.search(_about(before)) for before, after in parts)


def _about(before: str) -> str:
    """Return the words that tell whose role it is: of its sentence, if that has some, and names nobody again."""
    sentence = SENTENCE_END.split(before)[-1]
    return before if not sentence.strip() or OF_SOMEBODY.search(sentence) else sentence


def _around(found: Found, shape: str) -> Iterator[re.Match[str]]:
    some = searching(shape).finditer(found.line, max(found.start - AROUND, 0), found.end + AROUND)
    return (one for one in some if one.start() <= found.start and found.end <= one.end())
