"""The public address of the site: SITEURL where it is given, or else the `address` of site.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from sources.problems import Place, Problem
from sources.sentences import sentence
from sources.web_addresses import SiteAddress

from .check import Sources


def address_problems(given: str) -> Iterator[Problem]:
    """Yield a problem for a SITEURL that is no address of a site; none is fine, and means that it is not known."""
    if not given:
        return
    try:
        TypeAdapter(SiteAddress).validate_python(given)
    except ValidationError as error:
        yield from (Problem(Place("SITEURL", 0), sentence(details)) for details in error.errors())


def address_settings(given: str, sources: Sources) -> dict[str, str]:
    """Return the settings that say where the site is served; nothing where nobody said, or in a preview."""
    address = (given or (sources.production and sources.site.address) or "").rstrip("/")
    return {"CANONICAL": address, "SITEURL": urlsplit(address).path} if address else {}
