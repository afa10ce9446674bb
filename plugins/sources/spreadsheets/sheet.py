"""The list of a data file as a table for spreadsheet programs: a row for each entry, a column for each field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from sources.records.data_file import DataFile
from sources.records.shapes import Shape, shape_of

from .cells import Rows, as_typed, harmless

LINE_END = re.compile(r"\r\n|\r|\n")
ID = "id"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a table of a data file has: the list whose entries are its rows, the shape of one, and what names it."""

    file: DataFile[Any]
    name: str
    item: Shape
    key: str

    @property
    def columns(self) -> dict[str, Shape]:
        """Return the kind of every column by its name; what holds entries of its own is in none, and stays."""
        return dict(_columns(self.item, ""))


def sheet_of(file: DataFile[Any]) -> Sheet | None:
    """Return the table of a data file; None for a file whose name is not that of a list within it."""
    name = PurePosixPath(file.path).stem.replace("-", "_")
    shape = shape_of(file.model).field(name)
    if shape is None or shape.kind != "list" or shape.item is None:
        return None
    names = [one.name for one in shape.item.fields]
    key = ID if ID in names else next(one.name for one in shape.item.fields if one.required)
    return Sheet(file, name, shape.item, key)


def rows(sheet: Sheet, values: Mapping[str, Any]) -> Rows:
    """Return the table of what the file holds, below a row with the names of the columns."""
    columns = tuple(sheet.columns)
    entries = values.get(sheet.name) or []
    return columns, *(tuple(cell_of(at(entry, name)) for name in columns) for entry in entries)


def _columns(shape: Shape, before: str) -> Iterator[tuple[str, Shape]]:
    for one in shape.fields:
        name = before + one.name
        if one.shape.kind not in ("record", "list", "named"):
            yield name, one.shape
        if one.shape.kind in ("record", "several"):
            yield from _columns(one.shape, f"{name}.")


def at(entry: Any, name: str) -> Any:
    """Return what an entry has in a column; None where it has nothing."""
    for step in name.split("."):
        entry = entry.get(step) if isinstance(entry, dict) else None
    return entry


def cell_of(value: Any) -> str:
    """Return a text, or a list of texts, as a cell; nothing for what is no text."""
    texts = value if isinstance(value, list) else [value]
    if not all(isinstance(text, str) for text in texts):
        return ""
    return "\n".join(harmless(line) for text in texts for line in text.rstrip("\n").split("\n"))


def text_of(cell: str) -> str:
    """Return the text of a cell as it was typed."""
    return "\n".join(as_typed(line.strip()).strip() for line in LINE_END.split(cell)).strip()


def value_of(text: str, shape: Shape) -> Any:
    """Return what a text stands for in the file; None for an empty one."""
    lines = [line for line in text.split("\n") if line]
    if shape.kind == "lines" or (shape.kind == "several" and len(lines) > 1):
        return lines or None
    return text or None
