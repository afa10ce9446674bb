"""Where one applies for a tier, told truthfully: a real link, a marked example, or that there is none yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlsplit, urlunsplit

from sources.web_addresses import is_reserved

from .model import Application, Prefill, Tier


class State(StrEnum):
    """What a visitor can do about an application."""

    OPEN = "open"
    EXAMPLE = "example"  # preview only: the address is not confirmed
    NOT_ONLINE = "not-online"


@dataclass(frozen=True, slots=True)
class ApplicationLink:
    """The application of one tier as a page shows it; `href` is None when there is nothing to link to."""

    tier_title: str
    state: State
    href: str | None
    host_label: str


def application_link(tier: Tier, shared: Application, *, production: bool) -> ApplicationLink:
    """Return the application of a tier: in production a link only to a confirmed address of a real host."""
    application = inherited(tier.application, shared)
    url = application.url
    host = urlsplit(url).netloc if url else ""
    label = application.host_label or host
    if url is None or (production and not is_confirmed(application)):
        return ApplicationLink(tier.title, State.NOT_ONLINE, None, label)
    href = prefilled(url, application.prefill, tier.title) if application.prefill else url
    return ApplicationLink(tier.title, State.OPEN if is_confirmed(application) else State.EXAMPLE, href, label)


def inherited(own: Application, shared: Application) -> Application:
    """Return an application whose fields are a tier's own, or else the shared ones."""
    return Application.model_construct(
        **{
            name: mine if (mine := getattr(own, name)) is not None else getattr(shared, name)
            for name in Application.model_fields
        }
    )


def is_confirmed(application: Application) -> bool:
    """Tell whether the coalition has confirmed the address, and it is one that can exist."""
    return bool(application.url and application.confirmed and not is_reserved(urlsplit(application.url).netloc))


def prefilled(url: str, prefill: Prefill, value: str) -> str:
    """Return the form's address with one field set to `value`, in the way its service reads it.

    Google Forms takes `entry.N` beside `usp=pp_url`; Airtable takes the name of the field after `prefill_`.
    """
    pairs = {
        "query": [(prefill.field, value)],
        "google": [("usp", "pp_url"), (prefill.field, value)],
        "airtable": [(f"prefill_{prefill.field}", value)],
    }[prefill.style]
    parts = urlsplit(url)
    added = "&".join(f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in pairs)
    return urlunsplit(parts._replace(query=f"{parts.query}&{added}" if parts.query else added))
