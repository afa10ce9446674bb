"""Where a link about membership leads: to a form elsewhere, a page of this site, an e-mail address or a document."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, model_validator

from sources.records.fields import Line, PublicAddress, Record, Title
from sources.records.web_addresses import E_MAIL, EmailAddress, HttpsAddress, is_reserved, mail_host

PLACES = ("url", "page", "email", "document")  # of which a link leads to one
# What people write for the two ways that need no form.
MEANT = {
    **dict.fromkeys(("invite", "invited", "invitation only", "by invitation", "by invitation only"), "invitation"),
    **dict.fromkeys(("talk", "talk to us", "a conversation", "contact", "contact us"), "conversation"),
}


def _by(text: Any) -> Any:
    plain = " ".join(text.casefold().split()) if isinstance(text, str) else text
    return MEANT.get(plain, plain)


By = Annotated[Literal["invitation", "conversation"], BeforeValidator(_by)]


class Way(Record):
    """Where a link leads: one of these."""

    url: HttpsAddress | None = Field(default=None, description="The address of the form.")
    page: Line | None = Field(default=None, description="Instead of a form: a page of this site, such as join.")
    email: Annotated[EmailAddress | None, PublicAddress()] = Field(
        default=None, description="Instead of a form: an e-mail address, which becomes public."
    )
    document: Line | None = Field(
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
