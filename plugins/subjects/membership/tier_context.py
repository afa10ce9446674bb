"""What the components about membership draw on: the facts, the pages of the tiers, the words, the profile, the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from components.directive import directives
from sources.pages.page import PageSource
from sources.words import Words

from .application.link import application_link
from .compare import pairs
from .records import Membership, Tier
from .table import Compared


@dataclass(frozen=True, slots=True)
class TierContext:
    """What every component about membership draws on: facts, tier pages, words, profile, day."""

    membership: Membership
    tier_pages: Mapping[str, TierPage]
    words: Words
    production: bool
    today: date

    def compared(self, category_id: str | None) -> tuple[Compared, ...]:
        """Return the tiers of a category (all for None), each with its page and its application."""
        return tuple(self.one(tier.id) for tier in self.membership.tiers_of(category_id))

    def one(self, tier_id: str) -> Compared:
        """Return one tier with its page and its application."""
        tier = self.membership.tier(tier_id)
        page = self.tier_pages[tier_id]
        listed = page.lists_pairs and any(tier in (pair.one, pair.other) for pair in pairs(self.membership))
        link = application_link(
            tier, self.membership.application, self.words, production=self.production, today=self.today
        )
        compare = f"{page.href}#{pair_list_id(tier)}" if listed else None
        labels = (tier.label, self.words["tier_closed"] if tier.closed else None)
        return Compared(tier, page.href, link, compare, tuple(filter(None, labels)))


@dataclass(frozen=True, slots=True)
class TierPage:
    """The page of a tier: its address as Pelican resolves it, and whether `::: pairs` stands there."""

    href: str
    lists_pairs: bool


def tier_pages(pages: tuple[PageSource, ...]) -> Mapping[str, TierPage]:
    """Return the page of each tier, by the tier's id."""
    return {tier: _tier_page(page, tier) for page in pages if (tier := page.front_matter.tier)}


def _tier_page(page: PageSource, tier_id: str) -> TierPage:
    own = ("pairs", (tier_id,))
    return TierPage(page_href(page.path), any((one.name, one.arguments) == own for one in directives(page.body)))


def page_href(path: str) -> str:
    """Return the address of a page as Pelican resolves it, wherever it is printed."""
    return f"{{filename}}/pages/{path}.md"


def pair_list_id(tier: Tier) -> str:
    """Return the id of the list of pages that set the tier beside another."""
    return f"compare-{tier.id}"
