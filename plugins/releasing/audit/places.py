"""The way back from the finished site to the sources: where a value that a page shows was typed."""

from __future__ import annotations

from collections.abc import Iterator

from sources.pages.markdown import convert
from sources.pages.page import PageSource, place_of
from sources.pages.places import PlaceFinder, heading_places, link_places
from sources.pages.targets import Targets, resolved
from sources.problems import Place
from sources.yaml.nodes import Node
from subjects.site.navigation import by_path, target
from subjects.subject import Sources

from .addresses import browser_reads
from .site import BuiltSite

Places = dict[str, list[Place]]


def places_in_page(page: PageSource, site: BuiltSite) -> Places:
    """Return the places of all values of a page, as its output shows them: addresses, headings, front matter."""
    return _by_value(_values_of_page(page, site))


def places_in_data(sources: Sources) -> Places:
    """Return the places of all values of the data files."""
    return _by_value(value for file in sources.files.values() if file.nodes for value in _scalars(file.nodes))


def _values_of_page(page: PageSource, site: BuiltSite) -> Iterator[tuple[str, Place]]:
    targets = Targets.of(site.sources.pages, site.statics, production=site.sources.production)
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
        found.setdefault(value, []).append(place)
    return found
