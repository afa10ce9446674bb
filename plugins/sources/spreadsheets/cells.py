"""Tables for spreadsheet programs, as CSV: every text comes back as it went, in whatever encoding it was saved."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from sources.problems import Place, ProblemsFound, Section, command, quoted, refusal
from sources.text import FORBIDDEN, position, too_large

FRESH = "Start again from a fresh file, and save it as CSV."
LIMIT = 2_000_000  # bytes; a thousand events have some three hundred thousand
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods; .xls
WIDE = (b"\xff\xfe", b"\xfe\xff")  # "Unicode text" of Excel
# What spreadsheet programs show in the place of a formula that went wrong, or of a number that does not fit.
ERROR_VALUES = ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "###")

MARK = "'"
BEFORE = r"[\s'\"]*"
FORMULA = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
MONTH = r"(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ch|il|ust|ember|ober)?"
WHOLE_NUMBER = r"(?:0|[1-9]\d{0,14})\Z"  # comes back as it went
IN_NUMBERS = rf"[\d\s.,:/%()$\u20ac\u00a3+\-'\"]|(?<=\d)e(?=[+\-]?\d)|[ap]m\b|{MONTH}\b"
NUMBER = rf"(?!{WHOLE_NUMBER})(?=\D*\d)(?:{IN_NUMBERS})+\Z"
TRUTH = rf"{BEFORE}(?:true|false)\Z"
NAME = r"[^,;\t\n]+?"
LINE_ENDS = re.compile(r"\s*[\r\n]+\s*")
Rows = tuple[tuple[str, ...], ...]


def _risky(mark: str) -> re.Pattern[str]:
    """Return where a text needs its mark, or has it: marks change nothing about where that is."""
    formula = rf"(?:^|(?<=[,;\t])){mark}(?={BEFORE}{FORMULA})"
    return re.compile(rf"{formula}|^{mark}(?={NUMBER}|{TRUTH})", re.IGNORECASE)


UNMARKED, MARKED = _risky(""), _risky(MARK)


def harmless(text: str) -> str:
    """Return a text as one line that a spreadsheet program shows and keeps as it is."""
    return UNMARKED.sub(MARK, LINE_ENDS.sub(" ", text))


def as_typed(line: str) -> str:
    """Return the text that `harmless` made this line of."""
    return MARKED.sub("", line)


def texts_in(found: str) -> tuple[str, ...]:
    """Return the texts of a cell, one a line; nothing for an empty cell."""
    lines = (line.strip() for line in re.split(r"\r\n|\r|\n", found))
    return tuple(as_typed(line).strip() for line in lines if line)


def written(rows: Rows) -> bytes:
    """Return the table as RFC 4180 has it, in UTF-8 with the byte order mark without which Excel takes it for ANSI."""
    table = io.StringIO(newline="")
    csv.writer(table).writerows(rows)
    return table.getvalue().encode("utf-8-sig")


def read_rows(path: Path, name: str, first: str = "") -> Rows:
    """Return the rows, all of one length, without empty ones at the end; raise ProblemsFound if it is no such table.

    `first` is what the first cell must hold, if anything; `name` is the command that reads the table.
    """
    if not path.is_file():
        raise _refused(path, f'no such file. Write "{command(f"{name} FILE=")}" and the place of the file.')
    if path.stat().st_size > LIMIT:
        raise _refused(path, too_large(path.stat().st_size, LIMIT))
    text = _text(path, path.read_bytes())
    begun = re.match(rf' *"?{first or NAME}"? *([,;\t])', text)
    if not begun:
        begins = quoted(text.partition("\n")[0].strip())
        wanted = f"the first cell to be {quoted(first)}" if first else "a first row with the names of fields"
        raise _refused(path, f"expected {wanted}, found {begins}. {FRESH}")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=begun[1], strict=True)
    try:
        found = [[cell.strip() for cell in row] for row in reader]
    except csv.Error:
        message = f"a quotation mark where none can stand. {FRESH}"
        raise refusal(Place(path.name, reader.line_num), message, Section.SPREADSHEET) from None
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
        raise refusal(place, message, Section.SPREADSHEET)
    return text


def _rectangle(found: list[list[str]]) -> Rows:
    while found and not any(found[-1]):
        found.pop()
    width = max((number for row in found for number, cell in enumerate(row, start=1) if cell), default=0)
    return tuple(tuple([*row, *[""] * width][:width]) for row in found)


def _refused(path: Path, message: str) -> ProblemsFound:
    return refusal(path.name, message, Section.SPREADSHEET)


def spoilt(before: str, now: str) -> str | None:
    """Return what a spreadsheet program did to a cell that held something else before, or None."""
    if texts_in(now) == tuple(map(_without_letters, texts_in(before))) != texts_in(before):
        return f'letters were lost, {quoted(now)} is left. Save the file as "CSV UTF-8". {FRESH}'
    if any(text.startswith(ERROR_VALUES) for text in texts_in(now)):
        return f"{quoted(now)} is an error of the spreadsheet program. Type the text again."
    return None


def _without_letters(text: str) -> str:
    """Return a text as it comes out of an old encoding that has no sign for some of its letters."""
    return text.encode("cp1252", "replace").decode("cp1252")


def letters(number: int) -> str:
    """Return the name of a column as spreadsheet programs count it: A for 0, AA for 26."""
    return (letters(number // 26 - 1) if number > 25 else "") + chr(ord("A") + number % 26)  # noqa: PLR2004
