"""Pictures as a subject: the right to show each, and what they must not carry."""

from __future__ import annotations

from sources.published import file_meant

from ..subject import Form, Sources, Subject
from .problems import picture_problems, unlisted
from .records import PICTURES_FILE


def values(sources: Sources) -> dict[str, object]:
    """Return the pictures that may be shown, by their files below content."""
    files = (*sources.pictures, *sources.documents)
    listed = sources.of(PICTURES_FILE).images
    return {"listed_pictures": frozenset(file_meant(picture.file, files) for picture in listed)}


SUBJECT = Subject(
    name="pictures",
    data=PICTURES_FILE,
    form=Form("Pictures", mended_later=unlisted),
    problems=picture_problems,
    values=values,
)
