"""News as a subject: lists of articles, newest first and by year, a feed, and what stands around each article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby, islice
from typing import Any

from components.registry import Call, Component
from sources.pages.front_matter import FrontMatter
from sources.pages.page import PageSource, made_page
from sources.words import Words

from ..lists import Part, split
from ..loaded import Loaded, Sources
from ..site.records import SITE
from ..subject import Block, Blocks, Change, Feed, FeedEntry, Subject
from ..subject import Part as PartOfSite
from .articles import FOLDER, INDEX, Article, articles, news_problems

COMPONENT = "news"
FEW, NEWEST = 3, 20  # articles that a page shows unless it says how many, and that the feed and the first list have
FEED = f"{FOLDER}feed.xml"
Lists = Mapping[Part, Sequence[Article]]


def lists(found: Sequence[Article]) -> Lists:
    """Return the parts of all lists: the newest that are still true, and all of each year."""
    current = [one for one in found if not one.expired][:NEWEST]
    parts: dict[Part, Sequence[Article]] = dict(split("", current))
    for year, some in groupby(found, key=lambda one: one.day.year):
        parts |= split(str(year), list(some))
    return parts


def pages(loaded: Loaded) -> Iterator[PageSource]:
    """Yield the pages of the lists, except those that staff have written."""
    words, site, written = loaded.words, loaded.value(SITE), {page.path for page in loaded.pages}
    if not (words and site and loaded.today):
        return
    there = [page for page in loaded.pages if not (loaded.production and page.draft)]
    found = articles(there, loaded.today)
    for part in lists(found) if found else ():
        if (path := FOLDER + part.path) not in written:
            body = f"::: {COMPONENT} {part.argument}".rstrip()
            yield made_page(found[0].page.file, path, _about(part, words, site.name), f"{body}\n")


def _about(part: Part, words: Words, name: str) -> FrontMatter:
    key = "news_of_year" if part.name else "news"
    title, told = (words[f"{key}_{which}"].format(year=part.name, site=name) for which in ("title", "told"))
    if part.number > 1:
        title, told = (words["list_page"].format(title=one, number=part.number) for one in (title, told.rstrip(".")))
    return FrontMatter.model_construct(title=title, description=told)


def components(sources: Sources) -> Iterator[Component]:
    """Yield the component that lists articles: the newest, the newest few, or one part of a longer list."""
    found = articles(sources.pages, sources.today)
    if not found:
        return
    parts = lists(found)
    by_argument = {part.argument: part for part in parts}
    years = [part for part in parts if part.name and part.number == 1]

    def news(call: Call) -> dict[str, Any]:
        part = by_argument[call.argument or ""]
        if call.count or not (call.argument or call.page.path == INDEX):
            return {"articles": parts[part][: call.count or FEW], "folder": FOLDER, "part": None}
        others = {"previous": part.beside(-1), "next": part.beside(1)}
        feed = FEED if not part.name else None
        return {"articles": parts[part], "folder": FOLDER, "part": part, "years": years, "feed": feed, **others}

    yield Component(COMPONENT, news, choices=tuple(filter(None, by_argument)), optional=True, counted=True)


def depends_on(sources: Sources) -> object:
    """Return what lists, and pages before and after, show of articles."""
    about = (
        (one.page.path, one.day, one.expired, one.page.front_matter) for one in articles(sources.pages, sources.today)
    )
    return [(path, day, expired, said.title, said.description, said.lead) for path, day, expired, said in about]


def opening(sources: Sources) -> Blocks:
    """Return what opens an article: its day, its corrections, and whether it is out of date."""
    known = {one.page.path: one for one in articles(sources.pages, sources.today)}

    def block(page: PageSource) -> Block | None:
        one = known.get(page.path)
        return Block("partials/article_opening.html", one) if one else None

    return block


def closing(sources: Sources) -> Blocks:
    """Return what closes an article: the way to the ones before and after it."""
    found = articles(sources.pages, sources.today)
    around = {
        one.page.path: {"newer": newer and newer.page, "older": older and older.page}
        for newer, one, older in zip([None, *found], found, [*found[1:], None], strict=False)
    }

    def block(page: PageSource) -> Block | None:
        return Block("partials/article_closing.html", around[page.path]) if page.path in around else None

    return block


def feeds(sources: Sources) -> Iterator[Feed]:
    """Yield the feed of the newest articles."""
    current = islice((one for one in articles(sources.pages, sources.today) if not one.expired), NEWEST)
    entries = tuple(FeedEntry(one.page, one.day, one.updated) for one in current)
    if entries:
        yield Feed(FEED, sources.words["news_title"], FOLDER, entries)


def structured_data(page: PageSource, sources: Sources) -> Mapping[str, object]:
    """Return what an article says of itself; see https://schema.org/NewsArticle."""
    for one in articles([page], sources.today):
        days = {"datePublished": one.day.isoformat(), "dateModified": one.updated.isoformat()}
        return {"mainEntity": {"@type": "NewsArticle", "headline": page.front_matter.title, **days}}
    return {}


def changes(sources: Sources) -> Iterator[Change]:
    """Yield the days on which articles appear, and those from which they are out of date."""
    for page in sources.drafts:
        if page.waits and page.front_matter.date and page.front_matter.status != "draft":
            yield Change(page.front_matter.date, f'"{page.name}" appears')
    for one in articles(sources.pages, sources.today):
        expires: date | None = one.page.front_matter.expires
        if expires and not one.expired:
            yield Change(expires + timedelta(days=1), f'"{one.page.name}" is out of date')


def parts_of_site(loaded: Loaded) -> tuple[PartOfSite, ...]:
    """Return news; while a page cannot be read, nobody can say that there is none."""
    day = loaded.today or date.max
    lacks = loaded.names_known and not articles([one for one in loaded.pages if not one.draft], day)
    none = f"there is no news: no page in {loaded.content.name}/pages/news has a date"
    return (PartOfSite("news", none if lacks else "", (COMPONENT,)),)


SUBJECT = Subject(
    name="news",
    parts=parts_of_site,
    pages=pages,
    problems=news_problems,
    components=components,
    depends_on=depends_on,
    opening=opening,
    closing=closing,
    feeds=feeds,
    structured_data=structured_data,
    changes=changes,
)
