"""The components about membership, with the values that each gives the template of its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from components.registry import Call, Component
from sources.records.upkeep import PlainWords
from sources.words import Words

from .application.link import ApplicationLink, inherited
from .application.records import BEFORE
from .compare import differing_first, pairs
from .guide_page import first_step
from .records import TIERS_CSV, TIERS_JSON, Category, Tier
from .table import Compared, Row, comparison
from .tier_context import TierContext, page_href, pair_list_id


@dataclass(frozen=True, slots=True)
class Answer:
    """What one tier asks on one criterion; no values means that it is not stated."""

    title: str
    values: tuple[str, ...]
    application: ApplicationLink | None


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Answers under one heading."""

    title: str
    rows: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Requirements:
    """All that one tier asks."""

    title: str
    groups: tuple[AnswerGroup, ...]
    in_plain_words: PlainWords | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """A file with the data of a table, for others to use; `url` has no leading slash."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class WayIn:
    """One tier in an overview."""

    title: str
    summary: str
    href: str
    application: ApplicationLink


@dataclass(frozen=True, slots=True)
class Way:
    """One category in an overview, with its tiers."""

    id: str
    title: str
    summary: str | None
    tiers: tuple[WayIn, ...]


def components(context: TierContext) -> tuple[Component, ...]:
    """Return the components, with the tiers and categories that they may be asked for."""
    tiers = tuple(tier.id for tier in context.membership.tiers)
    categories = tuple(category.id for category in context.membership.categories)
    pair_ids = tuple(pair.id for pair in pairs(context.membership))

    def tiers_table(call: Call) -> dict[str, Any]:
        return _tiers(call, context)

    def compare(call: Call) -> dict[str, Any]:
        return _compare(call, context)

    def tier_pairs(call: Call) -> dict[str, Any]:
        return {"pairs": _pairs(context.membership.tier(str(call.argument)), context)}

    def requirements(call: Call) -> dict[str, Any]:
        return _requirements(call, context)

    def standards(call: Call) -> dict[str, Any]:
        return {"standards": context.membership.category(str(call.argument)).standards}

    def apply(call: Call) -> dict[str, Any]:
        return _application(call, context)

    def ways(_: Call) -> dict[str, Any]:
        return {"categories": tuple(_way(category, context) for category in context.membership.categories)}

    def guide(call: Call) -> dict[str, Any]:
        return {"guide": first_step(context.membership, _all(context), f"g{call.number}")}

    return (
        Component("tiers", tiers_table, choices=categories, optional=True, shows=("tiers", "apply")),
        Component("compare", compare, choices=pair_ids, shows=("tiers", "apply")),
        Component("pairs", tier_pairs, choices=tiers),
        Component("requirements", requirements, choices=tiers, shows=("requirements", "apply")),
        Component("standards", standards, choices=categories),
        Component("apply", apply, choices=tiers),
        Component("ways", ways),
        Component("guide", guide, shows=("guide", "apply", "pairs")),
    )


def _all(context: TierContext) -> dict[str, Compared]:
    return {one.tier.id: one for one in context.compared(None)}


def _tiers(call: Call, context: TierContext) -> dict[str, Any]:
    category = context.membership.category(call.argument) if call.argument else None
    caption = (
        context.words["comparison_of_category"].format(category=category.title)
        if category
        else context.words["comparison_of_all"]
    )
    compared = context.compared(call.argument)
    # A capital letter, since the ids of headings have none.
    table = comparison(f"T{call.number}", caption, compared, context.membership.groups)
    downloads = () if category else _downloads(context.words)
    return {"table": table, "switch": bool(table.alike and table.differing), "downloads": downloads}


def _downloads(words: Words) -> tuple[Download, ...]:
    return (Download(words["reuse_csv"], TIERS_CSV), Download(words["reuse_json"], TIERS_JSON))


def _compare(call: Call, context: TierContext) -> dict[str, Any]:
    pair = next(pair for pair in pairs(context.membership) if pair.id == call.argument)
    tiers = (pair.one, pair.other)
    groups = differing_first(context.membership.groups, tiers, context.words)
    compared = tuple(replace(context.one(tier.id), compare=None) for tier in tiers)
    caption = pair.titled(context.words["comparison_of_two"])
    return {"table": comparison(f"T{call.number}", caption, compared, groups), "switch": False, "downloads": ()}


def _requirements(call: Call, context: TierContext) -> dict[str, Any]:
    compared = context.one(str(call.argument))
    table = comparison("", compared.tier.title, [compared], context.membership.groups)
    groups = tuple(AnswerGroup(group.title, tuple(_answer(row) for row in group.rows)) for group in table.groups)
    return {"tier": Requirements(compared.tier.title, groups, compared.tier.in_plain_words)}


def _application(call: Call, context: TierContext) -> dict[str, Any]:
    compared = context.one(str(call.argument))
    application = inherited(compared.tier.application, context.membership.application)
    given = {name: found for name in BEFORE if (found := getattr(application, name))}
    before = tuple(
        Answer(context.words[f"before_{name}"], (found,) if isinstance(found, str) else found, None)
        for name, found in given.items()
    )
    return {"application": compared.application, "before": before}


def _pairs(tier: Tier, context: TierContext) -> dict[str, Any]:
    found = (pair for pair in pairs(context.membership) if tier in (pair.one, pair.other))
    others = [{"title": pair.beside(tier).title, "href": page_href(pair.path)} for pair in found]
    return {"id": pair_list_id(tier), "title": tier.title, "others": others}


def _answer(row: Row) -> Answer:
    (cell,) = row.cells
    return Answer(row.title, cell.values, cell.application)


def _way(category: Category, context: TierContext) -> Way:
    tiers = tuple(
        WayIn(one.tier.title, one.tier.summary, one.href, one.application) for one in context.compared(category.id)
    )
    return Way(category.id, category.title, category.summary, tiers)
