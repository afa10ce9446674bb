"""Pictures as a subject: the right to show each, and what they must not carry."""

from __future__ import annotations

from ..subject import Form, Sources, Subject
from .problems import picture_problems, unlisted
from .records import PICTURES_FILE


def values(sources: Sources) -> dict[str, object]:
    """Return the pictures that may be shown, by their files below content."""
    names = (picture.file for picture in sources.of(PICTURES_FILE).images)
    return {"listed_pictures": frozenset(name if name.startswith("extra/") else f"images/{name}" for name in names)}


SUBJECT = Subject(
    name="pictures",
    data=PICTURES_FILE,
    form=Form("Pictures", mended_later=unlisted),
    problems=picture_problems,
    values=values,
)
