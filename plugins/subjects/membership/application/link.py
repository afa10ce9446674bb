"""How one applies for a tier, as its page shows it: the link, told which tier, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sources.words import Words

from ..called import named
from ..records import Membership, Tier
from .lead import Known, Lead, lead
from .records import DATES, WAY, Application
from .services import prefilled
from .window import Announcement, State, Window, announcement, window_on

# While applications are taken, in one way or another, there is a link; who may be invited can read or ask.
TAKEN = (State.OPEN, State.ROLLING, State.INVITATION)


@dataclass(frozen=True, slots=True)
class ApplicationLink:
    """The application of one tier as a page shows it; `lead` is None when there is nothing to link to.

    `example` marks an address that is not confirmed, which only the preview links to. `other` is there while there is
    no `lead`: the wait list of a tier that is full, or else the form for those who cannot apply. `after` says what
    to do with a document.
    """

    window: Window
    lead: Lead | None
    example: bool
    announcement: Announcement
    other: Lead | None
    after: str | None = None
    renewal: Lead | None = None

    @property
    def state(self) -> State:
        """Return what a visitor can do about it."""
        return self.window.state

    @property
    def href(self) -> str | None:
        """Return where one applies."""
        return self.lead.href if self.lead else None


def application_link(tier: Tier, shared: Application, known: Known) -> ApplicationLink:
    """Return the application of a tier on a day: in production a link only to a confirmed address of a real host.

    To a tier that is closed to new members there is none, but its members may renew.
    """
    application = inherited(tier.application, shared)
    window = shown_window(application, production=known.production, today=known.today)
    if tier.closed:
        window = Window(State.CLOSED_TO_NEW)
    found = _lead(application, tier, known) if window.state in TAKEN else None
    renew = application.renew
    return ApplicationLink(
        window=window,
        lead=found,
        example=bool(found) and not application.is_confirmed,
        announcement=_announcement(application, tier, window, known),
        other=None if found or tier.closed else _other(application, tier, window, known),
        after=_after(application, known.words) if found and found.printed else None,
        renewal=lead(renew, _of(tier, "renew_link", known), known) if renew else None,
    )


def _of(tier: Tier, key: str, known: Known) -> str:
    return known.words[key].format(tier=named(tier.title, known.words), title=tier.title)


def _lead(application: Application, tier: Tier, known: Known) -> Lead | None:
    label = known.words[f"apply_{application.by}_link" if application.by else "apply_link"]
    if application.url and application.prefill:
        url = prefilled(application.url, application.prefill, tier.title)
        application = application.model_copy(update={"url": url})
    return _for(tier, lead(application, label, known, application.host_label), known)


def _for(tier: Tier, link: Lead | None, known: Known) -> Lead | None:
    return replace(link, what_for=_of(tier, "link_for", known)) if link else None


def _other(application: Application, tier: Tier, window: Window, known: Known) -> Lead | None:
    wait_list, form = application.wait_list, application.interest_form
    if wait_list and window.state is State.FULL:
        return _for(tier, lead(wait_list, wait_list.label or known.words["apply_wait_list_link"], known), known)
    return lead(form, form.label, known) if form else None


def _announcement(application: Application, tier: Tier, window: Window, known: Known) -> Announcement:
    """Return what to say of a window; of a conversation also that it is one, and with whom if no link says so."""
    words = known.words
    found = announcement(tier.title, window, application.paused, known.today, words)
    if application.by != "conversation" or window.state not in TAKEN:
        return found
    contact = words["apply_contact"].format(contact=known.contact) if known.contact else words["apply_no_contact"]
    whom = () if application.leads else (contact,)
    return Announcement((_of(tier, "apply_conversation", known), *found.sentences, *whom), found.as_of)


def _after(application: Application, words: Words) -> str:
    key = "apply_print_to" if application.send_to else "apply_print"
    return words[key].format(send_to=application.send_to)


def shown_window(application: Application, *, production: bool, today: date) -> Window:
    """Return the window to show: without a way to apply there is none, whatever its dates, but a pause is said."""
    window = window_on(today, application)
    online = application.is_confirmed or (application.leads and not production)
    return window if online or window.state in (State.PAUSED, State.FULL) else Window(State.NOT_ONLINE)


def shown_some_day(membership: Membership) -> Iterator[str]:
    """Yield the texts of all applications that the clock alone can bring onto a page, whether it shows them today."""
    for one in (membership.application, *(tier.application for tier in membership.tiers)):
        of_others = one.paused and one.paused.reason, one.interest_form and one.interest_form.label
        yield from (text for text in (one.host_label, one.send_to, *of_others) if text)


def inherited(own: Application, shared: Application) -> Application:
    """Return an application whose fields are a tier's own, or else the shared ones.

    All year round and dates exclude each other, so a tier's own word on either replaces the shared one on the other.
    So does its own way to apply, with all that is said of the shared one; and who is invited has no dates to keep.
    """
    fields = {
        name: mine if (mine := getattr(own, name)) is not None else getattr(shared, name)
        for name in Application.model_fields
    }
    if given := own.ways:
        fields |= {name: getattr(own, name) for name in (*WAY, "send_to")}
        if shared.ways not in ([], given):
            fields["confirmed"] = own.confirmed
    if own.by == "invitation":
        fields |= {name: getattr(own, name) for name in (*DATES, "rolling", "paused")}
    elif own.rolling:
        fields |= dict.fromkeys(DATES)
    elif any(getattr(own, name) for name in DATES):
        fields["rolling"] = None
    return Application.model_construct(**fields)
