"""All tiers as one table for spreadsheet programs: a row for each requirement, a column for each tier."""

from __future__ import annotations

import csv
import io

from .cells import cell, harmless
from .model import Membership

COLUMNS = ("id", "group", "requirement")
TITLE, SUMMARY = "tier title", "tier summary"  # ids of rows; no requirement has a space in its own
Rows = tuple[tuple[str, ...], ...]


def rows(membership: Membership) -> Rows:
    """Return the table: ids of tiers in the first row, of requirements in the first column, texts in the cells."""
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
                *(cell(tier.requirements[criterion.id]) for tier in tiers),
            )
            for group in membership.groups
            for criterion in group.criteria
        ),
    )


def tiers_csv(membership: Membership) -> bytes:
    """Return the table as RFC 4180 has it, in UTF-8 with the byte order mark without which Excel takes it for ANSI."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows(membership))
    return written.getvalue().encode("utf-8-sig")
