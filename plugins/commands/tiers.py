"""`make new-tier` adds a tier that answers no criterion yet, with its page; `make import-tiers` takes in an edited one.

Of the table the texts come back to their places in membership.yaml, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checking.check import check
from saving.save import difference, no_worse, write_if_valid
from sources.problems import ProblemsFound, count, quoted, refusal
from sources.records.data_file import plain
from sources.spreadsheets.cells import read_rows
from sources.yaml.edit import edited, replaced
from sources.yaml.spans import plain_lines
from subjects.form import Edit
from subjects.membership.application.records import WAY
from subjects.membership.exchange.csv_file import COLUMNS, edited_values
from subjects.membership.exchange.json_import import read_json
from subjects.membership.records import MEMBERSHIP, Membership, Section
from subjects.membership.tier_pages import fitting, pages_along

# By the variable of `make` that answers it.
NEW_TIER = {
    "TIER": "Which id, such as ally-network",
    "TITLE": "Which title",
    "CATEGORY": "Which category, by its id",
    "SUMMARY": "For whom is it, in one sentence",
}


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
    membership = MEMBERSHIP.record(MEMBERSHIP.nodes(content))
    if tier.id in [known.id for known in membership.tiers]:
        message = f"tier {quoted(tier.id)}: this tier is there already. Choose another id, or change that tier."
        raise refusal(MEMBERSHIP.file(content), message, Section.TIERS)
    before, text = plain(MEMBERSHIP.nodes(content)), (content / MEMBERSHIP.path).read_bytes().decode()
    entry = {"id": tier.id, "title": tier.title, "category": tier.category, "summary": tier.summary}
    added = {name: value for name, value in entry.items() if value}
    data = edited(text, fitting({**before, "tiers": [*before["tiers"], added]}, before), Membership)
    nodes = MEMBERSHIP.parsed(plain_lines(data.removeprefix("\ufeff")), MEMBERSHIP.file(content))
    pages = pages_along(Edit(content, theme, before, nodes))
    write_if_valid(content, theme, {MEMBERSHIP.path: data.encode(), **pages}, no_worse(content, theme))
    return "\n".join(_told(tier, membership, content.name, *pages))


def unasked(content: Path) -> list[str]:
    """Return the questions that nobody needs to answer here: for a category, where there are none."""
    try:
        membership = MEMBERSHIP.record(MEMBERSHIP.nodes(content))
    except ProblemsFound:
        return []  # told once there is a tier to add
    return [] if membership.categories else ["CATEGORY"]


def _has_shared_way(membership: Membership) -> bool:
    """Tell whether all tiers that say nothing else are applied for in one way."""
    return any(getattr(membership.application, name) for name in WAY)


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
