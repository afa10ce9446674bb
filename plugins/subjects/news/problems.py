"""What is wrong with articles beyond their fields: no day, days in the wrong order, a page that is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sources.pages.page import PageSource, place_of
from sources.problems import Problem, SectionOfGuide, quoted

from ..loaded import Loaded
from .articles import in_news, is_list

LONGEST_WAIT = timedelta(days=3 * 365)
ONLY_NEWS = ("date", "expires", "corrected")


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
