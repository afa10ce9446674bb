"""When applications are accepted, seen from one day, and what visitors are told about it.

Every date is a whole day in the time zone of the organisation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sources.records.year_days import YearDay
from sources.words import Words, shown_day, shown_year_day

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
    CLOSED_TO_NEW = "closed_to_new"  # whatever its dates
    FULL = "full"
    INVITATION = "invitation"  # nobody applies


@dataclass(frozen=True, slots=True)
class Window:
    """The state of an application on one day, and the dates that belong to it; `until` is the end of a pause.

    Of a window that comes again `each_year`, the dates are those of the next days on which it opens and closes.
    """

    state: State
    opens: date | None = None
    closes: date | None = None
    opens_again: date | None = None
    until: date | None = None
    each_year: tuple[YearDay, YearDay] | None = None

    @property
    def dated(self) -> bool:
        """Tell whether the state follows from dates, and so from the day."""
        return any((self.opens, self.closes, self.opens_again, self.until, self.each_year))


def window_on(today: date, application: Application) -> Window:
    """Return the window of an application on a day: full comes before a pause, which ends on its own date."""
    if application.full:
        return Window(State.FULL)
    pause = application.paused
    if pause and not (pause.until and pause.until <= today):
        return Window(State.PAUSED, until=pause.until)
    if application.by == "invitation":
        return Window(State.INVITATION)
    if application.rolling:
        return Window(State.ROLLING)
    opens, closes, again = application.opens, application.closes, application.opens_again
    if isinstance(opens, YearDay) and isinstance(closes, YearDay):
        return _yearly(today, opens, closes)
    return _once(today, *(day if isinstance(day, date) else None for day in (opens, closes, again)))


def _yearly(today: date, opens: YearDay, closes: YearDay) -> Window:
    for year in range(max(today.year - 1, date.min.year), min(today.year + 1, date.max.year - 1) + 1):
        first, last = opens.first_in(year), closes.last_in(year if opens <= closes else year + 1)
        if first <= today <= last:
            return Window(State.OPEN, first, last, each_year=(opens, closes))
        if today < first <= last:
            return Window(State.CLOSED, opens_again=first, each_year=(opens, closes))
    return Window(State.CLOSED, each_year=(opens, closes))


def _once(today: date, opens: date | None, closes: date | None, again: date | None) -> Window:
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
    if window.each_year:
        opens, closes = window.each_year
        days = {"opens": shown_year_day(words, opens), "closes": shown_year_day(words, closes)}
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
    if window.each_year:
        return ["apply_each_year"]
    match window.state:
        case State.NOT_ONLINE:
            return ["apply_not_online"]
        case State.ROLLING | State.FULL | State.INVITATION | State.CLOSED_TO_NEW:
            return [f"apply_{window.state}"]
        case State.PAUSED:
            return ["apply_paused_until" if window.until else "apply_paused"]
    keys = {(True, True): ["apply_from_to"], (True, False): ["apply_from"], (False, True): ["apply_to"]}
    dates = keys.get((bool(window.opens), bool(window.closes)), [])
    return [*dates, "apply_again"] if window.opens_again else dates
