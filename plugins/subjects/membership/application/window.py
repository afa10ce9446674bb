"""When applications are accepted, seen from one day, and what visitors are told about it.

Every date is a whole day in the time zone of the organisation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sources.words import Words, shown_day

from ..called import named
from .records import Application, Pause


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


@dataclass(frozen=True, slots=True)
class Announcement:
    """The sentences on an application; `as_of` says the state on the day of the build, if that follows from dates."""

    sentences: tuple[str, ...] = ()
    as_of: str | None = None


def announcement(tier_title: str, window: Window, pause: Pause | None, today: date, words: Words) -> Announcement:
    """Return what to say of a window; nothing for a form that is there without a word on its time."""
    days = {name: shown_day(words, day) for name, day in _days(window).items()}
    sentences = [words[key].format(tier=named(tier_title, words), **days) for key in _keys(window)]
    if window.state is State.PAUSED and pause:
        sentences.append(pause.reason)
    if not window.dated:
        return Announcement(tuple(sentences))
    return Announcement(tuple(sentences), words[f"apply_as_of_{window.state}"].format(today=shown_day(words, today)))


def _days(window: Window) -> dict[str, date]:
    named = {"opens": window.opens, "closes": window.closes, "again": window.opens_again, "until": window.until}
    return {name: day for name, day in named.items() if day}


def _keys(window: Window) -> list[str]:
    match window.state:
        case State.NOT_ONLINE:
            return ["apply_not_online"]
        case State.ROLLING:
            return ["apply_rolling"]
        case State.PAUSED:
            return ["apply_paused_until" if window.until else "apply_paused"]
    keys = {(True, True): ["apply_from_to"], (True, False): ["apply_from"], (False, True): ["apply_to"]}
    dates = keys.get((bool(window.opens), bool(window.closes)), [])
    return [*dates, "apply_again"] if window.opens_again else dates
