"""What the rules about the whole site ask of each page: little, since ten thousand are kept in mind."""

from __future__ import annotations

from typing import NamedTuple

from .page_facts import PageFacts


class Outline(NamedTuple):
    """A page as others see it. `links` are its addresses within the site, `headings` the ids of its headings."""

    file: str
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    ids: tuple[str, ...]
    headings: tuple[str, ...]
    links: tuple[str, ...]
    weight: int


def outline(page: PageFacts) -> Outline:
    """Return the outline of a page."""
    return Outline(
        page.file,
        page.titles,
        page.descriptions,
        page.ids,
        tuple(heading.id for heading in page.headings if heading.id),
        tuple(one.value for one in page.addresses if not (one.scheme or one.is_canonical or one.is_left_over)),
        page.weight,
    )
