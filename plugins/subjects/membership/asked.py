"""Which tiers are asked the same, so that they can stand in one table, and by which titles all are told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sources.words import Words, shown_list

from .called import says_noun
from .categories.nesting import around, line
from .categories.records import Category
from .records import Group, Membership, Tier


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
