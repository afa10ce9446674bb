"""The records of `content/data/resources.yaml`: links and documents that the organization recommends."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from sources.files import LIST_LIMIT
from sources.problems import SectionOfGuide
from sources.records.data_file import DataFile
from sources.records.days import months_after
from sources.records.fields import Language, Line, Months, PastDay, Record, Title, also, none_yet, one_or_several
from sources.records.web_addresses import RealAddress


def _titles(value: Any) -> Any:
    return one_or_several(none_yet(value))


Titles = Annotated[tuple[Title, ...], BeforeValidator(_titles, json_schema_input_type=Title | tuple[Title, ...])]


class Section(SectionOfGuide):
    """Where the guide tells about resources."""

    RESOURCES = "Resources"


class Resource(Record):
    """A page elsewhere, or a document of this site."""

    called = "resource"

    title: Title = Field(description="What it is called.", json_schema_extra=also("name"))
    link: RealAddress | None = Field(
        default=None, description="Its address, if it is elsewhere.", json_schema_extra=also("url", "website")
    )
    file: Line | None = Field(
        default=None,
        description="Instead of that: a document in content/extra, such as guide.pdf.",
        json_schema_extra=also("document", "pdf"),
    )
    kind: Title = Field(
        description="What it is, such as Training; those of one kind stand together.",
        json_schema_extra=also("type", "category"),
    )
    about: Line | None = Field(
        default=None,
        description="One sentence on what it says.",
        json_schema_extra=also("description", "summary"),
    )
    audience: Titles = Field(default=(), description="Whom it is for, one or several; visitors choose among these.")
    language: Language | None = Field(default=None, description="Its language, such as es, if that is another.")
    publisher: Title | None = Field(default=None, description="Who published it.")
    last_reviewed: PastDay | None = Field(default=None, description="The day on which somebody last looked at it.")
    review_every: Months | None = Field(default=None, description="How often to look again, such as 1 year.")

    @property
    def due(self) -> date | None:
        """Return the day by which somebody should look at it again; None if none was set."""
        if self.last_reviewed is None or self.review_every is None:
            return None
        return months_after(self.last_reviewed, self.review_every)


class Resources(Record):
    """All resources, in the order in which they are shown."""

    resources: Annotated[tuple[Resource, ...], BeforeValidator(none_yet)] = Field(
        default=(), description="The resources, in order."
    )


RESOURCES = DataFile("data/resources.yaml", Resources, Section.RESOURCES, LIST_LIMIT)
