"""What somebody should look at again, and by which day: pages and help lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sources.pages.page import PageSource, place_of
from sources.problems import Place
from subjects.subject import Sources

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


def reviews(sources: Sources) -> tuple[Review, ...]:
    """Return all reviews, the one that is due first before the others."""
    return tuple(sorted((*_records(sources), *_pages(sources)), key=lambda review: (review.due, review.name)))


def never_reviewed(sources: Sources) -> tuple[PageSource, ...]:
    """Return the pages that say no day on which somebody last checked them, or not how often to."""
    return tuple(page for page in sources.pages if page not in sources.made and page.front_matter.due is None)


def _records(sources: Sources) -> Iterator[Review]:
    for found in sources.records():
        last, due = (getattr(found.record, name, None) for name in ("last_reviewed", "due"))
        if last and due:
            left = (due - sources.today).days
            name = found.node.text_of("name") or found.name
            place, subject = place_of(found.node, "last_reviewed"), f'{found.record.called} "{name}"'
            task = str(getattr(found.record, "task", READ_SOURCE))
            yield Review(name, last, due, left, place, subject, task)


def _pages(sources: Sources) -> Iterator[Review]:
    for page in sources.pages:
        front_matter = page.front_matter
        if front_matter.last_reviewed and front_matter.due:
            left = (front_matter.due - sources.today).days
            place, subject = page.place("last_reviewed"), f'page "{page.name}"'
            yield Review(page.name, front_matter.last_reviewed, front_matter.due, left, place, subject, READ)
