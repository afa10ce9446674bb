"""Pages of the built sites and the comparisons on them, read as text: all that can be told without a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from checking.check import Sources
from components.directive import directives
from sites import CATE, CLUB, EXAMPLES, FOUNDATION, HARBOR, Location, Site, every_page, output, parsed, shared
from subjects.membership.records import MEMBERSHIP, Group, Membership, Tier

__all__ = ["output", "shared"]


@dataclass(frozen=True)
class BuiltPage:
    """One page of a built site."""

    site: Site
    url: str
    output: Path

    @property
    def sources(self) -> Sources:
        """Return what it is made from, in its language."""
        return Location(self.site, self.url).sources

    @property
    def soup(self) -> BeautifulSoup:
        """Return the page, parsed."""
        return parsed(self.output, self.url)

    def all(self, *names: str) -> list[Tag]:
        """Return the elements of these names, in order."""
        return self.soup.find_all(list(names))


@dataclass(frozen=True)
class Comparison:
    """One comparison on a page: what it should show, and the scrolling region that holds its table."""

    membership: Membership
    tiers: tuple[Tier, ...]
    region: Tag

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the groups of criteria that these tiers are asked, which are the same for all of them."""
        return self.membership.groups_of(self.tiers[0])

    @property
    def table(self) -> Tag:
        """Return the table."""
        return self.region.table

    @property
    def rows(self) -> list[Tag]:
        """Return the rows that hold requirements."""
        return [row for row in self.table.select("tbody > tr") if not row.find("th", scope="rowgroup")]

    @property
    def by_row(self) -> Tag:
        """Return what narrow screens get: each requirement with the answers of all tiers."""
        return self.region.find_previous_sibling("div")


def every_comparison(*sites: Site) -> list:
    """Return location, number on its page, and category of each `::: tiers` of the sites."""
    return [
        pytest.param(
            (Location(site, page.url), number, next(iter(directive.arguments), None)),
            id=f"{site.name}:/{page.url}:{' '.join(directive.arguments) or 'all'}",
        )
        for site in sites
        for page in site.sources.pages
        for number, directive in enumerate(one for one in directives(page.body) if one.name == "tiers")
    ]


@pytest.fixture
def read(output) -> Callable[[Location], BuiltPage]:
    """Return what reads the page at a location."""
    return lambda location: BuiltPage(location.site, location.url, output(location.site))


@pytest.fixture(params=every_page(CATE, HARBOR, *EXAMPLES))
def each_page(request, read) -> BuiltPage:
    """Return one page after the other, of all organisations."""
    return read(request.param)


@pytest.fixture(params=every_comparison(CATE, HARBOR, FOUNDATION, CLUB))
def comparison(request, read) -> Comparison:
    """Return one comparison after the other, of all that have tiers."""
    location, number, category = request.param
    membership = location.site.sources.of(MEMBERSHIP)
    regions = read(location).soup.select("[role=region]:has(> table)")
    return Comparison(membership, membership.tiers_of(category), regions[number])
