"""What a record may say of its own state: what is not given yet, or not confirmed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .fields import Line, Measured, Record, Text, YesNo


class NotYetGiven(Record):
    """A fact that the organization has not given; it stands on the to-do list and is never invented."""

    called = "not yet given, entry"

    fact: Line = Field(description="What is missing.")
    reason: Text = Field(description="Why it is missing, or whom to ask.")


class PlainWords(Record):
    """The same in plain words, for those who read little or are tired; not the organization's own until confirmed."""

    text: Annotated[Line, Measured()] = Field(description="The plain words.")
    confirmed: YesNo = Field(default=False, description="yes once the organization has agreed to them.")


def plain_words(record: Record) -> PlainWords | None:
    """Return what explains a record in plain words, if it has such a field and that is filled in."""
    found = getattr(record, "in_plain_words", None)
    return found if isinstance(found, PlainWords) else None
