"""The health of the site in a few lines, which end `make check`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sources.kept import Kept
from sources.problems import count

from ..check import Sources
from ..reading_report import reading, too_hard
from .open_questions import FILE, open_questions
from .outside_links import outside_hosts
from .reviews import never_reviewed, reviews

GUIDE = "What is getting old"


def health_summary(sources: Sources, content: Path, kept: Kept | None = None) -> str:
    """Return the lines."""
    return "\n".join(
        [
            "Health of the site:",
            *(f"  {line}" for line in _lines(sources, content, kept)),
            f'  See GUIDE.md, "{GUIDE}".',
        ]
    )


def _lines(sources: Sources, content: Path, kept: Kept | None) -> Iterator[str]:
    yield _reviews(sources)
    if undated := never_reviewed(sources):
        yield f"Without a day for their review: {count(len(undated), 'page')} (last_reviewed and review_every)."
    measured, limit = reading(sources, kept), sources.site.reading_grade
    if measured:
        hard = f"{too_hard(measured, limit)} of {count(len(measured), 'text')}"
        yield f"Reading: {hard} above grade {limit} (make reading)."
    hosts = outside_hosts(sources)
    links = sum(len(host.places) for host in hosts)
    yield f"Links elsewhere: {links} to {count(len(hosts), 'host')}."
    if questions := open_questions(content):
        yield f"Open questions to the coalition: {len(questions)} ({content.name}/{FILE})."


def _reviews(sources: Sources) -> str:
    due = reviews(sources)
    overdue = [review for review in due if review.overdue]
    coming = next((review for review in due if not review.overdue), None)
    said = [f'"{review.name}" since {review.due} ({review.place.file}, line {review.place.line})' for review in overdue]
    words = f"overdue: {', '.join(said)}" if overdue else "none overdue"
    following = f'; next by {coming.due}: "{coming.name}" ({coming.left})' if coming else ""
    return f"Reviews: {words}{following}."
