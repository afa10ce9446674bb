"""Checks what all pages of one language together must be: a home page is there, and no two are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sources.problems import Place, Problem, Section

from .page import HOME, NO_DRAFT, PageSource


def page_set_problems(pages: Sequence[PageSource], content: Path) -> Iterator[Problem]:
    """Yield a problem for pages that get in each other's way, and for a home page that is missing."""
    yield from _same_address(pages)
    yield from _same_words(pages)
    yield from _missing(content / "pages", content.name)
    yield from _needed_drafts(pages)


def _missing(root: Path, content_name: str) -> Iterator[Problem]:
    name = f"{HOME}.md"
    if not (root / name).is_file():
        place = Place(f"{content_name}/{root.name}/{name}", 0)
        yield Problem(place, f"this page is missing: {NO_DRAFT[HOME]}.", Section.PAGES)


def _needed_drafts(pages: Iterable[PageSource]) -> Iterator[Problem]:
    for page in pages:
        if page.draft and (reason := NO_DRAFT.get(page.path)):
            yield Problem(page.place("status"), f"status: this page cannot be a draft: {reason}.", Section.FRONT_MATTER)


def _same_address(pages: Iterable[PageSource]) -> Iterator[Problem]:
    by_address: dict[str, PageSource] = {}
    for page in pages:
        other = by_address.setdefault(page.url, page)
        if other is not page:
            message = f'this page has the same address as {other.file}: "/{page.url}". Rename one of them.'
            yield Problem(Place(page.file, 0), message, Section.PAGES)


def _same_words(pages: Iterable[PageSource]) -> Iterator[Problem]:
    for field in ("title", "description"):
        seen: dict[str, PageSource] = {}
        for page in pages:
            other = seen.setdefault(getattr(page.front_matter, field).casefold(), page)
            if other is not page:
                message = f"{field}: the same as in {other.file}. Give each page its own."
                yield Problem(page.place(field), message, Section.FRONT_MATTER)
