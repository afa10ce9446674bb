"""Which categories are within which, told by names alone: of typed values, of nodes, or of what an editor holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .records import Category

Around = Mapping[str, str | None]  # by each category the one that it is within
DEEPEST = 3  # categories within each other; each is a heading, and headings end at six


def around(categories: Collection[Category]) -> Around:
    """Return by each category the one that it is within."""
    return {category.id: category.within for category in categories}


def line(known: Around, category: str | None) -> tuple[str, ...]:
    """Return a category and those around it, the innermost first; what goes round in a circle ends where it began."""
    found: list[str] = []
    while category in known and category is not None and category not in found:
        found.append(category)
        category = known[category]
    return tuple(found)


def is_asked(known: Around, category: str | None, only: Collection[str] | None) -> bool:
    """Tell whether criteria that are for some categories only, or for all, are for a tier of this category."""
    return only is None or not set(only).isdisjoint(line(known, category))
