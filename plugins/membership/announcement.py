"""What a page says of an application, in sentences that stay true when the page grows old: dates, and as of when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sources.words import Words, shown_day

from .application_model import Pause
from .window import State, Window


@dataclass(frozen=True, slots=True)
class Announcement:
    """The sentences on an application; `as_of` says the state on the day of the build, if that follows from dates."""

    sentences: tuple[str, ...] = ()
    as_of: str | None = None


def announcement(tier_title: str, window: Window, pause: Pause | None, today: date, words: Words) -> Announcement:
    """Return what to say of a window; nothing for a form that is there without a word on its time."""
    days = {name: shown_day(words, day) for name, day in _days(window).items()}
    sentences = [words[key].format(tier=tier_title, **days) for key in _keys(window)]
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
