"""What a rule finds in an output file, and the places in the sources where its cause was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from building.typography import alike
from checking.private import plain, standing
from sources.pages.markdown import convert
from sources.pages.page import PageSource, place_of
from sources.pages.places import PlaceFinder, heading_places, link_places
from sources.pages.readable_text import readable
from sources.pages.targets import resolved
from sources.problems import Place, Problem, Section
from sources.text import letters
from sources.yaml.nodes import Mapping, Node
from subjects.loaded import Sources
from subjects.site.navigation import by_path, target

from .addresses import browser_reads
from .site import BuiltSite

Places = dict[str, list[Place]]
LISTS = ("approved_phrases", "forbidden_words")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in an output file that must not be published.

    `clue` is the whole value that somebody typed, or `part` some words of a text. If it must be `typed`, it is nothing
    where the theme alone says it. `guide` names the section of the guide that helps.
    """

    file: str
    message: str
    clue: str = ""
    part: str = ""
    typed: bool = False
    guide: str = Section.MESSAGES


def problems_of(findings: Iterable[Finding], site: BuiltSite, content: Path) -> Iterator[Problem]:
    """Yield each finding once at every place of its clue, or else at its source file, or else at the output."""
    seen: set[Problem] = set()
    places = _Places(site, content)
    for finding in findings:
        for place in places.of(finding):
            problem = Problem(place, finding.message, finding.guide)
            if problem not in seen:
                seen.add(problem)
                yield problem


class _Places:
    """Looks values up in the sources, which are read only once something was found."""

    def __init__(self, site: BuiltSite, content: Path) -> None:
        self.site = site
        self.content = content
        self.pages = {
            page.save_as: page
            for page in chain.from_iterable((*one.drafts, *one.pages) for one in site.sources.in_every_language)
        }
        self.known: dict[str, Places] = {}

    @cached_property
    def in_data(self) -> Places:
        return _places_in_data(self.site.sources.in_every_language)

    def in_page(self, name: str) -> Places:
        if name in self.pages and name not in self.known:
            self.known[name] = _by_value(_values_of_page(self.pages[name], self.site))
        return self.known.get(name, {})

    def of(self, finding: Finding) -> list[Place]:
        if finding.part:
            return [] if finding.typed and not self.typed(finding) else self.of_part(finding)
        found = finding.clue and (
            _of_value(self.in_page(finding.file), finding.clue) or _of_value(self.in_data, finding.clue)
        )
        return found or [self.whole_file(finding.file)]

    def of_part(self, finding: Finding) -> list[Place]:
        """Return the first place of the words in the text of the page, or else every value that holds them."""
        page = self.pages.get(finding.file)
        if page:
            offsets = (found_at(text, finding.part) for text in (page.body, readable(page.body)))
            if (offset := next((one for one in offsets if one >= 0), None)) is not None:
                return [page.at(offset)]
        there = () if finding.file in self.site.statics else (self.in_page(finding.file), self.in_data)
        found = (_holding(places, finding.part) for places in there)
        return next(filter(None, found), [self.whole_file(finding.file)])

    def typed(self, finding: Finding) -> bool:
        """Tell whether the words stand in what somebody typed or put there."""
        page = self.pages.get(finding.file)
        texts = (page.body, readable(page.body)) if page else ()
        typed = (*texts, *self.in_page(finding.file), *self.in_data)
        return finding.file in self.site.statics or any(any(standing([finding.part], plain(one))) for one in typed)

    def whole_file(self, name: str) -> Place:
        page, static = self.pages.get(name), self.site.statics.get(name)
        if page:
            return Place(page.file, 0)
        return Place(f"{self.content.name}/{static.relative_to(self.content).as_posix()}" if static else name, 0)


def found_at(text: str, part: str) -> int:
    """Return where words stand in a text, if need be whatever marks or line ends stand between their letters; or -1."""
    if (exact := text.find(part)) >= 0:
        return exact
    placed = [(at, letter) for at, sign in enumerate(text) for letter in letters(sign)]
    wanted = "".join(letters(part))
    found = "".join(letter for _, letter in placed).find(wanted) if wanted else -1
    return placed[found][0] if found >= 0 else -1


def _holding(places: Places, part: str) -> list[Place]:
    exact = [place for value, found in places.items() if part in value for place in found]
    return exact or [place for value, found in places.items() if found_at(value, part) >= 0 for place in found]


def _of_value(places: Places, value: str) -> list[Place]:
    """Return the places of a value, or else of one that is the same but for the signs that a printer sets."""
    return places.get(value) or [one for typed, some in places.items() if alike(typed) == alike(value) for one in some]


def _places_in_data(languages: Iterable[Sources]) -> Places:
    """Return the places of all values of the data files, but for the lists of what may and must not be said."""
    loaded = chain.from_iterable(sources.files.values() for sources in languages)
    files = (file.nodes.entries for file in loaded if isinstance(file.nodes, Mapping))
    fields = (field for entries in files for name, field in entries.items() if name not in LISTS)
    return _by_value(value for field in fields for value in _scalars(field))


def _values_of_page(page: PageSource, site: BuiltSite) -> Iterator[tuple[str, Place]]:
    """Yield all values of a page with their places, as its output shows them: addresses, headings, front matter."""
    sources = site.sources_of(page)
    targets = sources.targets
    for link, place in link_places(page):
        yield browser_reads(resolved(link.address, page, targets, site.prefix)), place
    becomes = convert(page)
    for heading, at in heading_places(becomes, PlaceFinder(page.body, becomes.whole)):
        yield heading.words, page.at(at)
    pages = by_path(sources.findable)
    for step in page.nodes.each("next_steps"):
        yield f"{site.prefix}/{target(step.text_of('page') or '', pages)}", place_of(step, "page")
    yield from _scalars(page.nodes)


def _scalars(node: Node) -> Iterator[tuple[str, Place]]:
    return ((one.text, one.place) for one in node.scalars() if one.text)


def _by_value(values: Iterator[tuple[str, Place]]) -> Places:
    found: Places = {}
    for value, place in values:
        found.setdefault(value, []).append(place)
    return found
