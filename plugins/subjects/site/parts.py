"""What a site may have of its own facts, or do without."""

from __future__ import annotations

from collections.abc import Iterator

from ..loaded import Loaded
from ..subject import Part
from .records import SITE, Site, Statements

# What site.yaml may hold, with what staff read where it does not; then the same of its statements.
FIELDS = {
    "place": "there is no place",
    "description": "there is no description",
    "navigation": "there is no menu at the top",
    "footer_navigation": "there is no menu at the foot",
    "exit_link": "there is no exit link",
    "share_image": "there is no picture for shared links",
    "contact": "there is no contact",
}
STATEMENTS = {
    "vision": ("there is no vision", "statement vision"),
    "mission": ("there is no mission", "statement mission"),
    "values": ("there are no values", "values"),
}


def parts(loaded: Loaded) -> Iterator[Part]:
    """Yield them; while site.yaml is wrong, nobody can say that one of them is missing."""
    site, file = loaded.value(SITE), SITE.file(loaded.content)
    for field, none in FIELDS.items():
        yield Part(field.replace("_", "-"), f"{none}: {file} has no {field}" if _lacks(site, field) else "")
    for field, (none, call) in STATEMENTS.items():
        lack = f"{none} in {file}, statements" if _lacks(site and site.statements, field) else ""
        yield Part(field, lack, (call,))


def _lacks(holds: Site | Statements | None, field: str) -> bool:
    return holds is not None and not getattr(holds, field)
