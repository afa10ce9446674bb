"""Two tiers side by side: which pairs there are, their pages, and the table that begins with what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, pairwise

from sources.pages.front_matter import FrontMatter
from sources.pages.page import PageSource, made_page
from sources.words import Words

from .records import Criterion, Group, Membership, Tier
from .table import alike

FOLDER = "membership/compare/"  # of the pages that compare two tiers
# Tiers; beyond, pairs within a category only, and in a category of more those of neighbors, unless the file says
# otherwise.
EVERY_PAIR_UP_TO = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tiers in the order of the file; `id` is how directives and addresses name them."""

    one: Tier
    other: Tier

    @property
    def id(self) -> str:
        """Return the name of the pair."""
        return f"{self.one.id}-and-{self.other.id}"

    @property
    def path(self) -> str:
        """Return the path of its page, as other files name pages."""
        return f"{FOLDER}{self.id}"

    def beside(self, tier: Tier) -> Tier:
        """Return the other tier than this one."""
        return self.other if tier is self.one else self.one

    def titled(self, pattern: str) -> str:
        """Return some words of the theme with both titles filled in."""
        return pattern.format(one=self.one.title, other=self.other.title)


def pairs(membership: Membership) -> tuple[Pair, ...]:
    """Return the pairs that are compared, in order: of tiers that are asked the same, as many as the file says.

    Unless it does, those are all of a few tiers, those within a category of many, and neighbors in a large category.
    """
    few = len(membership.tiers) <= EVERY_PAIR_UP_TO
    within = membership.pairs == "category" if membership.pairs else not few
    kinds: dict[object, list[Tier]] = {}
    for tier in membership.tiers:
        asked = tuple(group.id for group in membership.groups_of(tier))
        kinds.setdefault((asked, tier.category if within else None), []).append(tier)
    found = chain.from_iterable(_pairs(tiers, every=bool(membership.pairs)) for tiers in kinds.values())
    order = {tier.id: number for number, tier in enumerate(membership.tiers)}
    return tuple(sorted(found, key=lambda pair: (order[pair.one.id], order[pair.other.id])))


def pairs_of(tier: Tier, membership: Membership) -> tuple[Pair, ...]:
    """Return the pairs that one tier is in."""
    return tuple(pair for pair in pairs(membership) if tier in (pair.one, pair.other))


def _pairs(tiers: Sequence[Tier], *, every: bool) -> Iterator[Pair]:
    ways = combinations(tiers, 2) if every or len(tiers) <= EVERY_PAIR_UP_TO else pairwise(tiers)
    return (Pair(one, other) for one, other in ways)


def pair_pages(membership: Membership, written: Sequence[PageSource], words: Words, file: str) -> Iterator[PageSource]:
    """Yield a page for each pair, except where staff have written one; `file` is where problems on them stand."""
    paths = {page.path for page in written}
    for pair in pairs(membership):
        if pair.path not in paths:
            front_matter = FrontMatter.model_construct(
                title=pair.titled(words["compare_with"]), description=pair.titled(words["comparison_of_two_told"])
            )
            yield made_page(file, pair.path, front_matter, f"::: compare {pair.id}\n")


def differing_first(groups: Sequence[Group], tiers: Sequence[Tier], words: Words) -> tuple[Group, ...]:
    """Return all criteria in at most two groups: those on which the tiers differ, then those on which they do not."""
    differ: tuple[list[Criterion], list[Criterion]] = ([], [])
    for criterion in (criterion for group in groups for criterion in group.criteria):
        differ[alike(criterion, tiers)].append(criterion)
    named = (("differ", words["differ"]), ("alike", words["alike"]))
    return tuple(
        Group.model_construct(id=name, title=title, criteria=tuple(criteria))
        for (name, title), criteria in zip(named, differ, strict=True)
        if criteria
    )
