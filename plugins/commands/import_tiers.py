"""Brings an edited table of the tiers back into membership.yaml: its texts, at their places, and nothing else."""

from __future__ import annotations

from pathlib import Path

from checking.check import check
from saving.save import difference, write_if_valid
from sources.problems import count
from sources.yaml.edit import replaced
from subjects.membership.csv_import import edited_values, read_rows
from subjects.membership.records import MEMBERSHIP, Membership


def import_tiers(spreadsheet: Path, content: Path, theme: Path) -> str:
    """Write the changes and return what to tell about them; raise ProblemsFound, and write nothing, if any is wrong."""
    membership = check(content, theme, production=True).of(MEMBERSHIP)
    values = edited_values(read_rows(spreadsheet), membership, spreadsheet.name)
    file = MEMBERSHIP.file(content)
    if not values:
        return f"{spreadsheet.name} says the same as {file}. Nothing was changed."
    before = (content / MEMBERSHIP.path).read_bytes()
    after = replaced(before.decode(), values, Membership).encode()
    write_if_valid(content, theme, {MEMBERSHIP.path: after})
    return f"{difference(before, after, file)}\n{file}: {count(len(values), 'text')} changed."
