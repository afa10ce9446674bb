"""What a file of a page may be called, and the address that comes of it."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from .files import DOCUMENTS, KEPT_BY_WINDOWS, LEFTOVER, is_leftover, misplaced
from .kinds import ID
from .problems import quoted

NAME_RULE = "use small letters, digits and single hyphens"


def name_complaint(path: Path, relative: str) -> str | None:
    """Return what staff read about a name, below content/pages, that no page can have; None if one can."""
    if message := misplaced(PurePosixPath("pages", relative)):
        return message
    if is_leftover(path.name):
        return LEFTOVER
    if path.suffix != ".md":
        return f'"{path.name}" is not a page. {_instead(path.name)}'
    for part in relative.removesuffix(".md").split("/"):
        if not ID.fullmatch(part):
            hint = f", such as {quoted(plain)}" if (plain := _plain(part)) else ""
            return f"the name {quoted(part)} becomes part of an address: {NAME_RULE}{hint}."
        if KEPT_BY_WINDOWS.fullmatch(part):
            return f"the name {quoted(part)} is one that Windows keeps for itself. Choose another."
    return None


def _instead(name: str) -> str:
    """Return what to do with a file that is no page."""
    page, ending = PurePosixPath(name).stem, PurePosixPath(name).suffix.casefold()
    if page.endswith(".md"):  # some programs and computers add an ending, and hide it
        return f"Take the ending {quoted(ending)} away: {quoted(page)}."
    if ending in DOCUMENTS:
        return "Copy its text into a page (make new-page), or save it as a PDF into content/extra."
    return 'Pages end in ".md"; pictures go to content/images.'


def _plain(name: str) -> str:
    """Return the name as an address can hold it; empty where little of it would be left."""
    letters = normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    plain = re.sub("[^a-z0-9]+", "-", letters).strip("-")
    return plain if ID.fullmatch(plain) else ""


def address(name: str) -> str:
    """Return the address of the page of that name, below the site's own."""
    if name == "404":
        return "404.html"
    return name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"
