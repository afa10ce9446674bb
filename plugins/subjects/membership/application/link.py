"""Where one applies for a tier, as its page shows it: the link, told which tier, or why there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, unquote_plus, urlsplit, urlunsplit

from sources.records.web_addresses import is_reserved
from sources.words import Words

from ..called import named
from ..records import Membership, Tier
from .records import DATES, Application, InterestForm, Prefill
from .window import Announcement, State, Window, announcement, window_on

# Characters. Airtable takes 16,000; mail programs and older proxies give up soon after 2,000.
LONGEST = 2000
# While the form is open, in one way or another, there is a link to it.
TAKEN = (State.OPEN, State.ROLLING)


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


@dataclass(frozen=True, slots=True)
class ApplicationLink:
    """The application of one tier as a page shows it; `href` is None when there is nothing to link to.

    `example` marks an address that is not confirmed, which only the preview links to. `interest_form` is there while
    there is no `href`.
    """

    tier_title: str
    window: Window
    href: str | None
    host_label: str
    example: bool
    announcement: Announcement
    interest_form: InterestForm | None

    @property
    def state(self) -> State:
        """Return what a visitor can do about it."""
        return self.window.state


def application_link(
    tier: Tier, shared: Application, words: Words, *, production: bool, today: date
) -> ApplicationLink:
    """Return the application of a tier on a day: in production a link only to a confirmed address of a real host.

    To a tier that is closed to new members there is no link at all.
    """
    name = named(tier.title, words)
    if tier.closed:
        told = Announcement((words["apply_closed_to_new"].format(tier=name),))
        return ApplicationLink(name, Window(State.NOT_ONLINE), None, "", False, told, None)
    application = inherited(tier.application, shared)
    window = shown_window(application, production=production, today=today)
    url = application.url if window.state in TAKEN else None
    host = urlsplit(application.url).netloc if application.url else ""
    href = prefilled(url, application.prefill, tier.title) if url and application.prefill else url
    return ApplicationLink(
        tier_title=name,
        window=window,
        href=href,
        host_label=application.host_label or host,
        example=bool(href) and not is_confirmed(application),
        announcement=announcement(tier.title, window, application.paused, today, words),
        interest_form=None if href else application.interest_form,
    )


def shown_window(application: Application, *, production: bool, today: date) -> Window:
    """Return the window to show: without a form to open there is none, whatever its dates, but a pause is said."""
    window = window_on(today, application)
    online = is_confirmed(application) or (application.url and not production)
    return window if online or window.state is State.PAUSED else Window(State.NOT_ONLINE)


def shown_some_day(membership: Membership) -> Iterator[str]:
    """Yield the texts of all applications that the clock alone can bring onto a page, whether it shows them today."""
    for one in (membership.application, *(tier.application for tier in membership.tiers)):
        of_others = one.paused and one.paused.reason, one.interest_form and one.interest_form.label
        yield from (text for text in (one.host_label, *of_others) if text)


def inherited(own: Application, shared: Application) -> Application:
    """Return an application whose fields are a tier's own, or else the shared ones.

    All year round and dates exclude each other, so a tier's own word on either replaces the shared one on the other.
    """
    fields = {
        name: mine if (mine := getattr(own, name)) is not None else getattr(shared, name)
        for name in Application.model_fields
    }
    if own.rolling:
        fields |= dict.fromkeys(DATES)
    elif any(getattr(own, name) for name in DATES):
        fields["rolling"] = None
    return Application.model_construct(**fields)


def is_confirmed(application: Application) -> bool:
    """Tell whether the coalition has confirmed the address, and it is one that can exist."""
    return bool(application.url and application.confirmed and not is_reserved(urlsplit(application.url).netloc))
