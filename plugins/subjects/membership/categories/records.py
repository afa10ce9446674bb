"""The records of a category in `content/data/membership.yaml`, with its minimum standards."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sources.records.fields import Id, Line, Measured, Record, Text, Title


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
