"""What a record may say of its own state: what is not given or confirmed yet, and when to look at it again."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Protocol, runtime_checkable

from pydantic import Field

from sources.words import Words, counted

from .days import months_after
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


@runtime_checkable
class Reviewed(Protocol):
    """A record that may say when somebody last looked at it, and by when somebody should again."""

    @property
    def last_reviewed(self) -> date | None:
        """Return the day of the last look."""

    @property
    def due(self) -> date | None:
        """Return the day by which the next should follow."""


def overdue(one: Reviewed, today: date) -> bool:
    """Tell whether the day has passed; on the day itself there is still time."""
    return one.due is not None and one.due < today


def age(words: Words, today: date, one: Reviewed) -> str:
    """Return how long ago the last look at something overdue was, such as "more than a year ago"; or else nothing.

    "More than" stays true of a page that nobody builds again.
    """
    if one.last_reviewed is None or not overdue(one, today):
        return ""
    months = 12 * (today.year - one.last_reviewed.year) + today.month - one.last_reviewed.month
    months -= months_after(one.last_reviewed, months) >= today
    years = months // 12
    return counted(words, "age_years", years) if years else counted(words, "age_months", months)
