"""Where the links in answers lead: found as those of a page at the top of `pages/` are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from sources.pages.front_matter import FrontMatter
from sources.pages.page import PageSource
from sources.pages.targets import Targets, meant, resolved
from sources.pages.typed_addresses import elsewhere, finished
from sources.problems import Place
from sources.yaml.nodes import Mapping

from ...loaded import Sources


def page_of(file: str) -> PageSource:
    """Return a page in whose place the answers of a data file stand."""
    nodes = Mapping(Place(file, 0), Place(file, 0), {})
    front_matter = FrontMatter.model_construct(title="", description="")
    return PageSource(file, "answers", "", front_matter, "", 0, nodes, b"")


class Leading:
    """Finds where the links in answers lead, on a site made from these sources."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._page = page_of("")

    @cached_property
    def _targets(self) -> Targets:
        sources = self._sources
        return Targets.of(sources.pages, sources.published, production=sources.production, moved=sources.moved)

    def address(self, typed: str) -> str:
        """Return an address as a browser takes it; one within the site lacks what stands before its first slash."""
        return resolved(typed, self._page, self._targets, "")

    def around(self, typed: Iterable[str]) -> list[tuple[str, str, int]]:
        """Return what pages draw on for some addresses: where each leads, and how large the file there is."""
        return [(one, self.address(one), self._size(one)) for one in sorted({*typed})]

    def _size(self, typed: str) -> int:
        address = finished(typed)
        files = () if elsewhere(address) else meant(address, self._page, self._targets)
        return max((known.size for file in files if (known := self._sources.documents.get(file))), default=0)
