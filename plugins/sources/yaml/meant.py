"""A YAML file as its writer meant it: what YAML would refuse, or cut, is put into quotes where one thing is meant.

`title: Meetings: how they work` is that text: a field that is known holds it. What could be meant in two ways, such
as two fields on one line, or a text and a comment, is left as it is, and then told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from sources.records.shapes import Shape, shape_of

from .lines import Line, lines_of
from .loose_values import in_yaml
from .spans import TextEdit, with_edits

ODD = "\xa0\u2000-\u200a\u202f\u205f\u3000"  # spaces that are not plain ones
NAME = rf"[^\W\d][\w-]*(?:[ {ODD}][\w-]+){{0,2}}"
FIELD_IN_BRACES = re.compile(rf"[{{,][ {ODD}]*{NAME}[ {ODD}]*:[ {ODD}]+")
BESIDE_TEXT = re.compile(
    rf"^[ {ODD}-]*(?:{NAME}[ {ODD}]*:[ \t{ODD}]*)?|(?P<braces>\{{[^{{}}\n]*\}})|[ \t{ODD}]+$", re.MULTILINE
)
AS_USUAL = re.compile(r"(?:[a-z_]+: [A-Za-z0-9(][^:#\t]*)?")  # a line of which nothing else can be meant


@dataclass(frozen=True, slots=True)
class Meant:
    """A text as YAML is to read it, and what was changed for that in the text as typed."""

    text: str
    changes: tuple[TextEdit, ...] = ()

    def typed(self, place: int) -> int:
        """Return where in the text as typed a place of this text is."""
        shift = 0
        for change in self.changes:
            start = change.start + shift
            if place <= start:
                break
            if place < start + len(change.text):
                return min(change.start + place - start, change.end)
            shift += len(change.text) - (change.end - change.start)
        return place - shift


def as_meant(text: str, model: type[BaseModel] | None) -> Meant:
    """Return what the text of a file with such a record means; without a record only odd spaces become plain ones."""
    plain = BESIDE_TEXT.sub(_with_plain_spaces, text) if "\t" in text or not text.isascii() else text
    if model is None or all(map(AS_USUAL.fullmatch, plain.split("\n"))):
        return Meant(plain)
    shape = shape_of(model)
    changes = tuple(change for line in lines_of(plain, shape) for change in _changes(line, shape))
    return Meant(with_edits(plain, changes), changes) if changes else Meant(plain)


def _with_plain_spaces(found: re.Match[str]) -> str:
    """Return what stands beside a text with spaces of one kind; within braces only around the names of fields."""
    if found["braces"]:
        return FIELD_IN_BRACES.sub(lambda name: re.sub(f"[{ODD}]", " ", name[0]), found[0])
    return re.sub(f"[\t{ODD}]", " ", found[0])


def _changes(line: Line, whole: Shape) -> Iterator[TextEdit]:
    """Yield what makes a line say what it means."""
    if field := line.field:
        known = field.known_as
        if not known and (field.sign != ":" or (line.value and not field.gap)):
            return
        if known and known != field.name:
            yield TextEdit(field.start, field.start + len(field.name), known)
        colon = ":" + (field.gap.replace("\t", " ") or (" " if line.value else ""))
        if colon != field.sign + field.gap:
            yield TextEdit(field.colon, line.start, colon)
    value = None if line.goes_on or not line.value else in_yaml(line, whole)
    if value is not None:
        yield TextEdit(line.start, line.start + len(line.value), value)
