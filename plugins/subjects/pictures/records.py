"""The records of `content/data/images.yaml`: why each picture may be shown, and who in it has agreed."""

from __future__ import annotations

from pydantic import Field

from sources.problems import Section
from sources.records.data_file import DataFile
from sources.records.fields import Line, PastDay, Record, YesNo


class Picture(Record):
    """One picture, and the right to show it."""

    called = "image"

    file: Line = Field(
        description="Its name below content/images, such as map.png; of one in content/extra, such as extra/icon.png."
    )
    rights: Line = Field(description="Who made it, and why it may be shown: a license, or who allowed it.")
    people: YesNo = Field(description="yes if anybody can be recognized in it.")
    consent: PastDay | None = Field(default=None, description="The day on which all of them agreed in writing.")


class Pictures(Record):
    """All pictures of the site."""

    images: tuple[Picture, ...] = Field(default=(), description="The pictures, in any order.")


PICTURES_FILE = DataFile("data/images.yaml", Pictures, Section.PICTURES)
