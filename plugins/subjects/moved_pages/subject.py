"""Moved pages as a subject: what a page names as `formerly` leads to it, unless it is no address, or is in use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple, TypeVar
from unicodedata import normalize

from sources.files import MADE
from sources.pages.old_addresses import FIELD, Moved, complaint, old_addresses, shown
from sources.pages.page import NOT_FOUND, PageSource, file_of
from sources.problems import Place, Problem, Section
from sources.published import static_files

from ..loaded import Loaded
from ..site.records import SITE
from ..subject import Subject

T = TypeVar("T")

NEVER_LEFT = "this page is shown wherever an address leads nowhere, and needs no old address. Take the line out."


def own_address(loaded: Loaded) -> str:
    """Return the address of the site, if its facts tell it."""
    site = loaded.value(SITE)
    return (site and site.address) or ""


def moved(loaded: Loaded) -> Iterator[Moved]:
    """Yield every old address, with the page that has another now."""
    for page in loaded.pages:
        for url, *_ in old_addresses(page, own_address(loaded)):
            yield Moved(url, page)


class Claim(NamedTuple):
    """An old address as a page names it."""

    url: str
    page: PageSource
    place: Place


def problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for every old address that cannot lead to the page that names it."""
    own = own_address(loaded)
    claims: list[Claim] = []
    for page in loaded.pages:
        for url, written, place in old_addresses(page, own):
            if message := NEVER_LEFT if page.path == NOT_FOUND else complaint(written, own):
                yield _problem(place, message)
            else:
                claims.append(Claim(url, page, place))
    yield from _collisions(claims, loaded)


def _collisions(claims: list[Claim], loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each old address that is in use, or that an earlier line has claimed."""
    urls = {(claim.page.path, claim.url) for claim in claims}
    pages = {_folded(page.save_as): page for page in (*loaded.made, *loaded.pages)}
    statics = static_files(loaded.content).items()
    files = dict.fromkeys(map(_folded, (*loaded.files_made, *MADE)), "")
    files |= {_folded(name): path.relative_to(loaded.content.parent).as_posix() for name, path in statics}
    earlier: dict[str, Claim] = {}
    # In this order, a file comes before what would be in a folder of its name.
    for claim in sorted(claims, key=lambda one: _folded(file_of(one.url))):
        name = _folded(file_of(claim.url))
        if other := pages.get(name):
            circle = (other.path, claim.page.url) in urls
            yield _problem(claim.place, _of_a_page(claim, other, circle=circle, made=other in loaded.made))
        elif (taken := _in_the_way(name, files)) is not None:
            yield _problem(claim.place, _of_a_file(claim, taken))
        elif twin := _in_the_way(name, earlier):
            yield _problem(claim.place, _claimed_twice(claim, twin))
        earlier.setdefault(name, claim)


def _in_the_way(name: str, files: Mapping[str, T]) -> T | None:
    """Return what is at the same path, or stands where a folder of it would have to be."""
    ways = (name, *map(str, PurePosixPath(name).parents))
    return next((files[way] for way in ways if way in files), None)


def _of_a_page(claim: Claim, other: PageSource, *, circle: bool, made: bool) -> str:
    if made:
        return f'"{shown(claim.url)}" is a page that the site makes from {other.file}. Take it out.'
    if other is claim.page:
        return f'"{shown(claim.url)}" is the address that this page has now. Take it out.'
    if circle:
        return (
            f'"{shown(claim.url)}" is the address of {other.file}, which says that it was "/{claim.page.url}": '
            "a circle. Both pages are there, so neither address leads on. Take out both lines."
        )
    if other.url != claim.url:
        return f'"{shown(claim.url)}" and "/{other.url}" ({other.file}) are one file on some systems. Take it out.'
    return f'"{shown(claim.url)}" is the address of {other.file}. Delete that page, or take this address out.'


def _of_a_file(claim: Claim, file: str) -> str:
    if not file:
        return f'"{shown(claim.url)}" cannot lead on: the site makes a file there itself. Take it out.'
    return f'"{shown(claim.url)}" cannot lead on: {file} has that address. Delete that file, or take this address out.'


def _claimed_twice(claim: Claim, other: Claim) -> str:
    if other.url == claim.url:
        return f'"{shown(claim.url)}" leads to {other.page.file} already, see its line {other.place.line}. Keep one.'
    return f'"{shown(claim.url)}" and "{shown(other.url)}" ({other.place}) are one file on some systems. Keep one.'


def _problem(place: Place, message: str) -> Problem:
    return Problem(place, f"{FIELD}: {message}", Section.FRONT_MATTER)


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


SUBJECT = Subject(name="moved pages", moved=moved, problems=problems)
