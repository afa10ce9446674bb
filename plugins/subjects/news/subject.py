"""News as a subject: articles with their day, lists by year, and a feed to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from components.registry import Call, Component
from sources.pages.front_matter import Correction
from sources.pages.page import PageSource

from ..form import Collection
from ..lists import by_month
from ..loaded import Loaded, Sources
from ..subject import Block, Blocks, Change, FilesMade, Part, Subject, Terms
from .articles import (
    COMPONENT,
    FEED,
    FOLDER,
    Line,
    articles,
    day_of,
    feed,
    in_news,
    is_over,
    list_pages,
    news_problems,
    parts,
    updated,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What an article opens with: its day, the last day on which it was true if that has passed, what was put right."""

    day: date
    true_until: date | None
    corrected: tuple[Correction, ...]


def components(sources: Sources) -> Iterator[Component]:
    """Yield the component that lists news: the newest, the few newest, or one part of those of a year.

    It is there while all news waits, too: nothing that the clock alone causes is a mistake.
    """
    if not articles((*sources.pages, *sources.drafts)):
        return
    lists = parts(articles(sources.pages), sources.today)
    by_argument = {part.argument: part for part in lists}
    years = [part for part in lists if part.name and part.number == 1]

    def line(page: PageSource) -> Line:
        return Line(page, day_of(page), is_over(page, sources.today))

    def news(call: Call) -> dict[str, Any]:
        part = by_argument[call.argument or ""]
        lines = [line(page) for page in lists[part][: call.count]]
        months = by_month(lines, lambda one: one.day, sources.words) if part.name else [("", lines)] if lines else []
        whole = None if call.count else part
        others = {"previous": part.beside(-1), "next": part.beside(1)}
        return {
            "months": months,
            "part": whole,
            "years": years,
            "folder": sources.root + FOLDER,
            "feed": sources.root + FEED,
            **others,
        }

    yield Component(COMPONENT, news, choices=tuple(filter(None, by_argument)), optional=True, counted=True)


def opening(sources: Sources) -> Blocks:
    """Return what opens an article."""
    known = {page.path for page in articles(sources.pages)}

    def block(page: PageSource) -> Block | None:
        if page.path not in known:
            return None
        about = page.front_matter
        until = about.expires if is_over(page, sources.today) else None
        corrected = tuple(sorted(about.corrected, key=lambda one: one.on))
        return Block("partials/news_opening.html", Facts(day_of(page), until, corrected))

    return block


def closing(sources: Sources) -> Blocks:
    """Return what ends an article: the one before it and the one after it in time."""
    neighbors = tuple(pairwise(articles(sources.pages)))
    earlier = {newer.path: older for newer, older in neighbors}
    later = {older.path: newer for newer, older in neighbors}

    def block(page: PageSource) -> Block | None:
        beside = {"earlier": earlier.get(page.path), "later": later.get(page.path)}
        return Block("partials/news_closing.html", beside) if any(beside.values()) else None

    return block


def values(sources: Sources) -> Mapping[str, object]:
    """Return what tells where the feed is that a page is about, for its head."""
    there = bool(articles(sources.pages))

    def feed_of(page: PageSource) -> str | None:
        return sources.root + FEED if there and (page.url == page.root or in_news(page)) else None

    return {"feed_of": feed_of}


def files(known: Loaded | Sources) -> FilesMade:
    """Return the feed."""
    return {FEED: feed} if articles(known.pages) else {}


def structured_data(sources: Sources) -> Terms:
    """Return what tells what an article says of itself; see https://schema.org/NewsArticle."""
    author = {"@type": "Organization", "name": sources.site.name}

    def terms(page: PageSource) -> Mapping[str, object]:
        if not articles([page]):
            return {}
        days = {"datePublished": day_of(page).isoformat(), "dateModified": updated(page).isoformat()}
        headline = page.front_matter.title
        return {"mainEntity": {"@type": "NewsArticle", "headline": headline, **days, "author": author}}

    return terms


def changes(sources: Sources) -> Iterator[Change]:
    """Yield the day on which each article appears that waits for it, and that on which one no longer holds."""
    for page in articles({one.path: one for one in (*sources.drafts, *sources.pages)}.values()):
        about = page.front_matter
        if about.status == "draft":
            continue
        if page.waits:
            yield Change(day_of(page), f'"{about.title}" appears')
        if about.expires and sources.today <= about.expires < date.max:
            yield Change(about.expires + timedelta(days=1), f'"{about.title}" is out of date')


def news_parts(loaded: Loaded) -> Iterator[Part]:
    """Yield the news; while a page cannot be read, nobody can say that there is none."""
    lacks = loaded.names_known and not articles(loaded.pages)
    none = f"there is no news: no page in {loaded.content.name}/pages/news has a date"
    yield Part("news", none if lacks else "", (COMPONENT,))


def depends_on(sources: Sources) -> object:
    """Return what lists and articles say of other articles."""
    return [(page.path, page.front_matter) for page in articles(sources.pages)]


SUBJECT = Subject(
    name="news",
    collection=Collection("News", "Article", FOLDER.rstrip("/"), ("title", "date", "description"), "date"),
    parts=news_parts,
    pages=list_pages,
    below=f"pages/{FOLDER}",
    problems=news_problems,
    components=components,
    depends_on=depends_on,
    values=values,
    files=files,
    opening=opening,
    closing=closing,
    structured_data=structured_data,
    changes=changes,
)
