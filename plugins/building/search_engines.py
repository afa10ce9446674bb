"""What search engines read: robots.txt, the sitemap, and structured data that say only what the page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sources.files import ROBOTS, SITEMAP
from sources.languages import direction, locale, own_name
from sources.pages.page import PageSource
from subjects import present
from subjects.loaded import Sources, Versions
from subjects.site.navigation import Link
from subjects.site.records import Site

Terms = dict[str, Any]  # names and values as JSON-LD has them


def machine_files(canonical: str) -> tuple[str, ...]:
    """Return the files written for machines; a sitemap holds whole addresses, so it needs the site's own."""
    return (ROBOTS, SITEMAP) if canonical else (ROBOTS,)


def listed(pages: Iterable[PageSource]) -> tuple[PageSource, ...]:
    """Return the pages that the sitemap names."""
    return tuple(page for page in pages if page.listed)


@dataclass(frozen=True, slots=True)
class Version:
    """One language in which a page exists: its codes, its own name, how it is written, and the address there."""

    language: str
    locale: str
    name: str
    direction: str
    url: str
    listed: bool


def versions_of(page: PageSource, known: Versions) -> tuple[Version, ...]:
    """Return the languages in which a page exists, the main one first; nothing where that is one."""
    found = {language: pages[page.path] for language, pages in known.items() if page.path in pages}
    return tuple(
        Version(language, locale(language), own_name(language), direction(language), one.url, one.listed)
        for language, one in (found.items() if len(found) > 1 else ())
    )


def in_sitemap(sources: Sources) -> list[tuple[PageSource, tuple[Version, ...]]]:
    """Return the pages that the sitemap names, of all languages, each with the others in which it exists."""
    pages = listed(page for one in sources.in_every_language for page in one.pages)
    return [(page, versions_of(page, sources.versions)) for page in pages]


def terms_of(sources: Sources) -> Callable[[PageSource], Terms]:
    """Return what tells what the subjects say of a page."""
    told = [one.structured_data(sources) for one in present(sources)]
    return lambda page: dict(chain.from_iterable(of(page).items() for of in told))


def structured_data(page: PageSource, site: Site, told: Terms, trail: Sequence[Link], canonical: str) -> Terms | None:
    """Return what a page shows of itself and the organization, in the terms of schema.org; None if that is nothing.

    `told` is what the subjects say of it.
    """
    said = {**_about(page, site, canonical), **_breadcrumb(trail, canonical), **_review(page), **told}
    return {"@context": "https://schema.org", "@type": "WebPage", **said} if page.listed and said else None


def _about(page: PageSource, site: Site, canonical: str) -> Terms:
    if page.url != page.root:  # only the home page shows all of this
        return {}
    mission = site.statements.mission if page.front_matter.template == "home" else None
    organization = {
        "@type": "Organization",
        "name": site.name,
        "alternateName": site.short_name if site.short_name != site.name else None,
        "description": mission.text if mission else site.description,
        "location": site.place,
        "url": f"{canonical}/{page.url}" if canonical else None,
    }
    return {"about": {name: said for name, said in organization.items() if said}}


def _breadcrumb(trail: Sequence[Link], canonical: str) -> Terms:
    if not (trail and canonical):  # search engines take whole addresses only
        return {}
    steps = [
        {"@type": "ListItem", "position": place, "name": step.title, "item": f"{canonical}/{step.url}"}
        for place, step in enumerate(trail, start=1)
    ]
    del steps[-1]["item"]  # as on the page, where the last step is no link
    return {"breadcrumb": {"@type": "BreadcrumbList", "itemListElement": steps}}


def _review(page: PageSource) -> Terms:
    day = page.front_matter.last_reviewed
    return {"lastReviewed": day.isoformat()} if day else {}
