"""The records of a category in `content/data/membership.yaml`, with its standards; and which are within which."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Annotated

from pydantic import Field

from sources.records.fields import Id, Line, Measured, Record, Text, Title

Around = Mapping[str, str | None]  # by each category the one that it is within
DEEPEST = 3  # categories within each other; each is a heading, and headings end at six


class Standards(Record):
    """The minimum standards of a category."""

    introduction: Line = Field(description="The sentence before the list.")
    list: tuple[Line, ...] = Field(min_length=1, description="The standards, in order.")


class Category(Record):
    """A kind of membership that holds one tier or several."""

    called = "category"

    id: Id = Field(description="Its short name in this file and in directives.")
    title: Title = Field(description="Its name on the site.")
    within: Id | None = Field(default=None, description="The short name of the category that it is a part of.")
    summary: Annotated[Text | None, Measured()] = Field(
        default=None, description="One or two sentences on whom it is for."
    )
    standards: Standards | None = Field(default=None, description="What is asked of everyone in it.")


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
