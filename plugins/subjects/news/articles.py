"""Articles: the pages below `pages/news/` that have a day, which of them are news, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sources.pages.page import PageSource
from sources.problems import Problem, SectionOfGuide, quoted

from ..loaded import Loaded

FOLDER = "news/"
INDEX = f"{FOLDER}index"
OF_A_LIST = re.compile(r"\d{1,4}(/.*)?")  # addresses that the lists have


class Section(SectionOfGuide):
    """Where the guide tells about news."""

    NEWS = "News"


@dataclass(frozen=True, slots=True)
class Article:
    """A page with its day."""

    page: PageSource
    day: date
    expired: bool

    @property
    def updated(self) -> date:
        """Return the day on which it was last changed, as far as it says so."""
        return max((self.day, *(one.on for one in self.page.front_matter.corrected)))


def articles(pages: Iterable[PageSource], today: date) -> list[Article]:
    """Return the articles, the newest first; of one day in the order of their names."""
    found = (
        Article(page, page.front_matter.date, bool(page.front_matter.expires and page.front_matter.expires < today))
        for page in pages
        if _is_article(page) and page.front_matter.date
    )
    return sorted(found, key=lambda one: (-one.day.toordinal(), one.page.path))


def _is_article(page: PageSource) -> bool:
    return page.path.startswith(FOLDER) and page.path != INDEX


def news_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for an article without a day or with days that cannot be, and for days on other pages."""
    for page in loaded.pages:
        about = page.front_matter
        if not _is_article(page):
            for field in ("date", "expires", "corrected"):
                if page.nodes.get(field):
                    message = f"{field}: only news has one. Move the page to pages/news/, or take this out."
                    yield Problem(page.place(field), message, Section.NEWS)
            continue
        if OF_A_LIST.fullmatch(name := page.path.removeprefix(FOLDER)):
            message = f"the name {quoted(name)} is the address of a list of news. Choose another."
            yield Problem(page.place("title"), message, Section.NEWS)
        if about.date is None:
            message = 'expected "date", the day of the article, such as "date: 2026-11-23".'
            yield Problem(page.nodes.place, message, Section.NEWS)
            continue
        if about.expires and about.expires < about.date:
            yield Problem(
                page.place("expires"), f"expires: {about.expires} is before the date, {about.date}.", Section.NEWS
            )
        for correction, node in zip(about.corrected, page.nodes.each("corrected"), strict=True):
            if correction.on < about.date:
                message = f"corrected: {correction.on} is before the date, {about.date}."
                yield Problem(node.place, message, Section.NEWS)
