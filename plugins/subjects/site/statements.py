"""The formal statements in `content/data/site.yaml`: vision, mission and values."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sources.records.fields import Line, Measured, Record, Text, Title
from sources.records.upkeep import PlainWords


class Statement(Record):
    """A formal statement; stands word for word."""

    text: Annotated[Text, Measured(verbatim=True)] = Field(description="The words of the statement.")
    in_plain_words: PlainWords | None = Field(default=None, description="What it says in plain words, shown first.")


class Values(Record):
    """The core values."""

    introduction: Line | None = Field(default=None, description="The sentence before the list.")
    list: tuple[Title, ...] = Field(min_length=1, max_length=12, description="The values, in order.")


class Statements(Record):
    """The formal statements of the organization, as far as it has any."""

    vision: Statement | None = Field(
        default=None, description="Shown by ::: statement vision, and large on the home page."
    )
    mission: Statement | None = Field(default=None, description="Shown by ::: statement mission, and on the home page.")
    values: Values | None = Field(default=None, description="Shown by ::: values.")
