"""Pictures as a subject: the right to show each, and what they must not carry."""

from __future__ import annotations

from ..subject import Form, Subject
from .problems import picture_problems, unlisted
from .records import PICTURES_FILE

SUBJECT = Subject(
    name="pictures", data=PICTURES_FILE, form=Form("Pictures", mended_later=unlisted), problems=picture_problems
)
