"""The components about membership: each is a directive that pages use and a template of the same name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from components.registry import Call, Component
from sources.files import TIERS_CSV, TIERS_JSON
from sources.pages import PageSource
from sources.words import Words

from .application import application_link
from .model import Category, Membership
from .table import Compared, Row, comparison
from .views import Answer, AnswerGroup, Download, Requirements, Way, WayIn


@dataclass(frozen=True, slots=True)
class Shown:
    """What every component about membership draws on: the facts, the pages of the tiers, the words, the profile."""

    membership: Membership
    tier_pages: Mapping[str, str]  # tier id -> file of its page below content
    words: Words
    production: bool

    def compared(self, category_id: str | None) -> tuple[Compared, ...]:
        """Return the tiers of a category (all for None), each with its page and its application."""
        return tuple(self.one(tier.id) for tier in self.membership.tiers_of(category_id))

    def one(self, tier_id: str) -> Compared:
        """Return one tier with its page and its application."""
        tier = self.membership.tier(tier_id)
        # Pelican turns {filename} into the address of that page, wherever it is printed.
        href = f"{{filename}}/{self.tier_pages[tier_id]}"
        return Compared(tier, href, application_link(tier, self.membership.application, production=self.production))


def tier_pages(pages: tuple[PageSource, ...]) -> Mapping[str, str]:
    """Return the file of each tier's page, relative to the content folder."""
    return {page.front_matter.tier: f"pages/{page.path}.md" for page in pages if page.front_matter.tier}


def components(shown: Shown) -> tuple[Component, ...]:
    """Return the components, with the tiers and categories that they may be asked for."""
    tiers = tuple(tier.id for tier in shown.membership.tiers)
    categories = tuple(category.id for category in shown.membership.categories)

    def tiers_table(call: Call) -> dict[str, Any]:
        return _tiers(call, shown)

    def requirements(call: Call) -> dict[str, Any]:
        return _requirements(call, shown)

    def standards(call: Call) -> dict[str, Any]:
        return {"standards": shown.membership.category(str(call.argument)).standards}

    def apply(call: Call) -> dict[str, Any]:
        return {"application": shown.one(str(call.argument)).application}

    def ways(_: Call) -> dict[str, Any]:
        return {"categories": tuple(_way(category, shown) for category in shown.membership.categories)}

    return (
        Component("tiers", tiers_table, choices=categories, optional=True),
        Component("requirements", requirements, choices=tiers),
        Component("standards", standards, choices=categories),
        Component("apply", apply, choices=tiers),
        Component("ways", ways),
    )


def _tiers(call: Call, shown: Shown) -> dict[str, Any]:
    category = shown.membership.category(call.argument) if call.argument else None
    caption = (
        shown.words["comparison_of_category"].format(category=category.title)
        if category
        else shown.words["comparison_of_all"]
    )
    table = comparison(f"comparison-{call.number}", caption, shown.compared(call.argument), shown.membership.groups)
    return {"table": table, "downloads": () if category else _downloads(shown.words)}


def _downloads(words: Words) -> tuple[Download, ...]:
    return (Download(words["reuse_csv"], TIERS_CSV), Download(words["reuse_json"], TIERS_JSON))


def _requirements(call: Call, shown: Shown) -> dict[str, Any]:
    compared = shown.one(str(call.argument))
    table = comparison(f"requirements-{call.number}", compared.tier.title, [compared], shown.membership.groups)
    groups = tuple(AnswerGroup(group.title, tuple(_answer(row) for row in group.rows)) for group in table.groups)
    return {"tier": Requirements(compared.tier.title, groups)}


def _answer(row: Row) -> Answer:
    (cell,) = row.cells
    return Answer(row.title, cell.values, cell.application)


def _way(category: Category, shown: Shown) -> Way:
    tiers = tuple(
        WayIn(one.tier.title, one.tier.summary, one.href, one.application) for one in shown.compared(category.id)
    )
    return Way(category.id, category.title, category.summary, tiers)
