"""What is still to be given about membership, and the days on which its pages will say something else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sources.pages.page import place_of
from sources.records.days import months_after
from sources.yaml.nodes import Node

from ..loaded import Sources
from ..subject import Change, ToDo
from .application.link import inherited, shown_window
from .application.records import BEFORE, DATES, PLACES, Application
from .application.window import State, Window
from .records import MEMBERSHIP, Tier

# What visitors should know before they apply, in the order of the page; each is shown once it is given.
WANTED = dict(
    zip(
        BEFORE,
        ("who runs the form", "how long it takes", "what to have ready", "what happens next", "who decides"),
        strict=True,
    )
)


def to_do(sources: Sources) -> Iterator[ToDo]:
    """Yield an entry for each form that is not confirmed, and for what visitors should know before they apply."""
    yield from _applications(sources)
    yield from _before_applying(sources)


def changes(sources: Sources) -> Iterator[Change]:
    """Yield the next change of each application that waits for a day, and all that follow within a year."""
    shared, year = sources.of(MEMBERSHIP).application, months_after(sources.today, 12)
    for tier, node in _tiers(sources):
        application, day = inherited(tier.application, shared), sources.today
        place = place_of(node.get("application") or node, "application")
        while day <= year:
            change = _change(shown_window(application, production=sources.production, today=day))
            if change is None:
                break
            day = change[0]
            yield Change(day, f'applications for "{tier.title}" {change[1]}', place)


def _change(window: Window) -> tuple[date, str] | None:
    """Return the first day on which the window is another, and what happens."""
    match window.state:
        case State.UPCOMING if window.opens:
            return window.opens, "open"
        case State.OPEN if window.closes and window.closes < date.max:
            return window.closes + timedelta(days=1), "are closed"
        case State.CLOSED if window.opens_again:
            return window.opens_again, "open again"
        case State.PAUSED if window.until:
            return window.until, "are taken again"
    return None


def _applications(sources: Sources) -> Iterator[ToDo]:
    shared = sources.of(MEMBERSHIP).application
    for tier, node in _tiers(sources):
        application = inherited(tier.application, shared)
        own = node.get("application") or node
        if not application.is_confirmed:
            yield _unconfirmed(tier, application, own)
        elif application.by == "conversation" and not application.leads and not sources.site.contact:
            text = f'Application of "{tier.title}" by conversation: no page, e-mail address or contact says with whom.'
            yield ToDo(text, place_of(own, "by"))


def _unconfirmed(tier: Tier, application: Application, own: Node) -> ToDo:
    """Return the entry for a way that the public site does not lead to."""
    field = next((name for name in PLACES if getattr(application, name)), "url")
    if field == "url":
        found = f"the address {application.url} is only an example" if application.url else "no address is given"
        text = f'Application form of "{tier.title}": {found}. The public site links to none until it is confirmed.'
    else:
        found = "is only an example" if application.only_an_example else "is not confirmed"
        way = f"{getattr(application, field)} {found}"
        text = f'Application of "{tier.title}": {way}. The public site does not lead there.'
    return ToDo(text, place_of(own, field))


def _before_applying(sources: Sources) -> Iterator[ToDo]:
    membership, shared = sources.of(MEMBERSHIP), sources.nodes(MEMBERSHIP).get("application")
    tiers_by_gap: dict[tuple[str, ...], list[tuple[str, Node]]] = {}
    for tier, node in _tiers(sources):
        gap = _gap(inherited(tier.application, membership.application))
        tiers_by_gap.setdefault(gap, []).append((f'"{tier.title}"', node))
    for gap, tiers in tiers_by_gap.items():
        if gap:
            every = len(tiers) == sum(not tier.closed for tier in membership.tiers)
            whose = "any tier" if every else ", ".join(title for title, _ in tiers)
            text = f"What to know before applying, not given for {whose}: {', '.join(gap)}."
            yield ToDo(text, shared.key_place if every and shared else place_of(tiers[0][1], "application"))


def _gap(application: Application) -> tuple[str, ...]:
    """Return what visitors are not told: a page tells it itself, and who is invited or talks first is told then."""
    if application.by or application.page:
        return ()
    missing = [words for name, words in _wanted(application) if not getattr(application, name)]
    timed = any(getattr(application, name) for name in ("rolling", "paused", "full", *DATES))
    return tuple(missing if timed else [*missing, "when applications are accepted"])


def _wanted(application: Application) -> Iterator[tuple[str, str]]:
    for name, words in WANTED.items():
        yield name, "who reads it" if name == "who_runs" and application.leads and not application.url else words


def _tiers(sources: Sources) -> Iterator[tuple[Tier, Node]]:
    """Yield the tiers that take new members, each with its place in the file."""
    both = zip(sources.of(MEMBERSHIP).tiers, sources.nodes(MEMBERSHIP).each("tiers"), strict=True)
    return ((tier, node) for tier, node in both if not tier.closed)
