"""Finds tables among lines, and writes them as Python-Markdown reads them; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

RULER = re.compile(r"[\s|:-]*-[\s|:-]*$")
PIPE = re.compile(r"\\.|(?P<ticks>`+)(?:.*?[^`])?(?P=ticks)(?!`)|(?P<pipe>\|)")
LEAST_ROWS = 2  # of a table whose line of hyphens was forgotten


def table_at(lines: Sequence[str], at: int) -> bool:
    """Tell whether a table begins at a line."""
    if "|" not in lines[at] or at + 1 == len(lines) or is_ruler(lines[at]):
        return False
    return is_ruler(lines[at + 1]) or _unruled(lines, at)


def is_ruler(line: str) -> bool:
    """Tell whether a line is the second of a table."""
    return "|" in line and bool(RULER.match(line))


def with_ruler(lines: Sequence[str]) -> str:
    """Return a table whose line of hyphens has as many columns as the names above it."""
    head, *rows = lines
    typed = cells(rows[0]) if is_ruler(rows[0]) else []
    columns = len(cells(head))
    if len(typed) == columns:
        return "\n".join([head.strip(), *(row.strip() for row in rows)])
    fitting = [*(cell.strip() or "---" for cell in typed), *["---"] * columns][:columns]
    return "\n".join([_framed(head), f"| {' | '.join(fitting)} |", *(row.strip() for row in rows[1 if typed else 0 :])])


def cells(row: str) -> list[str]:
    """Return the cells of a row."""
    bare = row.strip()
    bare = bare.removeprefix("|")
    ends = [found.start() for found in PIPE.finditer(bare) if found["pipe"]]
    parts = [bare[start:end] for start, end in zip([0, *(end + 1 for end in ends)], [*ends, len(bare)], strict=True)]
    return parts[:-1] if len(parts) > 1 and not parts[-1].strip() and bare.endswith("|") else parts


def _framed(row: str) -> str:
    return f"| {' | '.join(cell.strip() for cell in cells(row))} |"


def _unruled(lines: Sequence[str], at: int) -> bool:
    """Tell whether rows in bars stand here, with as many cells each, whose line of hyphens was forgotten."""
    rows = [line.strip() for line in lines[at : at + LEAST_ROWS]]
    columns = {len(cells(row)) for row in rows if len(row) > 1 and row[0] == row[-1] == "|"}
    return len(columns) == 1 and 1 not in columns and all(row.startswith("|") and row.endswith("|") for row in rows)
