"""What a rule finds in an output file, and the places in the sources where its cause was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from building.typography import straight
from sources.pages.markdown import convert
from sources.pages.page import PageSource, place_of
from sources.pages.places import PlaceFinder, heading_places, link_places
from sources.pages.targets import Targets, resolved
from sources.problems import Place, Problem
from sources.yaml.nodes import Node
from subjects.site.navigation import by_path, target
from subjects.subject import Sources

from .addresses import browser_reads
from .site import BuiltSite

Places = dict[str, list[Place]]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in an output file that must not be published.

    `clue` is the whole value that somebody typed, or `part` some words of a text.
    """

    file: str
    message: str
    clue: str = ""
    part: str = ""


def problems_of(findings: Iterable[Finding], site: BuiltSite, content: Path) -> Iterator[Problem]:
    """Yield each finding once at every place of its clue, or else at its source file, or else at the output."""
    seen: set[Problem] = set()
    places = _Places(site, content)
    for finding in findings:
        for place in places.of(finding):
            problem = Problem(place, finding.message)
            if problem not in seen:
                seen.add(problem)
                yield problem


class _Places:
    """Looks values up in the sources, which are read only once something was found."""

    def __init__(self, site: BuiltSite, content: Path) -> None:
        self.site = site
        self.content = content
        self.pages = {page.save_as: page for page in site.sources.pages}
        self.known: dict[str, Places] = {}

    @cached_property
    def in_data(self) -> Places:
        return _places_in_data(self.site.sources)

    def in_page(self, name: str) -> Places:
        if name in self.pages and name not in self.known:
            self.known[name] = _places_in_page(self.pages[name], self.site)
        return self.known.get(name, {})

    def of(self, finding: Finding) -> list[Place]:
        if finding.part:
            return self.of_part(finding) or [self.whole_file(finding.file)]
        clue = straight(finding.clue)
        found = clue and (self.in_page(finding.file).get(clue) or self.in_data.get(clue))
        return found or [self.whole_file(finding.file)]

    def of_part(self, finding: Finding) -> list[Place]:
        """Return the first place of the words in the text of the page, or else every value that holds them."""
        page = self.pages.get(finding.file)
        if page and (offset := found_at(page.body, finding.part)) >= 0:
            return [page.at(offset)]
        if finding.file in self.site.statics:
            return []
        return _holding(self.in_page(finding.file), finding.part) or _holding(self.in_data, finding.part)

    def whole_file(self, name: str) -> Place:
        page, static = self.pages.get(name), self.site.statics.get(name)
        if page:
            return Place(page.file, 0)
        return Place(f"{self.content.name}/{static.relative_to(self.content).as_posix()}" if static else name, 0)


def found_at(text: str, part: str) -> int:
    """Return where words stand in a text, if need be whatever marks or line ends stand between their letters; or -1."""
    if (exact := text.find(part)) >= 0:
        return exact
    letters = [(at, letter) for at, sign in enumerate(text) for letter in _letters(sign)]
    wanted = "".join(_letters(part))
    found = "".join(letter for _, letter in letters).find(wanted) if wanted else -1
    return letters[found][0] if found >= 0 else -1


def _letters(text: str) -> Iterator[str]:
    return (letter for letter in unicodedata.normalize("NFKD", text).casefold() if letter.isalnum())


def _holding(places: Places, part: str) -> list[Place]:
    exact = [place for value, found in places.items() if part in value for place in found]
    return exact or [place for value, found in places.items() if found_at(value, part) >= 0 for place in found]


def _places_in_page(page: PageSource, site: BuiltSite) -> Places:
    """Return the places of all values of a page, as its output shows them: addresses, headings, front matter."""
    return _by_value(_values_of_page(page, site))


def _places_in_data(sources: Sources) -> Places:
    """Return the places of all values of the data files."""
    return _by_value(value for file in sources.files.values() if file.nodes for value in _scalars(file.nodes))


def _values_of_page(page: PageSource, site: BuiltSite) -> Iterator[tuple[str, Place]]:
    targets = Targets.of(site.sources.pages, site.sources.published, production=site.sources.production)
    for link, place in link_places(page):
        yield browser_reads(resolved(link.address, page, targets, site.prefix)), place
    becomes = convert(page)
    for heading, at in heading_places(becomes, PlaceFinder(page.body, becomes.whole)):
        yield heading.words, page.at(at)
    pages = by_path(site.sources.pages)
    for step in page.nodes.each("next_steps"):
        yield f"{site.prefix}/{target(step.text_of('page') or '', pages)}", place_of(step, "page")
    yield from _scalars(page.nodes)


def _scalars(node: Node) -> Iterator[tuple[str, Place]]:
    return ((one.text, one.place) for one in node.scalars() if one.text)


def _by_value(values: Iterator[tuple[str, Place]]) -> Places:
    found: Places = {}
    for value, place in values:
        found.setdefault(straight(value), []).append(place)
    return found
