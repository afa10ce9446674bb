"""Where the site leads elsewhere: the hosts, and each place that names an address there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from sources.problems import Place
from sources.prose.links import placed
from sources.web_addresses import is_https, is_reserved

from ..check import Sources


@dataclass(frozen=True, slots=True)
class OutsideHost:
    """A host to which links lead, and where these were typed; nobody can run a site at an example."""

    name: str
    example: bool
    places: tuple[Place, ...]


def outside_hosts(sources: Sources) -> tuple[OutsideHost, ...]:
    """Return all hosts, the one with most links before the others."""
    by_host: dict[str, list[Place]] = {}
    for address, place in (*_of_pages(sources), *_of_data(sources)):
        if host := urlsplit(address).hostname:
            by_host.setdefault(host, []).append(place)
    found = (OutsideHost(name, is_reserved(name), tuple(sorted(places))) for name, places in by_host.items())
    return tuple(sorted(found, key=lambda host: (-len(host.places), host.name)))


def _of_pages(sources: Sources) -> Iterator[tuple[str, Place]]:
    for page in sources.pages:
        for link, place in placed(page) if page not in sources.made else ():
            if urlsplit(link.address).scheme.casefold() == "https":
                yield link.address, place


def _of_data(sources: Sources) -> Iterator[tuple[str, Place]]:
    """Yield the addresses of forms, of sources, and of the exit link; the site's own is none that leads elsewhere."""
    for node in (sources.nodes.site, sources.nodes.membership, sources.nodes.help_lines):
        for one in node.scalars():
            if one.text and one.text != sources.site.address and is_https(one.text):
                yield one.text, one.place
