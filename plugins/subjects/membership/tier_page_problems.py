"""Checks that every tier has exactly one page, and every page of a tier a tier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from sources.pages.page import PageSource, place_of
from sources.problems import Problem, guess, quoted
from sources.records.ids import certain_ids, named
from sources.yaml.nodes import Node

from .records import Section


def page_problems(root: Node, pages: Sequence[PageSource], *, production: bool) -> Iterator[Problem]:
    """Yield a problem for every tier without a page of its own, and every page of a tier that there is not.

    A tier without a page is not told while a page names a wrong tier, since that one is probably its page. Nothing is
    told while the ids of the tiers are wrong, nor more than that one was changed.
    """
    if certain_ids(list(root.each("tiers"))) is None:
        return
    if renamed := renamed_tier(root, pages):
        yield _renamed(*renamed)
        return
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
            yield Problem(found[0].place("status"), message, Section.NEW_TIER)
    to_mend = sum(len(found) - (tier in tiers) for tier, found in owners.items())
    for tier in without if to_mend < len(without) else ():
        yield Problem(place_of(tiers[tier], "id"), _missing(tier, pages), Section.NEW_TIER)


def renamed_tier(root: Node, pages: Sequence[PageSource]) -> tuple[Node, PageSource] | None:
    """Return a tier whose id was changed, with the page that is still named by the old one; None if there is none."""
    tiers, owned = list(root.each("tiers")), {page.front_matter.tier for page in pages}
    without = [tier for tier in tiers if tier.text_of("id") not in owned]
    known = {None, *(tier.text_of("id") for tier in tiers)}
    strangers = [page for page in pages if page.front_matter.tier not in known]
    if len(without) == len(strangers) == 1 and PurePosixPath(strangers[0].path).name == strangers[0].front_matter.tier:
        return without[0], strangers[0]
    return None


def _renamed(tier: Node, page: PageSource) -> Problem:
    says = quoted(f"tier: {page.front_matter.tier}")
    message = f"{named('tier', tier)}: its page, {page.file}, says {says}. Was the id changed? Change it back."
    return Problem(place_of(tier, "id"), message, Section.NEW_TIER)


def _shared(owners: dict[str, list[PageSource]], without: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each of several pages that name the same tier."""
    for tier, found in owners.items():
        for page in found if len(found) > 1 else ():
            others = ", ".join(other.file for other in found if other is not page)
            name = PurePosixPath(page.path).name
            hint = f" Did you mean {quoted(name)}?" if name in without else " Each tier has one page."
            yield Problem(
                page.place("tier"), f"tier: {others} says {quoted(f'tier: {tier}')} too.{hint}", Section.NEW_TIER
            )


def _unknown(owners: dict[str, list[PageSource]], tiers: dict[str, Node], without: Sequence[str]) -> Iterator[Problem]:
    for tier, found in owners.items():
        for page in found if tier not in tiers else ():
            hint = guess(tier, without) or " Every tier has its page: delete this line, or the page."
            yield Problem(page.place("tier"), f"tier: unknown tier {quoted(tier)}.{hint}", Section.NEW_TIER)


def _missing(tier: str, pages: Sequence[PageSource]) -> str:
    message = f"tier {quoted(tier)}: no page says {quoted(f'tier: {tier}')}."
    named = next((page.file for page in pages if PurePosixPath(page.path).name == tier), None)
    return f"{message} Add that line to {named}." if named else f"{message} Add content/pages/membership/{tier}.md."
