"""Field types of records: each takes the text that was typed, and returns a typed value or says what it expected."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

from sources.languages import code_of
from sources.problems import quoted

from .days import day_of, months_in
from .sentences import expected

BETWEEN_WORDS = re.compile(r"\s*[,;/&]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WORDS_FOR_YES_AND_NO = {
    **dict.fromkeys(("yes", "true", "y", "on"), True),
    **dict.fromkeys(("no", "false", "n", "off"), False),
}
# For editors, which offer the first two; in any case of letters, which JSON Schema can only spell out.
IN_ANY_CASE = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in WORDS_FOR_YES_AND_NO)
AS_TYPED_YES_OR_NO = {
    "anyOf": [{"enum": ["yes", "no"]}, {"type": "boolean"}, {"type": "string", "pattern": f"^({IN_ANY_CASE})$"}]
}
ALSO = "x-also-called"  # in the schema of a field
AS_TYPED_DAY = {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "pattern": "[0-9]{4}"}]}


class Record(BaseModel):
    """Fields that belong together, read from a file: fixed once read, and closed to fields nobody declared."""

    # Built when the first of them is read: most checks have all of them from the store of results.
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    hash_is_text: ClassVar[bool] = False  # whether " #" within a line of text belongs to it, and begins no comment
    called: ClassVar[str] = ""  # what staff call one of several, in problems and in the editor


@dataclass(frozen=True, slots=True)
class Measured:
    """Marks a field whose text is measured for how hard it is to read; a verbatim one is nobody's task."""

    verbatim: bool = False


class Shown:
    """Marks a field whose text visitors read, so that it is another one in each language."""


class ForStaff:
    """Marks a field of which visitors read nothing as it is typed: notes, and names of files, pages and entries."""


class PublicNumber:
    """Marks a field that holds a telephone number which visitors are given, so that it may stand anywhere."""


class PublicAddress:
    """Marks a field with an e-mail or postal address that visitors are given, so that it may stand anywhere."""


def also(*names: str) -> dict[str, Any]:
    """Return what makes a field known by other names, which some type and of which nothing else can be meant."""
    return {ALSO: list(names)}


def one_or_several(value: Any) -> Any:
    """Return the list that a single text stands for."""
    return [value] if isinstance(value, str) else value


def _each_in_a_line(value: Any) -> Any:
    """Return the list that stands on one line, between commas or "and"."""
    return [part for part in BETWEEN_WORDS.split(value) if part] if isinstance(value, str) else value


def none_yet(value: Any) -> Any:
    """Return the empty list that a field without anything behind it stands for."""
    return () if value is None else value


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        raise expected('small letters, digits and single hyphens, such as "ally-network"', text)
    return text


def is_yes(text: str | None) -> bool:
    """Tell whether a text says yes, in any of the words for it."""
    return WORDS_FOR_YES_AND_NO.get((text or "").casefold(), False)


def _yes_or_no(text: str) -> bool:
    answer = WORDS_FOR_YES_AND_NO.get(text.strip().casefold())
    if answer is None:
        raise expected("yes or no", text)
    return answer


def understood(meant: Callable[[str], object]) -> BeforeValidator:
    """Return what takes a text for what it means, and leaves any other value as it is."""
    return BeforeValidator(lambda value: meant(value) if isinstance(value, str) else value)


def _months(text: Any) -> Any:
    if isinstance(text, str):
        return months_in(text)
    if isinstance(text, int):
        return text
    raise expected('a period such as "6 months" or "1 year"', text)


def in_small_letters(text: Any) -> Any:
    """Return a word as one of a fixed list is written."""
    return text.strip().casefold() if isinstance(text, str) else text


def _year(text: str) -> int:
    if not re.fullmatch(r"(19|20)\d\d", text):
        raise expected("a year such as 2018", text)
    return int(text)


def _grade(text: str) -> int:
    if not re.fullmatch(r"[1-9]|1[0-9]", text):
        raise expected("a school grade from 1 to 19", text)
    return int(text)


def _language(text: str) -> str:
    found = re.fullmatch("([a-z]{2})(?:[-_]([a-z]{2}))?", code_of(text) or text, re.IGNORECASE)
    if not found:
        raise expected('a language such as "en" or "en-US"', text)
    return f"{found[1].lower()}-{found[2].upper()}" if found[2] else found[1].lower()


def _time_zone(text: str) -> str:
    exact = _zones_of(text)
    text = exact[0] if len(exact) == 1 else text
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        known = False
    else:
        known = text == "UTC" or "/" in text  # the others, such as localtime, mean something else on each computer
    if not known:
        raise expected('a time zone such as "America/Chicago"', text, _near_zones(text))
    return text


def _zones_of(text: str) -> list[str]:
    """Return the time zones that a name in any letters, or that of their city alone, may mean."""
    name = text.casefold().replace(" ", "_")
    zones = sorted(zone for zone in available_timezones() if "/" in zone)
    return [zone for zone in zones if f"/{zone}".casefold().endswith(f"/{name}")]


def _near_zones(text: str) -> str:
    zones = sorted(zone for zone in available_timezones() if "/" in zone)
    near = _zones_of(text) or get_close_matches(text, zones, 1, 0.8)
    return f"Did you mean {' or '.join(map(quoted, near))}?" if near else ""


Title = Annotated[str, StringConstraints(min_length=1, max_length=90), Shown()]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300), Shown()]
Text = Annotated[str, StringConstraints(min_length=1, max_length=3000), Shown()]
Named = Annotated[Line, ForStaff()]  # a page, a file or an entry, by what it is called in files
Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": ["string", "number"], "pattern": f"^{ID.pattern}$"})]
YesNo = Annotated[bool, understood(_yes_or_no), WithJsonSchema(AS_TYPED_YES_OR_NO)]
Day = Annotated[date, understood(day_of), WithJsonSchema(AS_TYPED_DAY)]
PastDay = Annotated[Day, "past"]  # told by walk.py, which knows the day of the build
Months = Annotated[int, BeforeValidator(_months, json_schema_input_type=str)]
Grade = Annotated[int, understood(_grade)]
Year = Annotated[int, understood(_year)]
Language = Annotated[str, AfterValidator(_language)]
Languages = Annotated[
    tuple[Language, ...], BeforeValidator(_each_in_a_line, json_schema_input_type=Language | tuple[Language, ...])
]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
