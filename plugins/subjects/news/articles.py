"""Articles: the pages below `pages/news` with a day; which are shown, in which lists and order, and in the feed.

And what is wrong with them beyond their fields: no day, days in the wrong order, a page that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from sources.pages.page import PageSource, address, made_page, place_of
from sources.problems import Problem, SectionOfGuide, quoted

from ..lists import Part, about, split
from ..loaded import Loaded, Sources
from ..site.records import SITE
from ..subject import Address, Block

FOLDER = "news/"
FEED = f"{FOLDER}feed.xml"
COMPONENT = "news"
NEWEST = 20  # in the main list and in the feed
LIST = re.compile(r"index|\d{4}(?:/\d+)?(?:/index)?")  # the pages of lists, which staff may write too

Parts = Mapping[Part, Sequence[PageSource]]
LONGEST_WAIT = timedelta(days=3 * 365)
ONLY_NEWS = ("date", "expires", "corrected")


@dataclass(frozen=True, slots=True)
class Line:
    """One article in a list; it says so if it no longer holds."""

    page: PageSource
    day: date
    is_over: bool


def in_news(page: PageSource) -> bool:
    """Tell whether a page stands where articles do."""
    return page.path.startswith(FOLDER)


def is_list(page: PageSource) -> bool:
    """Tell whether a page has the address of a list of news."""
    return in_news(page) and LIST.fullmatch(page.path.removeprefix(FOLDER)) is not None


def articles(pages: Iterable[PageSource]) -> tuple[PageSource, ...]:
    """Return the articles, the newest first; those of one day by their addresses."""
    found = [page for page in pages if in_news(page) and page.front_matter.date and not is_list(page)]
    return tuple(sorted(found, key=lambda page: (-day_of(page).toordinal(), page.path)))


def day_of(page: PageSource) -> date:
    """Return the day of an article."""
    return page.front_matter.date or date.min  # which no article has


def updated(page: PageSource) -> date:
    """Return the day on which an article last changed, as far as it says so."""
    return max([day_of(page), *(one.on for one in page.front_matter.corrected)])


def is_over(page: PageSource, today: date) -> bool:
    """Tell whether an article no longer holds."""
    expires = page.front_matter.expires
    return expires is not None and expires < today


def newest(known: Iterable[PageSource], today: date) -> list[PageSource]:
    """Return the articles that hold, in their order."""
    return [page for page in known if not is_over(page, today)]


def parts(known: Sequence[PageSource], today: date) -> Parts:
    """Return the parts of all lists: the newest that hold, and all of each year, which keep what no longer does."""
    found: dict[Part, Sequence[PageSource]] = {Part("", 1, 1): newest(known, today)[:NEWEST]}
    for year, some in groupby(known, key=lambda page: day_of(page).year):
        found |= split(str(year), list(some))
    return found


def list_pages(loaded: Loaded) -> Iterator[PageSource]:
    """Yield the pages of the lists, except those that staff have written; a draft as long as all news are."""
    written, words, site = {address(page.path) for page in loaded.pages}, loaded.words, loaded.value(SITE)
    all_of_them = articles(loaded.pages)
    if not (all_of_them and words and site and loaded.today):
        return
    shown = [page for page in all_of_them if not (loaded.production and page.draft)]
    for part, some in parts(shown, loaded.today).items():
        if address(path := FOLDER + part.path) not in written:
            draft = all(page.draft for page in (some if part.name else all_of_them))
            said_of = about(part, "news", words, site.name, draft=draft)
            body = f"::: {COMPONENT} {part.argument}".rstrip() + "\n"
            yield made_page((*some, *all_of_them)[0].file, path, said_of, body)


@dataclass(frozen=True, slots=True)
class Entry:
    """One article in the feed, with its days as moments."""

    page: PageSource
    published: str
    updated: str


def feed(sources: Sources, address: Address) -> Block | None:
    """Return what draws the feed (Atom, RFC 4287); none where whole addresses are not known."""
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


class Section(SectionOfGuide):
    """Where the guide tells about news."""

    NEWS = "News"


def news_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield what is wrong with each article, and what pages say that only articles can."""
    for page in loaded.pages:
        if is_list(page):
            yield from _of_list(page)
        elif in_news(page):
            yield from _of_article(page, loaded)
        else:
            yield from _of_other(page)


def _of_article(page: PageSource, loaded: Loaded) -> Iterator[Problem]:
    about = page.front_matter
    if about.date is None:
        message = 'missing "date": the day of this news, which its list goes by. Add a line such as "date: 2026-11-23".'
        yield Problem(page.nodes.place, message, Section.NEWS)
        return
    if loaded.today and about.date - loaded.today > LONGEST_WAIT:
        message = f"date: {about.date} is more than 3 years away, and before it nobody sees this. Which year is meant?"
        yield Problem(page.place("date"), message, Section.NEWS)
    if about.expires and about.expires < about.date:
        message = f"expires: {about.expires} is before the day of this news, {about.date}."
        yield Problem(page.place("expires"), message, Section.NEWS)
    for number, (one, node) in enumerate(zip(about.corrected, page.nodes.each("corrected"), strict=True), 1):
        if one.on < about.date:
            message = f"correction {number}, on: {one.on} is before the day of this news, {about.date}."
            yield Problem(place_of(node, "on"), message, Section.NEWS)


def _of_list(page: PageSource) -> Iterator[Problem]:
    for field in ONLY_NEWS:
        if page.nodes.get(field):
            message = f'{field}: "/{page.url}" is the address of a list of news. Give this one another name.'
            yield Problem(page.place(field), message, Section.NEWS)
            return


def _of_other(page: PageSource) -> Iterator[Problem]:
    for field in ONLY_NEWS:
        if page.nodes.get(field):
            moved = f"pages/news/{page.path.rpartition('/')[2]}.md"
            hint = f"Move the page to {quoted(moved)}, or take this line out."
            yield Problem(
                page.place(field), f"{field}: only news, the pages below pages/news, have this. {hint}", Section.NEWS
            )
            return
