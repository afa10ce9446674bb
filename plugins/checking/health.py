"""The health of a site that is right: hard texts, links elsewhere, questions; in a few lines it ends `make check`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sources.pages.page import PageSource
from sources.pages.places import link_places
from sources.pages.typed_addresses import finished
from sources.problems import Place, Section, command, count
from sources.records.web_addresses import https_address, is_https, is_reserved
from sources.result_store import NoStore, ResultStore, digest, in_batches, of_code
from subjects.loaded import Sources

from .calendar import never_reviewed
from .reading import reading, too_hard

FILE = "CORRECTIONS.md"
HEADING = "## Open questions"
# Its number, and its words up to the end of what is bold, or else all of them.
QUESTION = re.compile(r"(?P<number>\d+)\. +(?:\*\*(?P<bold>.+?)\*\*|(?P<plain>.+))")


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that only the organization can answer."""

    number: int
    text: str
    place: Place


def open_questions(content: Path) -> tuple[OpenQuestion, ...]:
    """Return the questions, in order; none where there is no such list."""
    path = content / FILE
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.is_file() else []
    start = lines.index(HEADING) + 1 if HEADING in lines else len(lines)
    found: list[OpenQuestion] = []
    for number, line in enumerate(lines[start:], start=start + 1):
        if line.startswith("## "):
            break
        if question := QUESTION.match(line):
            text = question["bold"] or question["plain"]
            found.append(OpenQuestion(int(question["number"]), text, Place(f"{content.name}/{FILE}", number)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class OutsideHost:
    """A host to which links lead, and where these were typed; nobody can run a site at an example."""

    name: str
    example: bool
    places: tuple[Place, ...]


def outside_hosts(sources: Sources, store: ResultStore | None = None) -> tuple[OutsideHost, ...]:
    """Return all hosts, the one with most links before the others."""
    by_host: dict[str, list[Place]] = {}
    for address, place in (*_of_pages(sources, store or NoStore()), *_of_data(sources)):
        if host := urlsplit(address).hostname:
            by_host.setdefault(host, []).append(place)
    found = (OutsideHost(name, is_reserved(name), tuple(sorted(places))) for name, places in by_host.items())
    return tuple(sorted(found, key=lambda host: (-len(host.places), host.name)))


def _of_pages(sources: Sources, store: ResultStore) -> Iterator[tuple[str, Place]]:
    written = [page for one in sources.in_every_language for page in one.written]
    return in_batches(store, _leading_elsewhere, written, digest("elsewhere", of_code()), lambda page: page.digest)


def _leading_elsewhere(page: PageSource) -> Iterator[tuple[str, Place]]:
    for link, place in link_places(page):
        address = finished(link.address)
        if urlsplit(address).scheme.casefold() == "https":
            yield address, place


def _of_data(sources: Sources) -> Iterator[tuple[str, Place]]:
    """Yield the addresses of forms, of sources, and of the exit link; the site's own is none that leads elsewhere."""
    for file in sources.files.values():
        for one in file.nodes.scalars() if file.nodes else ():
            address = https_address(one.text) if one.text and "/" in one.text else ""
            if is_https(address) and address != sources.site.address:
                yield address, one.place


def health_summary(sources: Sources, content: Path, store: ResultStore | None = None) -> str:
    """Return the lines."""
    return "\n".join(
        [
            "Health of the site:",
            *(f"  {line}" for line in _lines(sources, content, store)),
            f'  See GUIDE.md, "{Section.AGE}".',
        ]
    )


def _lines(sources: Sources, content: Path, store: ResultStore | None) -> Iterator[str]:
    if undated := never_reviewed(sources):
        yield f"Without a day for their review: {count(len(undated), 'page')} (last_reviewed and review_every)."
    measured, limit = reading(sources, store), sources.site.reading_grade
    if measured:
        hard = f"{too_hard(measured, limit)} of {count(len(measured), 'text')}"
        yield f"Reading: {hard} above grade {limit} ({command('reading')})."
    hosts = outside_hosts(sources, store)
    links = sum(len(host.places) for host in hosts)
    yield f"Links elsewhere: {links} to {count(len(hosts), 'host')}."
    if questions := open_questions(content):
        yield f"Open questions to the organization: {len(questions)} ({content.name}/{FILE})."
