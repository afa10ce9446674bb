"""Checks of what applications say of their time, and of their second form: nothing in them contradicts the rest.

They walk the nodes, not the records, so that they report even when other fields of the file are wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from sources.kinds import WORDS_FOR_YES_AND_NO
from sources.nodes import Node, Scalar
from sources.problems import Problem, guess, quoted
from sources.web_addresses import is_reserved

from .application import inherited
from .application_model import DATES
from .model import Membership
from .prefill import LONGEST, prefilled

GUIDE = "Opening and closing applications"
FORM_GUIDE = "The application form"


def application_problems(root: Node) -> Iterator[Problem]:
    """Yield a problem for every date, pause or second form that contradicts another, or the list of hosts."""
    shared = root.get("application")
    for tier in (None, *root.each("tiers")):
        own = tier.get("application") if tier else shared
        subject = f'tier "{tier.text_of("id") or "?"}", application' if tier else "application"
        if own:
            yield from _rolling_problems(subject, own)
            yield from _order_problems(subject, own, shared)
            yield from _interest_form_problems(subject, own, root)


def length_problems(membership: Membership, root: Node) -> Iterator[Problem]:
    """Yield a problem for every form address that gets too long with the name of the tier in it."""
    for tier, node in zip(membership.tiers, root.each("tiers"), strict=True):
        application = inherited(tier.application, membership.application)
        url = _first("url", node.get("application"), root.get("application"))
        if not (url and application.url and application.prefill):
            continue
        length = len(prefilled(application.url, application.prefill, tier.title))
        if length > LONGEST:
            message = f"expected at most {LONGEST} characters with the name of the tier in it, found {length}."
            yield Problem(url.place, f'tier "{tier.id}", application url: {message}', FORM_GUIDE)


def _first(name: str, *records: Node | None) -> Scalar | None:
    for record in records:
        found = record.get(name) if record else None
        if isinstance(found, Scalar) and found.text:
            return found
    return None


def _rolling_problems(subject: str, own: Node) -> Iterator[Problem]:
    rolling = own.get("rolling")
    dates = [name for name in DATES if own.text_of(name)]
    if isinstance(rolling, Scalar) and WORDS_FOR_YES_AND_NO.get((rolling.text or "").casefold()) and dates:
        message = f"yes means all year, but there are dates too ({', '.join(dates)}). Keep one or the other."
        yield Problem(rolling.place, f"{subject} rolling: {message}", GUIDE)


def _order_problems(subject: str, own: Node, shared: Node | None) -> Iterator[Problem]:
    written = [node for name in DATES if (node := _first(name, own))]  # the shared dates are checked by themselves
    opens, closes, again = (_first(name, own, shared) for name in DATES)
    if again in written and not closes:
        message = 'there is no "closes" before it. Add that, or write "opens" instead.'
        yield Problem(again.place, f"{subject} opens_again: {message}", GUIDE)
    for earlier, later, name, order in (
        (opens, closes, "closes", "before {}, the day on which it opens"),
        (closes, again, "opens_again", "not after {}, the day on which it closes"),
    ):
        first, then = _day(earlier), _day(later)
        mine = [node for node in (later, earlier) if node in written]
        if mine and first and then and (then < first or (then == first and later is again)):
            yield Problem(mine[0].place, f"{subject} {name}: {then} is {order.format(first)}.", GUIDE)


def _day(node: Scalar | None) -> date | None:
    try:
        return date.fromisoformat((node.text if node else None) or "")
    except ValueError:
        return None


def _interest_form_problems(subject: str, own: Node, root: Node) -> Iterator[Problem]:
    form = own.get("interest_form")
    url = form.get("url") if form else None
    if not (isinstance(url, Scalar) and url.text and url.text.startswith("https://")):
        return
    host = urlsplit(url.text).netloc
    allowed = [known.text for known in root.each("application_hosts") if isinstance(known, Scalar) and known.text]
    if host not in allowed:
        message = f"{quoted(host)} is not in application_hosts.{guess(host, allowed)}"
        yield Problem(url.place, f"{subject} interest_form url: {message}", FORM_GUIDE)
    elif is_reserved(host):
        message = f"{quoted(host)} is an address kept for examples. Put in the real one."
        yield Problem(url.place, f"{subject} interest_form url: {message}", GUIDE)
