"""Checks that every tier has exactly one page, and every page of a tier a tier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from sources.nodes import Node
from sources.pages import PageSource
from sources.problems import Problem, guess, quoted

GUIDE = "Adding a tier"


def page_problems(root: Node, pages: Sequence[PageSource], *, production: bool) -> Iterator[Problem]:
    """Yield a problem for every tier without a page of its own, and every page of a tier that there is not.

    A tier without a page is not told while a page names a wrong tier, since that one is probably its page.
    """
    tiers = {known: tier for tier in root.each("tiers") if (known := tier.text_of("id"))}
    owners: dict[str, list[PageSource]] = {}
    for page in pages:
        if page.front_matter.tier is not None:
            owners.setdefault(page.front_matter.tier, []).append(page)
    without = [tier for tier in tiers if tier not in owners]
    yield from _shared({tier: owners[tier] for tier in tiers if tier in owners}, without)
    yield from _unknown(owners, tiers, without)
    for tier, found in owners.items():
        if production and tier in tiers and found[0].draft:
            message = f"status: the page of tier {quoted(tier)} is a draft, but the tables link to it. Publish it."
            yield Problem(found[0].place("status"), message, GUIDE)
    to_mend = sum(len(found) - (tier in tiers) for tier, found in owners.items())
    for tier in without if to_mend < len(without) else ():
        place = tiers[tier].get("id")
        yield Problem(place.place if place else tiers[tier].place, _missing(tier, pages), GUIDE)


def _shared(owners: dict[str, list[PageSource]], without: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each of several pages that name the same tier."""
    for tier, found in owners.items():
        for page in found if len(found) > 1 else ():
            others = ", ".join(other.file for other in found if other is not page)
            name = PurePosixPath(page.path).name
            hint = f" Did you mean {quoted(name)}?" if name in without else " Each tier has one page."
            yield Problem(page.place("tier"), f"tier: {others} says {quoted(f'tier: {tier}')} too.{hint}", GUIDE)


def _unknown(owners: dict[str, list[PageSource]], tiers: dict[str, Node], without: Sequence[str]) -> Iterator[Problem]:
    for tier, found in owners.items():
        for page in found if tier not in tiers else ():
            hint = guess(tier, without) or " Every tier has its page: delete this line, or the page."
            yield Problem(page.place("tier"), f"tier: unknown tier {quoted(tier)}.{hint}", GUIDE)


def _missing(tier: str, pages: Sequence[PageSource]) -> str:
    message = f"tier {quoted(tier)}: no page says {quoted(f'tier: {tier}')}."
    named = next((page.file for page in pages if PurePosixPath(page.path).name == tier), None)
    return f"{message} Add that line to {named}." if named else f"{message} Add content/pages/membership/{tier}.md."
