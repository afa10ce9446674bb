"""The records of an application in `content/data/membership.yaml`: the form and how it is filled in."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, model_validator

from sources.kinds import HttpsAddress, Line, Record, Title, YesNo, expected

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

Style = Literal["query", "google", "airtable", "jotform", "microsoft", "microsoft-choice"]


class Prefill(Record):
    """How the form is told which tier is applied for: one of its fields is set to the name of the tier."""

    style: Style = Field(description="The service, or query for any that is not listed.")
    field: Line = Field(description="The field of the form, such as entry.123456 for Google.")

    @model_validator(mode="after")
    def field_is_one_of_the_service(self) -> Prefill:
        """Refuse a field that the service would ignore in silence."""
        pattern, wanted = FIELDS[self.style]
        if not re.fullmatch(pattern, self.field):
            raise expected(wanted, self.field)
        return self


class Application(Record):
    """Where one applies. A tier's own fields come before the ones that all tiers share."""

    url: HttpsAddress | None = Field(default=None, description="The address of the form.")
    host_label: Title | None = Field(
        default=None, description="The name of the service in the link, such as Google Forms."
    )
    confirmed: YesNo | None = Field(default=None, description="yes once the coalition has confirmed the address.")
    prefill: Prefill | None = Field(default=None, description="Sets one field of the form to the name of the tier.")
