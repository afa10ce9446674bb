"""A table from a spreadsheet program, as rows of one length; in whatever encoding and with whatever separator."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from sources.problems import Place, Problem, ProblemsFound, quoted
from sources.text import FORBIDDEN, position, too_large

from ..records import Section
from .csv_export import COLUMNS, Rows

FRESH = "Start again from the file that the site offers, and save it as CSV."
LIMIT = 500_000  # bytes; the table of twelve tiers has some ten thousand
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods; .xls
WIDE = (b"\xff\xfe", b"\xfe\xff")  # "Unicode text" of Excel
FIRST = re.compile(rf' *"?{COLUMNS[0]}"? *([,;\t])')


def read_rows(path: Path) -> Rows:
    """Return the rows, all of one length, without empty ones at the end; raise ProblemsFound if it is no such table."""
    if not path.is_file():
        raise _refused(path, 'no such file. Write "make import-tiers FILE=" and the place of the file.')
    if path.stat().st_size > LIMIT:
        raise _refused(path, too_large(path.stat().st_size, LIMIT))
    text = _text(path, path.read_bytes())
    first = FIRST.match(text)
    if not first:
        begins = quoted(text.partition("\n")[0].strip())
        raise _refused(path, f'expected the first cell to be "{COLUMNS[0]}", found {begins}. {FRESH}')
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=first[1], strict=True)
    try:
        found = [[cell.strip() for cell in row] for row in reader]
    except csv.Error:
        message = f"a quotation mark where none can stand. {FRESH}"
        raise ProblemsFound([Problem(Place(path.name, reader.line_num), message, Section.SPREADSHEET)]) from None
    return _rectangle(found)


def _text(path: Path, content: bytes) -> str:
    if content.startswith(WORKBOOKS):
        raise _refused(path, 'a workbook. In the spreadsheet program choose "Save as" and "CSV UTF-8".')
    try:
        text = content.decode("utf-16" if content.startswith(WIDE) else "utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")  # what Excel writes on Windows for plain "CSV"
    hidden = FORBIDDEN.search(text) or re.search("\ufffd", text)
    if hidden:
        place = Place(path.name, *position(text[: hidden.start()]))
        message = f'a character that cannot be seen (U+{ord(hidden[0]):04X}). Save the file as "CSV UTF-8".'
        raise ProblemsFound([Problem(place, message, Section.SPREADSHEET)])
    return text


def _rectangle(found: list[list[str]]) -> Rows:
    while found and not any(found[-1]):
        found.pop()
    width = max((number for row in found for number, cell in enumerate(row, start=1) if cell), default=0)
    return tuple(tuple([*row, *[""] * width][:width]) for row in found)


def _refused(path: Path, message: str) -> ProblemsFound:
    return ProblemsFound([Problem(Place(path.name, 0), message, Section.SPREADSHEET)])
