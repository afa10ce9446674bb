"""Checks of Pelican's settings: misspelt ones, which it would ignore, missing ones, and the address of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pelican.settings import DEFAULT_CONFIG
from pydantic import TypeAdapter, ValidationError

from sources.problems import Place, Problem, Section, guess
from sources.records.sentences import sentence
from sources.records.web_addresses import SiteAddress
from subjects.loaded import Sources

# Pelican reads these but has no default for them (or puts them in by itself).
WITHOUT_DEFAULT = ("AUTHOR", "DEBUG", "FEED_DOMAIN", "TIMEZONE")
OURS = (
    *("PRODUCTION", "SHARED", "CANONICAL", "HOST", "ROOT"),
    *("SOURCES", "MAIN_SOURCES", "RECIPES", "GENERATORS", "STORE", "COMPILED"),
)
NEEDED = ("PLUGINS", "PRODUCTION")
FILES = ("publishconf.py", "previewconf.py", "pelicanconf.py")
ADDRESS = TypeAdapter(SiteAddress)


def address_problems(given: str) -> Iterator[Problem]:
    """Yield a problem for a SITEURL that is no address of a site; none is fine, and means that it is not known."""
    if not given:
        return
    try:
        ADDRESS.validate_python(given)
    except ValidationError as error:
        yield from (Problem(Place("SITEURL", 0), sentence(details), Section.SITE) for details in error.errors())


def address_settings(given: str, sources: Sources) -> dict[str, str]:
    """Return the settings that say where the site is served; nothing where nobody said, or in a preview."""
    meant = ADDRESS.validate_python(given) if given and not any(address_problems(given)) else given
    address = (meant or (sources.production and sources.site.address) or "").rstrip("/")
    return {"CANONICAL": address, "SITEURL": urlsplit(address).path} if address else {}


def setting_problems(settings: Mapping[str, Any], root: Path) -> Iterator[Problem]:
    """Yield a problem for every setting that does not exist, and for every one that must not be missing."""
    known = {*DEFAULT_CONFIG, *WITHOUT_DEFAULT, *OURS}
    for name in settings:
        if name.isupper() and name not in known:
            yield Problem(_place(name, root), f'unknown setting "{name}".{_near(name, known)}')
    for name in NEEDED:
        if settings.get(name) is None:
            yield Problem(Place(FILES[-1], 0), f'the setting "{name}" is missing.')
    yield from address_problems(settings.get("CANONICAL", ""))


def _near(name: str, known: set[str]) -> str:
    near = guess(name.casefold(), [setting.casefold() for setting in sorted(known)])
    return near.upper().replace(" DID YOU MEAN ", " Did you mean ") if near.startswith(" Did") else ""


def _place(name: str, root: Path) -> Place:
    for file in FILES:
        lines = (root / file).read_text(encoding="utf-8").split("\n") if (root / file).is_file() else []
        for number, line in enumerate(lines, start=1):
            if re.match(rf"{name}\b", line):
                return Place(file, number)
    return Place(FILES[-1], 0)
