"""Finds tables that Markdown would show as text with bars in it, and rows that it would cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.problems import count

# What ends a block: a blank line, a heading, a directive.
EDGE = re.compile(r"\s*$|#|:::")
TABBED = re.compile(r"[^\t]{3,}\t")
MOST_SHOWN = 8  # columns in the line that a message proposes

TABS = 'tabs make no table. Write "| one | two |", below it "| --- | --- |", and each row in the same way.'
NO_FIRST_LINE = "a table without its first line. Write the names of its columns above this line."
NO_SECOND_LINE = 'a table without its second line. Write "{}" below this one.'
GLUED = "a table needs a blank line before it."
ALIGNED = 'colons align nothing here. Write "{}".'
UNEVEN = "this line has {}, the first line of the table has {}."
NO_ROW = "this line would become a row of the table above it. Put a blank line between them."


def table_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and message of the first mistake in every table of a masked body."""
    # Without a bar and without a tab nothing is taken for a table.
    for lines in _between_edges(text) if "|" in text or "\t" in text else ():
        if mistake := _mistake(lines):
            yield mistake


def _between_edges(text: str) -> Iterator[list[tuple[int, str]]]:
    """Yield the lines of each stretch that no table reaches out of, with their places."""
    block: list[tuple[int, str]] = []
    offset, ruled = 0, False
    for line in text.split("\n"):
        if EDGE.match(line) and not (ruled and line.startswith("#")):
            yield block
            block, ruled = [], False
        else:
            block.append((offset, line.strip()))
            ruled = ruled or _is_ruler(line.strip())
        offset += len(line) + 1
    yield block


def _mistake(block: list[tuple[int, str]]) -> tuple[int, str] | None:
    """Return the first mistake in the table in a block of lines, if there is one in it."""
    tabbed = [at for at, line in block if TABBED.match(line)]
    if len(tabbed) > 1:
        return tabbed[0], TABS
    first = next((number for number, (_, line) in enumerate(block) if line.startswith("|") or _is_ruler(line)), None)
    if first is None:
        return None
    if first and _is_ruler(block[first][1]):
        first -= 1  # a row needs no bar at its edge
    (at, head), *rest = block[first:]
    columns = _columns(head)
    ruler = f"|{' --- |' * min(columns, MOST_SHOWN)}"
    if _is_ruler(head):
        return at, NO_FIRST_LINE
    if first:
        return at, GLUED
    if not rest or not _is_ruler(rest[0][1]):
        return at, NO_SECOND_LINE.format(ruler)
    return (rest[0][0], ALIGNED.format(ruler)) if ":" in rest[0][1] else _of_rows(rest, columns)


def _of_rows(rows: list[tuple[int, str]], columns: int) -> tuple[int, str] | None:
    """Return the first line below the head that does not fit it; a line with too few cells does, unless it rules."""
    for at, line in rows:
        found = _columns(line)
        if "|" not in line or line.startswith("#"):  # a row whose first cell begins with # has a bar before it
            return at, NO_ROW
        if found > columns or (found < columns and _is_ruler(line)):
            return at, UNEVEN.format(count(found, "cell"), columns)
    return None


def _is_ruler(line: str) -> bool:
    return "|" in line and "-" in line and set(line) <= set("|-: ")


def _columns(line: str) -> int:
    return line.removeprefix("|").removesuffix("|").count("|") + 1
