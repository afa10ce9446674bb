"""The next day on which the site would say something else of an application; printed for whoever builds it daily."""

from __future__ import annotations

from datetime import date, timedelta

from subjects.membership.application import inherited, shown_window
from subjects.membership.window import State, Window

from .check import Sources


def next_change(sources: Sources) -> str | None:
    """Return the line that names the next change, of one application or several; None when nothing waits for a day."""
    changes = []
    for tier in sources.membership.tiers:
        application = inherited(tier.application, sources.membership.application)
        window = shown_window(application, production=sources.production, today=sources.today)
        if change := _change(window):
            changes.append((change[0], f'applications for "{tier.title}" {change[1]}'))
    if not changes:
        return None
    first = min(day for day, _ in changes)
    said = ", ".join(words for day, words in changes if day == first)
    return f"Next change: {said}. Build again on {first}."


def _change(window: Window) -> tuple[date, str] | None:
    """Return the first day on which the window is another, and what happens."""
    match window.state:
        case State.UPCOMING if window.opens:
            return window.opens, f"open on {window.opens}"
        case State.OPEN if window.closes and window.closes < date.max:
            return window.closes + timedelta(days=1), f"close at the end of {window.closes}"
        case State.CLOSED if window.opens_again:
            return window.opens_again, f"open again on {window.opens_again}"
        case State.PAUSED if window.until:
            return window.until, f"are paused until {window.until}"
    return None
