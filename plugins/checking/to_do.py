"""What the organisation still has to give, confirm or look at again: listed by every check, counted by every build."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sources.pages.page import PageSource, place_of
from sources.problems import Place, count
from sources.records.upkeep import NotYetGiven, plain_words
from sources.records.walk import PlacedRecord
from subjects import present
from subjects.loaded import Sources
from subjects.subject import ToDo

from .approvals import unused_approvals

READ, READ_SOURCE = "Read it", "Read its source"


@dataclass(frozen=True, slots=True)
class Review:
    """Something to look at again: from the day of the last look to the day by which the next is due."""

    name: str
    last: date
    due: date
    days_left: int  # on the day of the report; less than none when it is overdue
    place: Place
    subject: str = ""  # what it is, with its name
    task: str = READ

    @property
    def overdue(self) -> bool:
        """Tell whether the day has passed."""
        return self.days_left < 0

    @property
    def left(self) -> str:
        """Return how long there is left, in words."""
        days = abs(self.days_left)
        if not days:
            return "due today"
        return f"{days:,} {'day' if days == 1 else 'days'} {'over' if self.overdue else 'left'}"


def to_do(sources: Sources) -> tuple[ToDo, ...]:
    """Return an entry for each review that is overdue, fact that is missing or not confirmed, and draft."""
    return (
        *_overdue(sources),
        *chain.from_iterable(one.to_do(sources) for one in present(sources)),
        *_plain_words(sources),
        *_not_yet_given(sources),
        *unused_approvals(sources),
        *(
            ToDo(f"{page.file} is a draft and not on the public site.", page.place("status"))
            for page in sources.drafts
            if not page.waits
        ),
    )


def to_do_list(sources: Sources) -> str:
    """Return the list as text, or a line that says that nothing is left to do."""
    entries = to_do(sources)
    if not entries:
        return "Nothing is left to confirm."
    return "\n".join(
        [f"To do, {count(len(entries), 'thing')} to give or confirm:", *(f"  - {entry}" for entry in entries)]
    )


def waiting(things: int, places: int) -> str:
    """Return the line that says how much `make check` would list: things to confirm, and places to think about."""
    said = []
    if things:
        said.append(f"{count(things, 'thing')} {'waits' if things == 1 else 'wait'} to be confirmed")
    if places:
        said.append(f"{count(places, 'place')} to think about")
    what = "it" if things + places == 1 else "them"
    return f"{', '.join(said)}; `make check` lists {what}." if said else "Nothing is left to confirm."


def next_change(sources: Sources) -> str | None:
    """Return the line that names the next day of change, and all that changes then; None when nothing waits for one."""
    changes = list(chain.from_iterable(one.changes(sources) for one in present(sources)))
    if not changes:
        return None
    first = min(change.day for change in changes)
    said = ", ".join(change.text for change in changes if change.day == first)
    return f"Next change: {said}. Build again on {first}."


def reviews(sources: Sources) -> tuple[Review, ...]:
    """Return all reviews, the one that is due first before the others."""
    found = (*_record_reviews(sources), *_page_reviews(sources))
    return tuple(sorted(found, key=lambda review: (review.due, review.name)))


def never_reviewed(sources: Sources) -> tuple[PageSource, ...]:
    """Return the pages that say no day on which somebody last checked them, or not how often to."""
    return tuple(page for page in sources.pages if page not in sources.made and page.front_matter.due is None)


def _record_reviews(sources: Sources) -> Iterator[Review]:
    for found in sources.records():
        last, due = (getattr(found.record, name, None) for name in ("last_reviewed", "due"))
        if last and due:
            left = (due - sources.today).days
            name = found.node.text_of("name") or found.name
            place, subject = place_of(found.node, "last_reviewed"), f'{found.record.called} "{name}"'
            task = str(getattr(found.record, "task", READ_SOURCE))
            yield Review(name, last, due, left, place, subject, task)


def _page_reviews(sources: Sources) -> Iterator[Review]:
    for page in sources.pages:
        front_matter = page.front_matter
        if front_matter.last_reviewed and front_matter.due:
            left = (front_matter.due - sources.today).days
            place, subject = page.place("last_reviewed"), f'page "{page.name}"'
            yield Review(page.name, front_matter.last_reviewed, front_matter.due, left, place, subject, READ)


def _plain_words(sources: Sources) -> Iterator[ToDo]:
    waiting = [found for found in sources.records() if (words := plain_words(found.record)) and not words.confirmed]
    if waiting:
        whose = ", ".join(map(_shown, waiting))
        text = f"Plain words that the organization has not confirmed, but visitors read: {whose}."
        first = waiting[0].node.get("in_plain_words")
        yield ToDo(text, place_of(first or waiting[0].node, "confirmed"))


def _shown(found: PlacedRecord) -> str:
    title = found.node.text_of("title")
    return f'"{title}"' if title else found.field


def _not_yet_given(sources: Sources) -> Iterator[ToDo]:
    for found in sources.records():
        if isinstance(found.record, NotYetGiven):
            fact = found.record.fact
            yield ToDo(f"{fact}{'' if fact.endswith('?') else ':'} {found.record.reason}", found.node.place)


def _overdue(sources: Sources) -> Iterator[ToDo]:
    for review in reviews(sources):
        if review.overdue:
            text = f"{review.subject}, last reviewed {review.last}, due {review.due}. {review.task}, and say when."
            yield ToDo(text, review.place, overdue=True)
