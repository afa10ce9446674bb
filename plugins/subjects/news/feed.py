"""The feed of the newest articles (Atom, RFC 4287): the facts from which its template draws it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sources.pages.page import PageSource

from ..loaded import Sources
from ..subject import Address, Block
from .articles import FOLDER, NEWEST, articles, day_of, newest, updated

FEED = f"{FOLDER}feed.xml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in the feed, with its days as moments."""

    page: PageSource
    published: str
    updated: str


def feed(sources: Sources, address: Address) -> Block | None:
    """Return what draws the feed; none where whole addresses are not known."""
    known, zone = articles(sources.pages), ZoneInfo(sources.site.time_zone)
    if not (known and address.canonical):
        return None

    def moment(day: date) -> str:
        return datetime.combine(day, time(), zone).isoformat()

    entries = [
        Entry(page, moment(day_of(page)), moment(updated(page))) for page in newest(known, sources.today)[:NEWEST]
    ]
    where = {"path": sources.root + FEED, "folder": sources.root + FOLDER}
    return Block("feed.xml", {"entries": entries, "updated": moment(max(map(updated, known))), **where})
