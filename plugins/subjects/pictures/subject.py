"""Pictures as a subject: the right to show each, and what they must not carry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sources.published import file_meant

from ..form import Form
from ..loaded import Sources
from ..subject import Subject, of_file
from .problems import listed_as, picture_problems, unlisted
from .records import PICTURES_FILE


def values(sources: Sources) -> dict[str, object]:
    """Return the pictures that may be shown, by their files below content."""
    files = (*sources.pictures, *sources.documents)
    listed = sources.of(PICTURES_FILE).images
    return {"listed_pictures": frozenset(file_meant(picture.file, files) for picture in listed)}


def with_entry(values: dict[str, Any], file: str, said: Mapping[str, str]) -> dict[str, Any]:
    """Return what images.yaml should hold once somebody has said of a picture why it may be shown."""
    entry = {"file": listed_as(file), "rights": said["rights"], "people": said["people"]}
    entry |= {"consent": said["consent"]} if said.get("consent") else {}
    return values | {"images": [*(values.get("images") or ()), entry]}


SUBJECT = Subject(
    name="pictures",
    data=PICTURES_FILE,
    form=Form("Pictures", mended_later=unlisted, of_picture=with_entry),
    parts=lambda loaded: (of_file("pictures", "there are no pictures", PICTURES_FILE, loaded),),
    problems=picture_problems,
    values=values,
)
