"""The records of an application in `content/data/membership.yaml`: where it leads, its dates, what to know."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, model_validator

from sources.records.fields import Day, Line, Named, PublicAddress, Record, Text, Title, YesNo, in_small_letters
from sources.records.sentences import expected
from sources.records.web_addresses import E_MAIL, EmailAddress, HttpsAddress, is_reserved, mail_host
from sources.records.year_days import DayOrYearDay

PLACES = ("url", "page", "email", "document")  # of which a link leads to one
# What people write for the two ways that need no form.
MEANT = {
    **dict.fromkeys(("invite", "invited", "invitation only", "by invitation", "by invitation only"), "invitation"),
    **dict.fromkeys(("talk", "talk to us", "a conversation", "contact", "contact us"), "conversation"),
}
# What a field of each service looks like, and how to say so. The services ignore any other in silence.
# Microsoft's ids are those of its own "pre-filled link"; its help pages do not explain them.
FIELDS = {
    "google": (r"entry\.\d+", 'a Google field such as "entry.123456"'),
    "airtable": (r"(?!prefill_).+", 'the name of the Airtable field as in the table, without "prefill_"'),
    "jotform": (r"\w+", 'the unique name of a Jotform field, such as "membershipTier"'),
    "microsoft": (r"r[0-9a-f]{32}", 'a Microsoft field: "r" and 32 digits and letters from the pre-filled link'),
    "microsoft-choice": (r"r[0-9a-f]{32}", 'a Microsoft field: "r" and 32 digits and letters from the pre-filled link'),
    "query": (r"[^\s=&?#]+", 'the name of one field, such as "tier"'),
}

Services = Literal["query", "google", "airtable", "jotform", "microsoft", "microsoft-choice"]
Style = Annotated[Services, BeforeValidator(in_small_letters)]


def _by(text: Any) -> Any:
    plain = " ".join(text.casefold().split()) if isinstance(text, str) else text
    return MEANT.get(plain, plain)


By = Annotated[Literal["invitation", "conversation"], BeforeValidator(_by)]


class Way(Record):
    """Where a link leads: one of these."""

    url: HttpsAddress | None = Field(default=None, description="The address of the form.")
    page: Named | None = Field(default=None, description="Instead of a form: a page of this site, such as join.")
    email: Annotated[EmailAddress | None, PublicAddress()] = Field(
        default=None, description="Instead of a form: an e-mail address, which becomes public."
    )
    document: Named | None = Field(
        default=None, description="Instead of a form: a file to print and send, such as application.pdf."
    )

    @model_validator(mode="before")
    @classmethod
    def address_behind_another_name(cls, fields: Any) -> Any:
        """Return the fields with an e-mail address where it belongs, which is clear wherever else it was typed."""
        for name in ("url", "page", "document") if isinstance(fields, dict) and not fields.get("email") else ():
            typed = fields.get(name)
            if isinstance(typed, str) and E_MAIL.fullmatch(typed.strip()):
                return {**fields, name: None, "email": typed}
        return fields

    @property
    def leads(self) -> bool:
        """Tell whether there is a place to lead to."""
        return any(getattr(self, name) for name in PLACES)

    @property
    def host(self) -> str:
        """Return the site that runs the form, or that of the e-mail address; empty for what this site holds itself."""
        return urlsplit(self.url).netloc if self.url else mail_host(self.email) if self.email else ""

    @property
    def only_an_example(self) -> bool:
        """Tell whether the address is one that nobody can have."""
        return is_reserved(self.host)


class InterestForm(Way):
    """Where those who cannot apply yet leave word."""

    label: Title = Field(description="The words of the link.")


class WaitList(Way):
    """Where one asks for a place that is not free yet."""

    label: Title | None = Field(default=None, description="Other words for the link.")


class Renewal(Way):
    """Where members renew their membership."""


class Prefill(Record):
    """How the form is told which tier is applied for: one of its fields is set to the name of the tier."""

    style: Style = Field(description="The service, or query for any that is not listed.")
    field: Named = Field(description="The field of the form, such as entry.123456 for Google.")

    @model_validator(mode="after")
    def field_is_one_of_the_service(self) -> Prefill:
        """Refuse a field that the service would ignore in silence."""
        pattern, wanted = FIELDS[self.style]
        if not re.fullmatch(pattern, self.field):
            raise expected(wanted, self.field)
        return self


class Pause(Record):
    """Why no applications are taken for a while."""

    reason: Line = Field(description="Why, in a sentence that visitors read.")
    until: Day | None = Field(default=None, description="The day on which it ends, if that is known.")


def _stated(value: Any) -> Any:
    return {} if value is None else value  # an empty "paused:" is no pause, but a mistake: the reason is missing


class Application(Way):
    """Where and when one applies. A tier's own fields come before the ones that all tiers share."""

    send_to: Annotated[Line | None, PublicAddress()] = Field(
        default=None, description="Where a document is sent to, such as a P.O. box; it becomes public."
    )
    by: By | None = Field(
        default=None, description="invitation: nobody applies. conversation: one talks with the coalition first."
    )
    host_label: Title | None = Field(
        default=None, description="The name of the service in the link, such as Google Forms."
    )
    confirmed: YesNo | None = Field(default=None, description="yes once the organization has confirmed the address.")
    prefill: Prefill | None = Field(default=None, description="Sets one field of the form to the name of the tier.")
    opens: DayOrYearDay | None = Field(
        default=None, description="The first day on which applications are accepted: of one year, or of each (July 1)."
    )
    closes: DayOrYearDay | None = Field(default=None, description="The last day, to its end.")
    opens_again: Day | None = Field(default=None, description="The first day after the closing, if it is known.")
    rolling: YesNo | None = Field(default=None, description="yes: applications are accepted all year.")
    paused: Annotated[Pause | None, BeforeValidator(_stated)] = Field(
        default=None, description="No applications for a while: the reason, and until when."
    )
    full: YesNo | None = Field(default=None, description="yes: every place is taken.")
    wait_list: WaitList | None = Field(
        default=None, description="Where one asks for a place, linked while the tier is full."
    )
    interest_form: InterestForm | None = Field(
        default=None, description="Another form, linked while there is no link to apply."
    )
    renew: Renewal | None = Field(default=None, description="Where members renew.")
    who_runs: Text | None = Field(default=None, description="Who runs the form and reads what is sent.")
    how_long: Line | None = Field(default=None, description="How long the form takes.")
    have_ready: tuple[Line, ...] | None = Field(
        default=None, min_length=1, description="What to have at hand, as a list."
    )
    what_next: Text | None = Field(default=None, description="What happens after the form is sent.")
    who_decides: Text | None = Field(default=None, description="Who decides, and by which criteria.")

    @property
    def ways(self) -> list[str]:
        """Return the fields by which one applies."""
        return [name for name in WAY if getattr(self, name)]

    @property
    def is_confirmed(self) -> bool:
        """Tell whether visitors may be led there: to a form once it is confirmed, to all else unless that is denied.

        An address that can only be an example is never confirmed.
        """
        if not self.ways or self.only_an_example:
            return False
        return bool(self.confirmed) if self.url else self.confirmed is not False


WAY = (*PLACES, "by")  # a tier has one, its own or the shared one
DATES = ("opens", "closes", "opens_again")
CLOSED = ("rolling", "paused", "full", "wait_list", "interest_form")  # what tells whether one can apply, and what then
BEFORE = ("who_runs", "how_long", "have_ready", "what_next", "who_decides")
