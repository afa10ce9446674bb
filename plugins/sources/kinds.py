"""The kinds of value that a field can hold. Each takes the text that was typed and returns a typed value, or says
what it expected and what it found.
"""

from __future__ import annotations

import re
from datetime import date
from ipaddress import ip_address
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from .problems import quoted

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PERIOD = re.compile(r"([1-9][0-9]?) (month|year)s?")
TRACKING = re.compile(r"utm_.*|gclid|fbclid|msclkid|mc_eid|mc_cid|igshid|_hsenc")
WORDS_FOR_YES_AND_NO = {"yes": True, "true": True, "no": False, "false": False}
# For editors, which offer the first two; in any case of letters, which JSON Schema can only spell out.
IN_ANY_CASE = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in WORDS_FOR_YES_AND_NO)
AS_TYPED_YES_OR_NO = {
    "anyOf": [{"enum": ["yes", "no"]}, {"type": "boolean"}, {"type": "string", "pattern": f"^({IN_ANY_CASE})$"}]
}


class Record(BaseModel):
    """Fields that belong together, read from a file: fixed once read, and closed to fields nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def expected(what: str, found: object) -> PydanticCustomError:
    """Return the error that names what was expected and what was found."""
    return PydanticCustomError("expected", "{sentence}", {"sentence": f"expected {what}, found {quoted(found)}"})


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
        try:
            if len(text) == len("2026-11-23"):
                return date.fromisoformat(text)
        except ValueError:
            pass
        raise expected("a date such as 2026-11-23", text)
    return text


def _months(text: Any) -> Any:
    if isinstance(text, str):
        found = PERIOD.fullmatch(text)
        if not found:
            raise expected('a period such as "6 months" or "1 year"', text)
        return int(found[1]) * (12 if found[2] == "year" else 1)
    return text


def _year(text: Any) -> Any:
    if isinstance(text, str):
        if not re.fullmatch(r"(19|20)\d\d", text):
            raise expected("a year such as 2018", text)
        return int(text)
    return text


def _https(text: str) -> str:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        raise expected("an https address", text) from None
    if parts.scheme != "https" or not re.fullmatch(r"[!-~]+", text) or re.search(r'[<>"\\^`{|}]', text):
        raise expected("an https address", text)
    if "@" in parts.netloc:
        raise expected("an https address without user name or password", text)
    if _is_ip(host) or not re.fullmatch(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", host) or parts.netloc != host:
        raise expected(
            "an https address with a host name in small letters, such as https://forms.example.org/join", text
        )
    tracking = [key for key, _ in query if TRACKING.fullmatch(key.casefold())]
    if tracking:
        raise expected(f'an address that does not follow its readers: remove "{tracking[0]}"', text)
    return text


def _site_address(text: str) -> str:
    address = _https(text).rstrip("/")
    if not re.fullmatch(r"https://[^/]+(/[A-Za-z0-9._~-]+)*", address):
        raise expected("the address of the whole site, such as https://www.example.org/coalition", text)
    return address


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


Title = Annotated[str, StringConstraints(min_length=1, max_length=90)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=3000)]
Id = Annotated[str, AfterValidator(_id), WithJsonSchema({"type": ["string", "number"], "pattern": f"^{ID.pattern}$"})]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema(AS_TYPED_YES_OR_NO)]
Day = Annotated[date, BeforeValidator(_day)]
Months = Annotated[int, BeforeValidator(_months, json_schema_input_type=str)]
Year = Annotated[int, BeforeValidator(_year)]
HttpsAddress = Annotated[str, AfterValidator(_https), WithJsonSchema({"type": "string", "pattern": "^https://"})]
SiteAddress = Annotated[str, AfterValidator(_site_address), WithJsonSchema({"type": "string", "pattern": "^https://"})]
