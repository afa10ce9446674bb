"""Checks of the days on which applications are accepted: one problem for each that contradicts another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sources.problems import Problem, quoted
from sources.records.fields import is_yes
from sources.records.year_days import YearDay, known_day_or_year_day
from sources.yaml.nodes import Node, Scalar

from .records import DATES, WAY

LEAP_DAY = YearDay(2, 29)


def window_problems(root: Node) -> Iterator[Problem]:
    """Yield a problem for every day or pause that contradicts another, or can never come."""
    shared = root.get("application")
    for tier in (None, *root.each("tiers")):
        if own := tier.get("application") if tier else shared:
            subject = f'tier "{tier.text_of("id") or "?"}", application' if tier else "application"
            yield from _of_one(subject, own, shared)


def _of_one(subject: str, own: Node, shared: Node | None) -> Iterator[Problem]:
    yield from _contradictions(subject, own, shared)
    written = [node for name in DATES if (node := first_of(name, own))]  # the shared ones are checked by themselves
    effective = [first_of(name, own, shared) for name in DATES]
    if any(isinstance(_day(one), YearDay) for one in effective):
        yield from _yearly(subject, own, written, effective)
    else:
        yield from _order(subject, written, effective)


def first_of(name: str, *records: Node | None) -> Scalar | None:
    """Return the first value of that name in some records."""
    for record in records:
        found = record.get(name) if record else None
        if isinstance(found, Scalar) and found.text:
            return found
    return None


def _day(node: Scalar | None) -> date | YearDay | None:
    return known_day_or_year_day(node.text if node else None)


def _contradictions(subject: str, own: Node, shared: Node | None) -> Iterator[Problem]:
    rolling, dates = own.get("rolling"), [name for name in DATES if own.text_of(name)]
    all_year = isinstance(rolling, Scalar) and is_yes(rolling.text)
    if rolling and all_year and dates:
        message = f"yes means all year, but there are dates too ({', '.join(dates)}). Keep one or the other."
        yield Problem(rolling.place, f"{subject} rolling: {message}")
    timed = [*dates, *(["rolling"] if all_year else [])]
    by = first_of("by", own, None if any(first_of(name, own) for name in WAY) else shared)
    if by and "invit" in (by.text or "").casefold() and timed:
        place = (own.get("by") or first_of(timed[0], own) or by).place
        message = f"whoever is invited keeps no dates, but there are some ({', '.join(timed)}). Keep one or the other."
        yield Problem(place, f"{subject} by: {message}")


def _yearly(
    subject: str, own: Node, written: Sequence[Scalar], effective: Sequence[Scalar | None]
) -> Iterator[Problem]:
    """Yield what is wrong with days of each year: both must be, each year needs both, and there must be some."""
    opens, closes, again = effective
    first, last = _day(opens), _day(closes)
    if again in written and again:
        message = "days of each year open again by themselves. Take this out."
        yield Problem(again.place, f"{subject} opens_again: {message}")
    for name, there, missing in (("closes", opens, closes), ("opens", closes, opens)):
        if there in written and there and missing is None:
            message = f"{quoted(there.text or '')} comes each year. Add the day of each year on which it {name}."
            field = "opens" if there is opens else "closes"
            yield Problem(there.place, f"{subject} {field}: {message}")
    if opens is None or closes is None or first is None or last is None or not {opens, closes} & set(written):
        return
    if isinstance(first, YearDay) != isinstance(last, YearDay):
        at, name = (closes, "closes") if closes in written else (opens, "opens")
        with_year, without = (opens, closes) if isinstance(last, YearDay) else (closes, opens)
        message = f"{quoted(with_year.text or '')} has a year, {quoted(without.text or '')} has none."
        yield Problem(at.place, f"{subject} {name}: {message} Give a year to both, or to none.")
    elif first == last == LEAP_DAY:
        message = f"it opens and closes on {first}, which most years do not have. Choose other days."
        yield Problem(closes.place, f"{subject} closes: {message}")


def _order(subject: str, written: Sequence[Scalar], effective: Sequence[Scalar | None]) -> Iterator[Problem]:
    opens, closes, again = effective
    if again in written and again and not closes:
        message = 'there is no "closes" before it. Add that, or write "opens" instead.'
        yield Problem(again.place, f"{subject} opens_again: {message}")
    for earlier, later, name, order in (
        (opens, closes, "closes", "before {}, the day on which it opens"),
        (closes, again, "opens_again", "not after {}, the day on which it closes"),
    ):
        first, then = _day(earlier), _day(later)
        mine = [node for node in (later, earlier) if node and node in written]
        if not (mine and isinstance(first, date) and isinstance(then, date)):
            continue
        if then < first or (then == first and later is again):
            yield Problem(mine[0].place, f"{subject} {name}: {then} is {order.format(first)}.")
