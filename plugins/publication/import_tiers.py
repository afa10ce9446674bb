"""Brings an edited table of the tiers back into membership.yaml: its texts, at their places, and nothing else."""

from __future__ import annotations

from pathlib import Path

from membership.edited_tiers import edited_values
from membership.model import MEMBERSHIP
from membership.saved_csv import read_rows
from sources.problems import count
from sources.rewrite import rewritten

from .check import check
from .proposal import difference, put


def import_tiers(spreadsheet: Path, content: Path, theme: Path) -> str:
    """Write the changes and return what to tell about them; raise ProblemsFound, and write nothing, if any is wrong."""
    membership = check(content, theme, production=True).membership
    values = edited_values(read_rows(spreadsheet), membership, spreadsheet.name)
    file = MEMBERSHIP.file(content)
    if not values:
        return f"{spreadsheet.name} says the same as {file}. Nothing was changed."
    before = (content / MEMBERSHIP.path).read_bytes()
    after = rewritten(before.decode(), values).encode()
    put(content, theme, {MEMBERSHIP.path: after})
    return f"{difference(before, after, file)}\n{file}: {count(len(values), 'text')} changed."
