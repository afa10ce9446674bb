"""`make check-links`: asks every outside address of the site whether it is still there, and tells where it stands."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from checking.check import check, unchecked
from sources.pages.places import link_places
from sources.problems import Place, Problem, Section, quoted
from sources.records.web_addresses import is_reserved
from sources.result_store import NoStore
from subjects.loaded import Sources

from .outside import Answer, Ask, Said, ask, ask_all, remember, remembered

OUTSIDE = re.compile(r"https?://[^\s<>\[\]\"'`{}|\\^]+")
OFFLINE = "Nothing could be asked: this computer seems to be offline."

Standing = dict[str, list[Place]]  # the places by the address that stands there


class Offline(Exception):
    """Raised when not one address could be asked."""


@dataclass(frozen=True, slots=True)
class LinksAsked:
    """What came of asking: links that lead nowhere, and the lines on all others."""

    dead: tuple[Problem, ...]
    told: str


def check_links(content: Path, theme: Path, cache: Path, said: Said, ask: Ask = ask) -> LinksAsked:
    """Ask every address and return what came of it; raise ProblemsFound if not every page and file can be read."""
    sources = unchecked(content, theme, NoStore()) or check(content, theme, production=True)
    standing, now = addresses(sources), time.time()
    known = {address: one for address, one in remembered(cache, now).items() if address in standing}
    asked = ask_all(standing.keys() - known.keys(), said, ask)
    if asked and all(one.offline for one in asked.values()):
        raise Offline(OFFLINE)
    remember(cache, known, asked, now)
    return _told(standing, {**known, **asked})


def addresses(sources: Sources) -> Standing:
    """Return every outside address of the pages and data files, in the order of files and lines."""
    found: Standing = {}
    for address, place in sorted({*_in_pages(sources), *_in_data(sources)}, key=lambda one: (one[1], one[0])):
        if not is_reserved(urlsplit(address).hostname or ""):
            found.setdefault(address, []).append(place)
    return found


def _in_pages(sources: Sources) -> Iterator[tuple[str, Place]]:
    for page in (page for one in sources.in_every_language for page in one.written):
        for link, place in link_places(page):
            if OUTSIDE.match(link.address):
                yield link.address, place


def _in_data(sources: Sources) -> Iterator[tuple[str, Place]]:
    """Yield the addresses in fields, also within sentences: as they are understood, not as they are typed."""
    for found in (found for one in sources.in_every_language for found in one.records()):
        for name, info in type(found.record).model_fields.items():
            value, node = getattr(found.record, name), found.node.get(info.alias or name) or found.node
            for text in value if isinstance(value, tuple) else (value,):
                for address in OUTSIDE.findall(text) if isinstance(text, str) else ():
                    yield _without_what_follows(address), node.place


def _without_what_follows(address: str) -> str:
    """Return an address without the signs of the sentence around it: a stop, the bracket of a link."""
    address = address.rstrip(".,;:!?*_")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(".,;:!?*_")
    return address


def _told(standing: Standing, answers: Mapping[str, Answer]) -> LinksAsked:
    dead, moved, unsure = list[Problem](), list[Problem](), list[Problem]()
    for address, places in standing.items():
        answer = answers[address]
        for place in places:
            if answer.dead:
                dead.append(Problem(place, f"{quoted(address)}: {answer.dead}.", Section.AGE))
            elif answer.unsure:
                unsure.append(Problem(place, f"{quoted(address)}: {answer.unsure}.", Section.AGE))
            elif answer.moved:
                moved.append(Problem(place, f"{quoted(address)} is now {quoted(answer.moved)}.", Section.AGE))
    several = "outside address" if len(standing) == 1 else "outside addresses"
    lines = [f"{len(standing)} {several} asked."]
    for title, some in (("Moved for good; write the new address:", moved), ("Look at these in a browser:", unsure)):
        lines += [title, *(f"  {one}" for one in sorted(some))] if some else []
    return LinksAsked(tuple(dead), "\n".join(lines))
