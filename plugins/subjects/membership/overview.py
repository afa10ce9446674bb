"""How tiers are set out: by category, and by what they are asked, under titles that tell all apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sources.words import Words, shown_list

from .application.link import ApplicationLink
from .called import says_noun
from .category import Category, around, line
from .records import Group, Membership, Tier
from .table import Compared
from .tier_context import TierContext


@dataclass(frozen=True, slots=True)
class AskedAlike:
    """Tiers that are asked the same criteria, those closed to new members last."""

    tiers: tuple[Tier, ...]
    groups: tuple[Group, ...]


def asked_alike(membership: Membership, category_id: str | None = None) -> tuple[AskedAlike, ...]:
    """Return the tiers of a category, all for None, by what they are asked; each in the order of its first tier."""
    found: dict[tuple[str, ...], list[Tier]] = {}
    for tier in membership.tiers_of(category_id):
        found.setdefault(tuple(group.id for group in membership.groups_of(tier)), []).append(tier)
    return tuple(AskedAlike(tuple(tiers), membership.groups_of(tiers[0])) for tiers in found.values())


def titled(tiers: Sequence[Tier], membership: Membership, words: Words) -> str:
    """Return the categories of some tiers in words: the outermost of which they are all."""
    ways, ids = around(membership.categories), {tier.id for tier in tiers}
    whole = {one.id for one in membership.categories if {tier.id for tier in membership.tiers_of(one.id)} <= ids}
    outermost: list[str] = []
    for tier in tiers:
        name = [one for one in line(ways, tier.category) if one in whole][-1:] or [tier.category or ""]
        outermost += [one for one in name if one not in outermost]
    return shown_list(words, [category_title(membership.category(one), membership, words) for one in outermost])


def category_title(category: Category, membership: Membership, words: Words) -> str:
    """Return how a category is titled: so that it is not taken for a tier of the same title."""
    alike = any(_same(category.title, tier.title) for tier in membership.tiers)
    return words["category_apart"].format(title=category.title) if alike else category.title


def tier_title(tier: Tier, membership: Membership, words: Words) -> str:
    """Return how a tier is titled beside categories: so that it is not taken for one of the same title."""
    alike = any(_same(category.title, tier.title) for category in membership.categories)
    apart = alike and not says_noun(tier.title, words)
    return words["tier_apart"].format(title=tier.title) if apart else tier.title


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


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
