"""Where one applies for a tier, told truthfully: a real link, a marked example, or that there is none yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from sources.web_addresses import is_reserved
from sources.words import Words

from .announcement import Announcement, announcement
from .application_model import DATES, Application, InterestForm
from .model import Membership, Tier
from .prefill import prefilled
from .window import State, Window, window_on

# While the form is open, in one way or another, there is a link to it.
TAKEN = (State.OPEN, State.ROLLING)


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
    """Return the application of a tier on a day: in production a link only to a confirmed address of a real host."""
    application = inherited(tier.application, shared)
    window = shown_window(application, production=production, today=today)
    url = application.url if window.state in TAKEN else None
    host = urlsplit(application.url).netloc if application.url else ""
    href = prefilled(url, application.prefill, tier.title) if url and application.prefill else url
    return ApplicationLink(
        tier_title=tier.title,
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
