"""The components about membership: each is a directive that pages use and a template of the same name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.registry import Call, Component
from sources.words import Words

from .application import inherited
from .application_records import BEFORE
from .compare import differing_first, pairs
from .guide_page import sections
from .records import TIERS_CSV, TIERS_JSON, Category, Tier
from .table import Row, comparison
from .tier_context import TierContext, page_href, pair_list_id
from .views import Answer, AnswerGroup, Download, Requirements, Way, WayIn


def components(shown: TierContext) -> tuple[Component, ...]:
    """Return the components, with the tiers and categories that they may be asked for."""
    tiers = tuple(tier.id for tier in shown.membership.tiers)
    categories = tuple(category.id for category in shown.membership.categories)
    pair_ids = tuple(pair.id for pair in pairs(shown.membership))

    def tiers_table(call: Call) -> dict[str, Any]:
        return _tiers(call, shown)

    def compare(call: Call) -> dict[str, Any]:
        return _compare(call, shown)

    def tier_pairs(call: Call) -> dict[str, Any]:
        return {"pairs": _pairs(shown.membership.tier(str(call.argument)), shown)}

    def requirements(call: Call) -> dict[str, Any]:
        return _requirements(call, shown)

    def standards(call: Call) -> dict[str, Any]:
        return {"standards": shown.membership.category(str(call.argument)).standards}

    def apply(call: Call) -> dict[str, Any]:
        return _application(call, shown)

    def ways(_: Call) -> dict[str, Any]:
        return {"categories": tuple(_way(category, shown) for category in shown.membership.categories)}

    def guide(call: Call) -> dict[str, Any]:
        return {"guide": sections(shown.membership, {tier: shown.one(tier) for tier in tiers}, f"g{call.number}")}

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


def _tiers(call: Call, shown: TierContext) -> dict[str, Any]:
    category = shown.membership.category(call.argument) if call.argument else None
    caption = (
        shown.words["comparison_of_category"].format(category=category.title)
        if category
        else shown.words["comparison_of_all"]
    )
    compared = shown.compared(call.argument)
    # A capital letter, since the ids of headings have none.
    table = comparison(f"T{call.number}", caption, compared, shown.membership.groups)
    downloads = () if category else _downloads(shown.words)
    return {"table": table, "switch": bool(table.alike and table.differing), "downloads": downloads}


def _downloads(words: Words) -> tuple[Download, ...]:
    return (Download(words["reuse_csv"], TIERS_CSV), Download(words["reuse_json"], TIERS_JSON))


def _compare(call: Call, shown: TierContext) -> dict[str, Any]:
    pair = next(pair for pair in pairs(shown.membership) if pair.id == call.argument)
    tiers = (pair.one, pair.other)
    groups = differing_first(shown.membership.groups, tiers, shown.words)
    compared = tuple(replace(shown.one(tier.id), compare=None) for tier in tiers)
    caption = pair.titled(shown.words["comparison_of_two"])
    return {"table": comparison(f"T{call.number}", caption, compared, groups), "switch": False, "downloads": ()}


def _requirements(call: Call, shown: TierContext) -> dict[str, Any]:
    compared = shown.one(str(call.argument))
    table = comparison("", compared.tier.title, [compared], shown.membership.groups)
    groups = tuple(AnswerGroup(group.title, tuple(_answer(row) for row in group.rows)) for group in table.groups)
    return {"tier": Requirements(compared.tier.title, groups, compared.tier.in_plain_words)}


def _application(call: Call, shown: TierContext) -> dict[str, Any]:
    compared = shown.one(str(call.argument))
    application = inherited(compared.tier.application, shown.membership.application)
    given = {name: found for name in BEFORE if (found := getattr(application, name))}
    before = tuple(
        Answer(shown.words[f"before_{name}"], (found,) if isinstance(found, str) else found, None)
        for name, found in given.items()
    )
    return {"application": compared.application, "before": before}


def _pairs(tier: Tier, shown: TierContext) -> dict[str, Any]:
    found = (pair for pair in pairs(shown.membership) if tier in (pair.one, pair.other))
    others = [{"title": pair.beside(tier).title, "href": page_href(pair.path)} for pair in found]
    return {"id": pair_list_id(tier), "title": tier.title, "others": others}


def _answer(row: Row) -> Answer:
    (cell,) = row.cells
    return Answer(row.title, cell.values, cell.application)


def _way(category: Category, shown: TierContext) -> Way:
    tiers = tuple(
        WayIn(one.tier.title, one.tier.summary, one.href, one.application) for one in shown.compared(category.id)
    )
    return Way(category.id, category.title, category.summary, tiers)
