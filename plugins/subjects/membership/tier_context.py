"""What the components about membership draw on: facts, pages of tiers, and what is known around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from components.directive import directives
from sources.pages.page import PageSource
from sources.words import Words

from ..loaded import Sources
from .application.lead import Known
from .application.link import ApplicationLink, application_link
from .compare import pairs_of
from .records import MEMBERSHIP, Membership, Tier
from .table import Compared


@dataclass(frozen=True, slots=True)
class TierContext:
    """What every component about membership draws on: facts, pages of tiers, what is known around them."""

    membership: Membership
    tier_pages: Mapping[str, TierPage]
    known: Known
    folder: str = ""  # of the files that are made of the tiers

    @property
    def words(self) -> Words:
        """Return the words of the theme."""
        return self.known.words

    def compared(self, category_id: str | None) -> tuple[Compared, ...]:
        """Return the tiers of a category (all for None), each with its page and its application."""
        return tuple(self.one(tier.id) for tier in self.membership.tiers_of(category_id))

    def one(self, tier_id: str) -> Compared:
        """Return one tier with its page and its application."""
        tier = self.membership.tier(tier_id)
        labels = (tier.label, self.words["tier_closed"] if tier.closed else None)
        href, compare = self.tier_pages[tier_id].href, self._compare(tier)
        return Compared(tier, href, self.application(tier), compare, tuple(filter(None, labels)))

    def _compare(self, tier: Tier) -> str | None:
        """Return where a tier is compared: the one page that does so, or else the list of them on its own page."""
        page, beside = self.tier_pages[tier.id], pairs_of(tier, self.membership)
        if len(beside) == 1:
            return page_href(beside[0].path)
        return f"{page.href}#{pair_list_id(tier)}" if beside and "pairs" in page.shows else None

    def application(self, tier: Tier) -> ApplicationLink:
        """Return how one applies for a tier."""
        return application_link(tier, self.membership.application, self.known)


def tier_context(sources: Sources) -> TierContext:
    """Return what the components of a site draw on."""
    folder = sources.root_of(MEMBERSHIP)
    return TierContext(sources.of(MEMBERSHIP), tier_pages(sources.findable), Known.of(sources), folder)


@dataclass(frozen=True, slots=True)
class TierPage:
    """The page of a tier: its address as Pelican resolves it, and which components show this tier there."""

    href: str
    shows: frozenset[str]


def tier_pages(pages: tuple[PageSource, ...]) -> Mapping[str, TierPage]:
    """Return the page of each tier, by the tier's id."""
    return {tier: _tier_page(page, tier) for page in pages if (tier := page.front_matter.tier)}


def _tier_page(page: PageSource, tier_id: str) -> TierPage:
    shows = frozenset(one.name for one in directives(page.body) if one.arguments == (tier_id,))
    return TierPage(page_href(page.path), shows)


def page_href(path: str) -> str:
    """Return the address of a page as Pelican resolves it, wherever it is printed."""
    return f"{{filename}}/pages/{path}.md"


def pair_list_id(tier: Tier) -> str:
    """Return the id of the list of pages that set the tier beside another."""
    return f"compare-{tier.id}"


def before_id(tier: Tier) -> str:
    """Return the id of the list of what to know before one applies for the tier."""
    return f"apply-{tier.id}"
