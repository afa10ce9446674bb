"""Field types of records: each takes the text that was typed, and returns a typed value or says what it expected."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from sources.problems import quoted

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PERIOD = re.compile(r"([1-9][0-9]?) (month|year)s?")
LONGEST_PERIOD = 60  # months; who waits longer for the next look has forgotten that there is one
CURLY = re.compile("[\u2018-\u201e\xab\xbb]")  # quotation marks that word processors make
WORDS_FOR_YES_AND_NO = {"yes": True, "true": True, "no": False, "false": False}
# For editors, which offer the first two; in any case of letters, which JSON Schema can only spell out.
IN_ANY_CASE = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in WORDS_FOR_YES_AND_NO)
AS_TYPED_YES_OR_NO = {
    "anyOf": [{"enum": ["yes", "no"]}, {"type": "boolean"}, {"type": "string", "pattern": f"^({IN_ANY_CASE})$"}]
}


class Record(BaseModel):
    """Fields that belong together, read from a file: fixed once read, and closed to fields nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    called: ClassVar[str] = ""  # what staff call one of several, in problems and in the editor


@dataclass(frozen=True, slots=True)
class Measured:
    """Marks a field whose text is measured for how hard it is to read; a verbatim one is nobody's task."""

    verbatim: bool = False


class PublicNumber:
    """Marks a field that holds a telephone number which visitors are given, so that it may stand anywhere."""


def expected(what: str, found: str | None, hint: str = "") -> PydanticCustomError:
    """Return the error that names what was expected and what was found, and a sentence that helps."""
    if found and not hint and CURLY.match(found):
        hint = 'Use straight quotes (").'
    sentence = f"expected {what}, found {quoted(found) if found else 'nothing'}. {hint}".strip()
    return PydanticCustomError("expected", "{sentence}", {"sentence": sentence})


def one_or_several(value: Any) -> Any:
    """Return the list that a single text stands for."""
    return [value] if isinstance(value, str) else value


def _id(text: str) -> str:
    if not ID.fullmatch(text):
        raise expected('small letters, digits and single hyphens, such as "ally-network"', text)
    return text


def _yes_or_no(text: Any) -> Any:
    if isinstance(text, str):
        answer = WORDS_FOR_YES_AND_NO.get(text.casefold())
        if answer is None:
            raise expected("yes or no", text)
        return answer
    return text


def _day(text: Any) -> Any:
    if isinstance(text, str):
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise expected("a date such as 2026-11-23", text)
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise expected("a date such as 2026-11-23", text, "There is no such day.") from None
    return text


def _months(text: Any) -> Any:
    if isinstance(text, str):
        found = PERIOD.fullmatch(text)
        if not found:
            raise expected('a period such as "6 months" or "1 year"', text)
        months = int(found[1]) * (12 if found[2] == "year" else 1)
        if months > LONGEST_PERIOD:
            raise expected("a period of at most 5 years", text)
        return months
    return text


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of a month, or of the calendar, that is too short."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _year(text: Any) -> Any:
    if isinstance(text, str):
        if not re.fullmatch(r"(19|20)\d\d", text):
            raise expected("a year such as 2018", text)
        return int(text)
    return text


def _grade(text: Any) -> Any:
    if isinstance(text, str):
        if not re.fullmatch(r"[1-9]|1[0-9]", text):
            raise expected("a school grade from 1 to 19", text)
        return int(text)
    return text


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", text):
        raise expected('a language such as "en" or "en-US"', text)
    return text


def _time_zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        known = False
    else:
        known = text == "UTC" or "/" in text  # the others, such as localtime, mean something else on each computer
    if not known:
        raise expected('a time zone such as "America/Chicago"', text, _near_zones(text))
    return text


def _near_zones(text: str) -> str:
    zones = sorted(zone for zone in available_timezones() if "/" in zone)
    city = text.casefold().replace(" ", "_")
    near = [zone for zone in zones if zone.casefold().endswith(f"/{city}")] or get_close_matches(text, zones, 1, 0.8)
    return f"Did you mean {' or '.join(map(quoted, near))}?" if near else ""


Title = Annotated[str, StringConstraints(min_length=1, max_length=90)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=3000)]
Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": ["string", "number"], "pattern": f"^{ID.pattern}$"})]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema(AS_TYPED_YES_OR_NO)]
Day = Annotated[date, BeforeValidator(_day)]
PastDay = Annotated[date, BeforeValidator(_day), "past"]  # told by past_days, which knows the day of the build
Months = Annotated[int, BeforeValidator(_months, json_schema_input_type=str)]
Grade = Annotated[int, BeforeValidator(_grade)]
Year = Annotated[int, BeforeValidator(_year)]
Language = Annotated[str, AfterValidator(_language)]
TimeZone = Annotated[str, AfterValidator(_time_zone)]
