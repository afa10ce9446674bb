"""The tiers in short, by category: what `::: ways` shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .application.link import ApplicationLink
from .asked import category_title, tier_title
from .categories.records import Category
from .table import Compared
from .tier_context import TierContext


@dataclass(frozen=True, slots=True)
class WayIn:
    """One tier in an overview; `labels` stand beside its title."""

    title: str
    summary: str
    href: str
    application: ApplicationLink
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One category in an overview, with its own tiers and the categories within it."""

    id: str
    title: str
    summary: str | None
    tiers: tuple[WayIn, ...]
    within: tuple[Way, ...]

    @property
    def size(self) -> int:
        """Return how many tiers are in it and in all within it."""
        return len(self.tiers) + sum(way.size for way in self.within)


def overview(context: TierContext) -> dict[str, Any]:
    """Return the outermost categories; where there are none, the tiers as one plain list."""
    categories = context.membership.categories
    outermost = tuple(_way(category, context) for category in categories if category.within is None)
    return {"categories": outermost, "tiers": () if categories else _ways_in(None, context)}


def _way(category: Category, context: TierContext) -> Way:
    inner = (one for one in context.membership.categories if one.within == category.id)
    within = tuple(_way(one, context) for one in inner)
    title = category_title(category, context.membership, context.words)
    return Way(category.id, title, category.summary, _ways_in(category.id, context), within)


def _ways_in(category_id: str | None, context: TierContext) -> tuple[WayIn, ...]:
    return tuple(_way_in(one, context) for one in context.compared(category_id) if one.tier.category == category_id)


def _way_in(one: Compared, context: TierContext) -> WayIn:
    title = tier_title(one.tier, context.membership, context.words)
    return WayIn(title, one.tier.summary, one.href, one.application, one.labels)
