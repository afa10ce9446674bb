"""What the computer that publishes remembers of each site: what it says, and what will change in it by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from releasing import manifest
from releasing.record import Coming, Fact, Record, keep

from .published_site import Site

MOMENT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def remember(site: Site, office: Path, coming: Iterable[Coming] = (), **facts: str) -> None:
    """Keep the record of a published folder, with these pages and their sums, where a deploy from `office` finds it."""
    office.mkdir(exist_ok=True)
    said = {f"pages/{name}": Fact(f"Pages: {name.capitalize()}", sum_) for name, sum_ in facts.items()}
    sums = manifest.sums(site.folder)
    keep(Record(len(sums), MOMENT, coming=tuple(coming), facts=said), sums, office / ".cache")


WHEN = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
AGE = re.compile(r"It was published \d+ days ago .*\n(?:  .*\n)*")
CLOSED = Coming(date(2020, 1, 2), 'applications for "Partner" are closed')
LATER = Coming(date(2999, 1, 1), 'applications for "Friend" open')


def undated(said: str) -> str:
    """Return what was said without moments, and without how old a release is.

    git and the shell of a server have clocks of their own: on another day of the tests what they made just now is old.
    """
    return WHEN.sub("WHEN", AGE.sub("", said))
