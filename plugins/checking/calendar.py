"""The calendar of the site's own time: what will change by itself, and what somebody should look at again, by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sources.pages.page import PageSource, place_of
from sources.problems import Place
from sources.records.days import months_after
from subjects import present
from subjects.loaded import Sources
from subjects.subject import Change

READ, READ_SOURCE = "Read it", "Read its source"
MONTHS = 12  # of which the calendar tells
AT_ONCE = 10  # entries that `make check` shows


@dataclass(frozen=True, slots=True)
class Review:
    """Something to look at again: from the day of the last look to the day by which the next is due."""

    name: str
    last: date
    due: date
    overdue: bool
    place: Place
    subject: str  # what it is, with its name
    task: str = READ


def calendar(sources: Sources) -> tuple[Change, ...]:
    """Return all that comes within a year, by day: what pages will say, and reviews; what is overdue is no news."""
    last = months_after(sources.today, MONTHS)
    due = (_due(review) for review in reviews(sources) if not review.overdue)
    return _by_day(one for one in (*_changes(sources), *due) if one.day <= last)


def calendar_list(sources: Sources) -> str:
    """Return the first entries as text, with how many follow; nothing where none come."""
    entries = calendar(sources)
    if not entries:
        return ""
    shown = entries if len(entries) <= AT_ONCE + 1 else entries[:AT_ONCE]
    more = len(entries) - len(shown)
    return "\n".join(
        [
            f"What will change by itself or is due for review, until {months_after(sources.today, MONTHS)}:",
            *(f"  - {entry}" for entry in shown),
            *([f"  and {more} more, in the health report of the preview."] if more else []),
        ]
    )


def next_change(sources: Sources) -> str | None:
    """Return the line that names the next day of change, and all that changes then; None when nothing waits for one."""
    changes = _by_day(_changes(sources))
    if not changes:
        return None
    first = changes[0].day
    said = ", ".join(change.text for change in changes if change.day == first)
    return f"Next change: {said}. Build again on {first}."


def seen_by_visitors(sources: Sources) -> tuple[Change, ...]:
    """Return what pages will say by themselves within a year, by day, without what tells of a page still to come."""
    last = months_after(sources.today, MONTHS)
    drafts = [page.front_matter.title for page in sources.drafts]
    found = (one for one in _changes(sources) if one.day <= last and not any(title in one.text for title in drafts))
    return _by_day(found)


def reviews(sources: Sources) -> tuple[Review, ...]:
    """Return all reviews, the one that is due first before the others."""
    found = (*_record_reviews(sources), *_page_reviews(sources))
    return tuple(sorted(found, key=lambda review: (review.due, review.name)))


def never_reviewed(sources: Sources) -> tuple[PageSource, ...]:
    """Return the pages that say no day on which somebody last checked them, or not how often to."""
    written = (page for one in sources.in_every_language for page in one.written)
    return tuple(page for page in written if page.front_matter.due is None)


def _changes(sources: Sources) -> Iterator[Change]:
    return chain.from_iterable(one.changes(sources) for one in present(sources))


def _by_day(found: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(found, key=lambda one: one.day))


def _due(review: Review) -> Change:
    return Change(review.due, f"{review.subject} is due for review", review.place)


def _record_reviews(sources: Sources) -> Iterator[Review]:
    for found in sources.records():
        last, due = (getattr(found.record, name, None) for name in ("last_reviewed", "due"))
        if last and due:
            name = found.node.text_of("name") or found.node.text_of("title") or found.name
            place, subject = place_of(found.node, "last_reviewed"), f'{found.record.called} "{name}"'
            task = str(getattr(found.record, "task", READ_SOURCE))
            yield Review(name, last, due, due < sources.today, place, subject, task)


def _page_reviews(sources: Sources) -> Iterator[Review]:
    for page in (page for one in sources.in_every_language for page in one.pages):
        front_matter = page.front_matter
        if front_matter.last_reviewed and front_matter.due:
            last, due = front_matter.last_reviewed, front_matter.due
            place, subject = page.place("last_reviewed"), f'page "{page.name}"'
            yield Review(page.name, last, due, due < sources.today, place, subject)
