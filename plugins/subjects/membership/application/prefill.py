"""The address of a form that already knows for which tier one applies."""

from __future__ import annotations

import json
from urllib.parse import quote, unquote_plus, urlsplit, urlunsplit

from .records import Prefill

# Characters. Airtable takes 16,000; mail programs and older proxies give up soon after 2,000.
LONGEST = 2000


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
