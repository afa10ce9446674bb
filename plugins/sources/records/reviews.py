"""What somebody should look at again by a day: whether that is overdue, and how old the last look is, in words."""

from __future__ import annotations

from datetime import date
from typing import Protocol, runtime_checkable

from sources.words import Words, counted

from .days import months_after


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
