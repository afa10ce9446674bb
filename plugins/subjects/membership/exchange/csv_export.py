"""All tiers as one table for spreadsheet programs: a row for each requirement, a column for each tier."""

from __future__ import annotations

from sources.spreadsheets.cells import Rows, harmless, written

from ..answers.items import NOT_STATED
from ..records import Membership

COLUMNS = ("id", "group", "requirement")
TITLE, SUMMARY = "tier title", "tier summary"  # ids of rows; no requirement has a space in its own


def cell(texts: tuple[str, ...]) -> str:
    """Return the cell that holds a requirement: a line for each text, or the words that it is not stated."""
    return "\n".join(map(harmless, texts)) if texts else NOT_STATED


def rows(membership: Membership) -> Rows:
    """Return the table: ids of tiers in the first row, of requirements in the first column, texts in the cells.

    What a tier is not asked is an empty cell.
    """
    tiers = membership.tiers
    return (
        (*COLUMNS, *(tier.id for tier in tiers)),
        (TITLE, "", "", *(harmless(tier.title) for tier in tiers)),
        (SUMMARY, "", "", *(harmless(tier.summary) for tier in tiers)),
        *(
            (
                criterion.id,
                harmless(group.title),
                harmless(criterion.title),
                *(
                    cell(tier.requirements[criterion.id].lines) if criterion.id in tier.requirements else ""
                    for tier in tiers
                ),
            )
            for group in membership.groups
            for criterion in group.criteria
        ),
    )


def tiers_csv(membership: Membership) -> bytes:
    """Return the table as a file."""
    return written(rows(membership))
