"""When applications are accepted, seen from one day; every date is a whole day in the coalition's time zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .application_model import Application


class State(StrEnum):
    """What a visitor can do about an application."""

    NOT_ONLINE = "not-online"  # there is no form, or none that is confirmed
    UPCOMING = "upcoming"
    OPEN = "open"  # between its dates, or without any
    ROLLING = "rolling"
    CLOSED = "closed"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Window:
    """The state of an application on one day, and the dates that belong to it; `until` is the end of a pause."""

    state: State
    opens: date | None = None
    closes: date | None = None
    opens_again: date | None = None
    until: date | None = None

    @property
    def dated(self) -> bool:
        """Tell whether the state follows from dates, and so from the day."""
        return any((self.opens, self.closes, self.opens_again, self.until))


def window_on(today: date, application: Application) -> Window:
    """Return the window of an application on a day: a pause comes before the rest, and ends on its own date."""
    pause = application.paused
    if pause and not (pause.until and pause.until <= today):
        return Window(State.PAUSED, until=pause.until)
    if application.rolling:
        return Window(State.ROLLING)
    opens, closes, again = application.opens, application.closes, application.opens_again
    if again and again <= today:
        opens, closes, again = again, None, None
    return Window(_state(today, opens, closes), opens, closes, again)


def _state(today: date, opens: date | None, closes: date | None) -> State:
    if opens and today < opens:
        return State.UPCOMING
    return State.CLOSED if closes and closes < today else State.OPEN
