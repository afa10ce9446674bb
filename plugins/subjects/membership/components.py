"""The components about membership, with the values that each gives the template of its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from components.registry import Call, Component
from sources.records.upkeep import PlainWords

from .answers.items import Item
from .application.link import ApplicationLink, inherited
from .application.records import BEFORE, Application
from .compare import differing_first, pairs, pairs_of
from .overview import AskedAlike, asked_alike, category_title, overview, titled
from .records import TIERS_CSV, TIERS_JSON, Tier
from .table import Row, Table, comparison
from .tier_context import TierContext, before_id, page_href, pair_list_id

# What a directive may be called that draws something of the tiers.
CALLS = ("tiers", "compare", "pairs", "requirements", "standards", "apply", "ways", "guide")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one tier asks on one criterion; no values means that it is not stated."""

    title: str
    values: tuple[Item | str, ...]
    application: ApplicationLink | None
    note: str | None = None
    help: str | None = None


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
class Shown:
    """A table on a page; `switch` if its readers can leave out what is alike."""

    table: Table
    switch: bool


@dataclass(frozen=True, slots=True)
class Download:
    """A file with the data of a table, for others to use; `url` has no leading slash."""

    title: str
    url: str


def components(context: TierContext) -> tuple[Component, ...]:
    """Return the components, with the tiers and categories that they may be asked for."""
    tiers = tuple(tier.id for tier in context.membership.tiers)
    categories = tuple(category.id for category in context.membership.categories)
    with_standards = tuple(category.id for category in context.membership.categories if category.standards)
    pair_ids = tuple(pair.id for pair in pairs(context.membership))
    return (
        Component("tiers", partial(_tiers, context), choices=categories, optional=True, shows=("tiers", "apply")),
        # Without anything to choose, a call could only be wrong: then there is no such component.
        *(
            [Component("compare", partial(_compare, context), choices=pair_ids, shows=("tiers", "apply"))]
            if pair_ids
            else []
        ),
        Component("pairs", partial(_pairs, context), choices=tiers),
        Component("requirements", partial(_requirements, context), choices=tiers, shows=("requirements", "apply")),
        *([Component("standards", partial(_standards, context), choices=with_standards)] if with_standards else []),
        Component("apply", partial(_application, context), choices=tiers),
        Component("ways", lambda _: overview(context)),
        Component("guide", partial(_guide, context), shows=("guide", "apply", "pairs")),
    )


def _guide(context: TierContext, call: Call) -> dict[str, Any]:
    from .guide_page import first_step  # late: a check draws nothing

    tiers = {one.tier.id: one for one in context.compared(None)}
    return {"guide": first_step(context.membership, tiers, f"g{call.number}")}


def _tiers(context: TierContext, call: Call) -> dict[str, Any]:
    membership, words = context.membership, context.words
    sets = asked_alike(membership, call.argument)
    tables = []
    for number, one in enumerate(sets):
        caption = words["comparison_of_all"]
        if call.argument or len(sets) > 1:
            caption = words["comparison_of_category"].format(category=_title(one, call.argument, sets, context))
        # A capital letter, since the ids of headings have none.
        table_id = f"T{call.number}{'abcdefghijklmnopqrst'[number - 1] if number else ''}"
        compared = tuple(context.one(tier.id) for tier in one.tiers)
        table = comparison(table_id, caption, compared, one.groups)
        tables.append(Shown(table, switch=bool(table.alike and table.differing)))
    return {"tables": tuple(tables), "downloads": () if call.argument else _downloads(context)}


def _title(one: AskedAlike, category_id: str | None, sets: Sequence[AskedAlike], context: TierContext) -> str:
    if category_id and len(sets) == 1:
        return category_title(context.membership.category(category_id), context.membership, context.words)
    return titled(one.tiers, context.membership, context.words)


def _downloads(context: TierContext) -> tuple[Download, ...]:
    offered = (("reuse_csv", TIERS_CSV), ("reuse_json", TIERS_JSON))
    return tuple(Download(context.words[key], context.folder + file) for key, file in offered)


def _compare(context: TierContext, call: Call) -> dict[str, Any]:
    pair = next(pair for pair in pairs(context.membership) if pair.id == call.argument)
    tiers = sorted((pair.one, pair.other), key=lambda tier: tier.closed)
    groups = differing_first(context.membership.groups_of(pair.one), tiers, context.words)
    compared = tuple(replace(context.one(tier.id), compare=None) for tier in tiers)
    caption = pair.titled(context.words["comparison_of_two"])
    table = comparison(f"T{call.number}", caption, compared, groups)
    return {"tables": (Shown(table, switch=False),), "downloads": ()}


def _requirements(context: TierContext, call: Call) -> dict[str, Any]:
    tier = context.membership.tier(str(call.argument))
    return {"tier": Requirements(tier.title, requirements_of(tier.id, context), tier.in_plain_words)}


def requirements_of(tier_id: str, context: TierContext) -> tuple[AnswerGroup, ...]:
    """Return all that a tier answers, by group."""
    compared = context.one(tier_id)
    table = comparison("", compared.tier.title, [compared], context.membership.groups_of(compared.tier))
    return tuple(AnswerGroup(group.title, tuple(_answer(row) for row in group.rows)) for group in table.groups)


def _application(context: TierContext, call: Call) -> dict[str, Any]:
    compared = context.one(str(call.argument))
    before = before_applying(compared.tier, context)
    return {"application": compared.application, "before": before, "id": before_id(compared.tier)}


def before_applying(tier: Tier, context: TierContext) -> tuple[Answer, ...]:
    """Return what to know before one applies for a tier."""
    application = inherited(tier.application, context.membership.application)
    given = {name: found for name in BEFORE if (found := getattr(application, name))}
    return tuple(
        Answer(context.words[_before(name, application)], (found,) if isinstance(found, str) else found, None)
        for name, found in given.items()
    )


def _before(name: str, application: Application) -> str:
    """Return the key of the words for what to know before applying; only a form is run by somebody."""
    return "before_who_reads" if name == "who_runs" and application.leads and not application.url else f"before_{name}"


def _pairs(context: TierContext, call: Call) -> dict[str, Any]:
    tier = context.membership.tier(str(call.argument))
    found = pairs_of(tier, context.membership)
    others = [{"title": pair.beside(tier).title, "href": page_href(pair.path)} for pair in found]
    return {"pairs": {"id": pair_list_id(tier), "title": tier.title, "others": others}}


def _standards(context: TierContext, call: Call) -> dict[str, Any]:
    return {"standards": context.membership.category(str(call.argument)).standards}


def _answer(row: Row) -> Answer:
    (cell,) = row.cells
    return Answer(row.title, cell.values, cell.application, cell.note, row.help)
