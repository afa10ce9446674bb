"""All tiers as one table for spreadsheet programs: a row for each requirement, a column for each tier."""

from __future__ import annotations

import csv
import io
import re

from ..answers.items import NOT_STATED
from ..records import Membership

MARK = "'"
BEFORE = r"[\s'\"]*"
FORMULA = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
MONTH = r"(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ch|il|ust|ember|ober)?"
WHOLE_NUMBER = r"(?:0|[1-9]\d{0,14})\Z"  # comes back as it went
IN_NUMBERS = rf"[\d\s.,:/%()$\u20ac\u00a3+\-'\"]|(?<=\d)e(?=[+\-]?\d)|[ap]m\b|{MONTH}\b"
NUMBER = rf"(?!{WHOLE_NUMBER})(?=\D*\d)(?:{IN_NUMBERS})+\Z"
TRUTH = rf"{BEFORE}(?:true|false)\Z"
LINE_ENDS = re.compile(r"\s*[\r\n]+\s*")
COLUMNS = ("id", "group", "requirement")
TITLE, SUMMARY = "tier title", "tier summary"  # ids of rows; no requirement has a space in its own
Rows = tuple[tuple[str, ...], ...]


def _risky(mark: str) -> re.Pattern[str]:
    """Return where a text needs its mark, or has it: marks change nothing about where that is."""
    formula = rf"(?:^|(?<=[,;\t])){mark}(?={BEFORE}{FORMULA})"
    return re.compile(rf"{formula}|^{mark}(?={NUMBER}|{TRUTH})", re.IGNORECASE)


UNMARKED, MARKED = _risky(""), _risky(MARK)


def cell(texts: tuple[str, ...]) -> str:
    """Return the cell that holds a requirement: a line for each text, or the words that it is not stated."""
    return "\n".join(map(harmless, texts)) if texts else NOT_STATED


def texts_in(found: str) -> tuple[str, ...]:
    """Return the texts of a cell, one a line; nothing for an empty cell."""
    lines = (line.strip() for line in re.split(r"\r\n|\r|\n", found))
    return tuple(as_typed(line).strip() for line in lines if line)


def harmless(text: str) -> str:
    """Return a text as one line that a spreadsheet program shows and keeps as it is."""
    return UNMARKED.sub(MARK, LINE_ENDS.sub(" ", text))


def as_typed(line: str) -> str:
    """Return the text that `harmless` made this line of."""
    return MARKED.sub("", line)


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
    """Return the table as RFC 4180 has it, in UTF-8 with the byte order mark without which Excel takes it for ANSI."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows(membership))
    return written.getvalue().encode("utf-8-sig")
