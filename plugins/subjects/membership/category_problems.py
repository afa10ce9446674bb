"""Checks of the categories: each holds a tier, each tier has one, and those within others are in no circle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sources.problems import Problem, guess, quoted
from sources.records.ids import certain_ids, named
from sources.yaml.nodes import Node, Scalar
from sources.yaml.nodes import Sequence as NodeList

from .category import DEEPEST, Around, line

EMPTY = "no tier is in it. Add one, or delete the category."


def empty_yet(problem: Problem) -> bool:
    """Tell whether the problem is a category without a tier, which none can be in before the category is there."""
    return problem.message.endswith(EMPTY)


def around_in(categories: Sequence[Node]) -> Around:
    """Return by each category the one that it is within, as they were typed."""
    return {known: one.text_of("within") for one in categories if (known := one.text_of("id"))}


def only_for(group: Node) -> list[str] | None:
    """Return the categories that a group of criteria is for, as they were typed; None if it is for all."""
    only = group.get("for")
    found = only.items if isinstance(only, NodeList) else (only,)
    return [one.text for one in found if isinstance(one, Scalar) and one.text] or None


def category_problems(root: Node) -> Iterator[Problem]:
    """Yield what is wrong with the names of categories, wherever they are used."""
    groups, categories, tiers = (list(root.each(name)) for name in ("groups", "categories", "tiers"))
    if not categories:
        yield from _without_categories(root, groups, tiers) if root.get("categories") is None else ()
        return
    known = certain_ids(categories)
    if known is None:
        return
    nested = list(_nesting_problems(categories, known))
    yield from nested
    yield from _unknown_in_groups(groups, known)
    yield from _tier_problems(categories, tiers, known, certain=not nested)


def _without_categories(root: Node, groups: Sequence[Node], tiers: Sequence[Node]) -> Iterator[Problem]:
    """Yield one problem for all tiers that name a category where there are none, and one for each such group."""
    named_ones = [tier for tier in tiers if tier.text_of("category")]
    if named_ones:
        found = named_ones[0].get("category")
        several = f"{len(named_ones)} tiers name one" if len(named_ones) > 1 else f"{named('tier', named_ones[0])} does"
        lines = "these lines" if len(named_ones) > 1 else "this line"
        message = f'category: {several}, but there are no "categories". Write them down, or delete {lines}.'
        yield Problem((found or root).place, message)
    for group in groups:
        if only := group.get("for"):
            message = f'{named("group", group)}, for: there are no "categories". Delete this line.'
            yield Problem(only.place, message)


def _nesting_problems(categories: Sequence[Node], known: Sequence[str]) -> Iterator[Problem]:
    ways = around_in(categories)
    circle: set[str] = set()
    for category in categories:
        within, subject = category.get("within"), f"{named('category', category)}, within"
        if not isinstance(within, Scalar) or not within.text:
            continue
        found = line(ways, category.text_of("id"))
        if within.text not in known:
            message = f"unknown category {quoted(within.text)}.{guess(within.text, known)}"
        elif within.text == category.text_of("id"):
            message = "a category cannot be within itself. Delete this line."
        elif ways[found[-1]] == found[0] and circle.isdisjoint(found):
            circle.update(found)
            message = f"{quoted(within.text)} is within {quoted(found[0])}, too. Delete one of the two lines."
        elif len(found) > DEEPEST and ways[found[-1]] is None:
            message = f"at most {DEEPEST} categories can be within each other, here are {len(found)}."
        else:
            continue
        yield Problem(within.place, f"{subject}: {message}")


def _unknown_in_groups(groups: Sequence[Node], known: Sequence[str]) -> Iterator[Problem]:
    for group in groups:
        only = group.get("for")
        for one in only.items if isinstance(only, NodeList) else (only,):
            if isinstance(one, Scalar) and one.text and one.text not in known:
                message = f"{named('group', group)}, for: unknown category {quoted(one.text)}.{guess(one.text, known)}"
                yield Problem(one.place, message)


def _tier_problems(
    categories: Sequence[Node], tiers: Sequence[Node], known: Sequence[str], *, certain: bool
) -> Iterator[Problem]:
    chosen = {tier.text_of("category") for tier in tiers} - {None}
    if not chosen:
        for tier in tiers:
            yield from _without_category(tier, known)
        return
    used = {name for one in chosen for name in line(around_in(categories), one)}
    unused = [category for category in categories if category.text_of("id") not in used]
    strangers = [tier for tier in tiers if tier.text_of("category") not in known]
    named_alike = {tier.text_of("category") for tier in strangers}
    if len(unused) == 1 and len(strangers) > 1 and len(named_alike) == 1 and None not in named_alike:
        elsewhere = f"but {len(strangers)} tiers are in {quoted(strangers[0].text_of('category') or '')}"
        message = f"{named('category', unused[0])}: no tier is in it, {elsewhere}. Was its id changed? Change it back."
        yield Problem(unused[0].place, message)
        return
    for tier in strangers:
        category = tier.get("category")
        if isinstance(category, Scalar) and category.text:
            message = f"{named('tier', tier)}: unknown category {quoted(category.text)}.{guess(category.text, known)}"
            yield Problem(category.place, message)
        elif category is None:
            yield from _without_category(tier, known)
    for category in () if strangers or not certain else unused:  # else which one is empty, nobody knows yet
        message = f"{named('category', category)}: {EMPTY}"
        yield Problem(category.place, message)


def _without_category(tier: Node, known: Sequence[str]) -> Iterator[Problem]:
    """Yield that a tier has no category; nothing if it has no title either, which is told: half of it is gone."""
    if tier.get("category") is None and tier.get("title") is not None:
        message = f'{named("tier", tier)}: missing "category", one of: {", ".join(known)}.'
        yield Problem(tier.place, message)
