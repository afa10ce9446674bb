"""The services that run forms, known by the addresses of these: how each is called, and told which tier is meant."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote_plus, urlsplit, urlunsplit

from .records import FIELDS, Prefill

# Characters. Airtable takes 16,000; mail programs and older proxies give up soon after 2,000.
LONGEST = 2000

# Styles whose field is a name that people gave it, which may well be the same at another service.
BY_NAME = ("query", "airtable", "jotform")


@dataclass(frozen=True, slots=True)
class Service:
    """A service: the name that visitors know, and where its forms stand, as host and beginning of the path.

    `styles` are the prefills that it takes, each with a field to put in place of one that it cannot have: not one that
    the checks would let pass by mistake. Short addresses take none. `query` is what it finds in a plain address.
    """

    name: str
    addresses: tuple[str, ...]
    styles: Mapping[str, str]
    query: str = r"(?!)"

    @property
    def shortened(self) -> bool:
        """Tell whether these addresses stand for longer ones, on which nothing can be filled in."""
        return not self.styles

    def takes(self, prefill: Prefill) -> bool:
        """Tell whether the service fills in what an address with this prefill says."""
        plain = prefill.style == "query" and re.fullmatch(self.query, prefill.field)
        return prefill.style in self.styles or bool(plain)

    def instead_of(self, prefill: Prefill) -> str:
        """Return the lines, as they stand in a data file, for a prefill that the service ignores."""
        ready = ((style, _field(style, prefill) or example) for style, example in self.styles.items())
        return " or ".join(f"prefill: {{style: {style}, field: {field}}}" for style, field in ready)


MICROSOFT = {"microsoft": "r0123...", "microsoft-choice": "r0123..."}
SERVICES = (
    Service("Google Forms", ("forms.gle/",), {}),
    Service("Google Forms", ("docs.google.com/forms/",), {"google": "entry.NUMBER"}, r"entry\.\d+"),
    Service("Airtable", ("airtable.com/",), {"airtable": "NAME OF THE FIELD"}, r"prefill_.+"),
    Service(
        "Jotform",
        ("form.jotform.com/", "eu.jotform.com/", "www.jotform.com/form/"),
        {"jotform": "UNIQUE NAME"},
        FIELDS["jotform"][0],
    ),
    Service("Microsoft Forms", ("forms.office.com/r/", "forms.cloud.microsoft/r/"), {}),
    Service("Microsoft Forms", ("forms.office.com/", "forms.cloud.microsoft/"), MICROSOFT, FIELDS["microsoft"][0]),
)


def service_of(url: str) -> Service | None:
    """Return the service that runs the form at an https address; None for one that is not known."""
    address = url.removeprefix("https://")
    return next((service for service in SERVICES if address.startswith(service.addresses)), None)


def _field(style: str, prefill: Prefill) -> str:
    """Return the field of a prefill as another style writes it; empty where it can be no field of that."""
    if prefill.style not in BY_NAME or not re.fullmatch(FIELDS[style][0], prefill.field):
        return ""
    plain = re.fullmatch(r"[^\W\d][\w. -]*(?<! )", prefill.field)
    return prefill.field if plain else json.dumps(prefill.field, ensure_ascii=False)


def prefilled(url: str, prefill: Prefill, value: str) -> str:
    """Return the form's address with one field set to `value`, in place of what the address says of that field.

    Google Forms takes `entry.N` beside `usp=pp_url`; Airtable the name of the field after `prefill_`; Jotform the
    unique name of the field; Microsoft Forms the id of the question, and for a choice its answer as JSON. Spaces are
    written as %20, which all of them read; Microsoft Forms would take a plus for a plus.
    """
    pairs = _pairs(prefill, value)
    parts = urlsplit(url)
    names = {name for name, _ in pairs}
    kept = [pair for pair in parts.query.split("&") if pair and unquote_plus(pair.partition("=")[0]) not in names]
    added = [f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in pairs]
    return urlunsplit(parts._replace(query="&".join([*kept, *added])))


def _pairs(prefill: Prefill, value: str) -> list[tuple[str, str]]:
    match prefill.style:
        case "google":
            return [("usp", "pp_url"), (prefill.field, value)]
        case "airtable":
            return [(f"prefill_{prefill.field}", value)]
        case "microsoft-choice":
            return [(prefill.field, json.dumps(value, ensure_ascii=False))]
        case _:
            return [(prefill.field, value)]
