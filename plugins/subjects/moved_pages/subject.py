"""Moved pages as a subject: what a page names as `formerly` leads to it."""

from __future__ import annotations

from collections.abc import Iterator

from sources.pages.old_addresses import Moved, old_addresses

from ..loaded import Loaded
from ..site.records import SITE
from ..subject import Subject
from .problems import moved_page_problems


def own_address(loaded: Loaded) -> str:
    """Return the address of the site, if its facts tell it."""
    site = loaded.value(SITE)
    return (site and site.address) or ""


def moved(loaded: Loaded) -> Iterator[Moved]:
    """Yield every old address, with the page that has another now."""
    for page in loaded.pages:
        for url, *_ in old_addresses(page, own_address(loaded)):
            yield Moved(url, page)


SUBJECT = Subject(
    name="moved pages", moved=moved, problems=lambda loaded: moved_page_problems(loaded, own_address(loaded))
)
