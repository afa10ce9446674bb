"""`make new-tier` adds a tier that answers no criterion yet, with its page; `make import-tiers` takes in an edited one.

Of the table the texts come back to their places in membership.yaml, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checking.check import check
from saving.save import difference, no_worse, write_if_valid
from sources.problems import Place, Problem, ProblemsFound, count, quoted
from sources.records.data_file import plain
from sources.spreadsheets.cells import read_rows
from sources.words import Words, read_words
from sources.yaml.edit import edited, replaced
from subjects.membership.answers.items import NOT_STATED
from subjects.membership.application.records import WAY
from subjects.membership.called import named, own_words
from subjects.membership.categories.nesting import around, is_asked, line
from subjects.membership.compare import pairs
from subjects.membership.exchange.csv_export import COLUMNS
from subjects.membership.exchange.csv_import import edited_values
from subjects.membership.exchange.json_import import read_json
from subjects.membership.records import MEMBERSHIP, Membership, Section, Tier
from subjects.site.records import SITE, Site

from .new_page import page_file, page_text

# By the variable of `make` that answers it.
NEW_TIER = {
    "TIER": "Which id, such as ally-network",
    "TITLE": "Which title",
    "CATEGORY": "Which category, by its id",
    "SUMMARY": "For whom is it, in one sentence",
}
EXAMPLE_HOST = "forms.example.org"  # reserved for examples: RFC 2606


@dataclass(frozen=True, slots=True)
class NewTier:
    """What must be known of a tier before it can stand in the tables."""

    id: str
    title: str
    category: str
    summary: str


def new_tier(tier: NewTier, content: Path, theme: Path) -> str:
    """Write the tier and return what to tell about it; raise ProblemsFound, and write nothing, if anything is wrong.

    `tier.category` is empty where there are no categories.
    """
    membership, site = MEMBERSHIP.record(MEMBERSHIP.nodes(content)), SITE.record(SITE.nodes(content))
    if tier.id in [known.id for known in membership.tiers]:
        message = f"tier {quoted(tier.id)}: this tier is there already. Choose another id, or change that tier."
        raise ProblemsFound([Problem(Place(MEMBERSHIP.file(content), 0), message, Section.TIERS)])
    page = page_file(f"membership/{tier.id}", content)
    text = (content / MEMBERSHIP.path).read_bytes().decode()
    bare = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    data = edited(text, _with(tier, membership, plain(MEMBERSHIP.parsed(bare))), Membership)
    after = MEMBERSHIP.record(
        MEMBERSHIP.parsed(data.removeprefix("\ufeff").replace("\r\n", "\n"), MEMBERSHIP.file(content))
    )
    compared = any(tier.id in (pair.one.id, pair.other.id) for pair in pairs(after))
    words = read_words(theme, site.language, own=own_words(membership.tiers_called))
    body = _page(after.tier(tier.id), after, site, words, compared=compared)
    write_if_valid(content, theme, {MEMBERSHIP.path: data.encode(), page: body}, no_worse(content, theme))
    return "\n".join(_told(tier, membership, content.name, page))


def unasked(content: Path) -> list[str]:
    """Return the questions that nobody needs to answer here: for a category, where there are none."""
    try:
        membership = MEMBERSHIP.record(MEMBERSHIP.nodes(content))
    except ProblemsFound:
        return []  # told once there is a tier to add
    return [] if membership.categories else ["CATEGORY"]


def _with(tier: NewTier, membership: Membership, written: dict[str, Any]) -> dict[str, Any]:
    """Return what membership.yaml says with the tier added behind the others.

    It is applied for as all others are, if these share a way; else its form has an example address.
    """
    shared = _has_shared_way(membership)
    ways = around(membership.categories)
    asked = [group for group in membership.groups if is_asked(ways, tier.category, group.asked_of)]
    criteria = [criterion.id for group in asked for criterion in group.criteria]
    entry: dict[str, Any] = {
        "id": tier.id,
        "title": tier.title,
        **({"category": tier.category} if tier.category else {}),
        "summary": tier.summary,
        **({} if shared else {"application": {"url": f"https://{EXAMPLE_HOST}/{tier.id}", "confirmed": "no"}}),
        "requirements": dict.fromkeys(criteria, NOT_STATED),
    }
    found = {**written, "tiers": [*written["tiers"], entry]}
    hosts = written.get("application_hosts") or []
    if EXAMPLE_HOST not in hosts and not shared:
        found["application_hosts"] = [*hosts, EXAMPLE_HOST]
    if membership.guide:
        left_out = written["guide"].get("left_out") or []
        found["guide"] = {**written["guide"], "left_out": [*left_out, tier.id]}
    return found


def _has_shared_way(membership: Membership) -> bool:
    """Tell whether all tiers that say nothing else are applied for in one way."""
    return any(getattr(membership.application, name) for name in WAY)


def _page(tier: Tier, membership: Membership, site: Site, words: Words, *, compared: bool) -> bytes:
    line_of = line(around(membership.categories), tier.category)
    asking = next((one for one in line_of if membership.category(one).standards), None)
    parts = [
        tier.summary,
        f"## {words['new_tier_requirements']}\n\n::: requirements {tier.id}",
        *([f"## {words['new_tier_standards']}\n\n::: standards {asking}"] if asking else []),
        f"## {words['new_tier_application']}\n\n::: apply {tier.id}",
        *([f"## {words['new_tier_others']}\n\n::: pairs {tier.id}"] if compared else []),
    ]
    description = words["new_tier_description"].format(site=site.short_name, tier=named(tier.title, words))
    return page_text({"title": tier.title, "description": description, "tier": tier.id}, "\n\n".join(parts))


def _told(tier: NewTier, membership: Membership, folder: str, page: str) -> list[str]:
    return [
        f"{folder}/{MEMBERSHIP.path}: tier {quoted(tier.id)}, with every requirement not stated.",
        f"{folder}/{page}: its page.",
        "Put in its requirements."
        if _has_shared_way(membership)
        else "Put in its requirements, and the address of its form once you have it.",
        *(["The guide to the right tier leaves it out until a rule names it."] if membership.guide else []),
    ]


def import_tiers(spreadsheet: Path, content: Path, theme: Path) -> str:
    """Write the changes and return what to tell about them; raise ProblemsFound, and write nothing, if any is wrong."""
    MEMBERSHIP.nodes(content)  # which tells if it is missing
    membership = check(content, theme, production=True).of(MEMBERSHIP)
    as_json = spreadsheet.suffix.casefold() == ".json" and spreadsheet.is_file()
    table = read_json(spreadsheet, membership) if as_json else read_rows(spreadsheet, "import-tiers", COLUMNS[0])
    values = edited_values(table, membership, spreadsheet.name, cells=not as_json)
    file = MEMBERSHIP.file(content)
    if not values:
        return f"{spreadsheet.name} says the same as {file}. Nothing was changed."
    before = (content / MEMBERSHIP.path).read_bytes()
    after = replaced(before.decode(), values, Membership).encode()
    write_if_valid(content, theme, {MEMBERSHIP.path: after})
    return f"{difference(before, after, file)}\n{file}: {count(len(values), 'text')} changed."
