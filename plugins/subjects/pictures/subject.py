"""Pictures as a subject: the right to show each, and what they must not carry."""

from __future__ import annotations

from ..subject import Form, Subject
from .problems import picture_problems
from .records import PICTURES_FILE

SUBJECT = Subject(name="pictures", data=PICTURES_FILE, form=Form("Pictures"), problems=picture_problems)
