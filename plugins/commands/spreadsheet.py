"""`make export` and `make import`: the list of a data file as a table for spreadsheets, and back."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from saving.save import difference, no_worse, write_if_valid
from sources.problems import Section, command, count, guess, quoted, refusal
from sources.records.data_file import plain
from sources.spreadsheets.cells import read_rows, written
from sources.spreadsheets.edits import Edited, edited_entries
from sources.spreadsheets.sheet import Sheet, rows, sheet_of
from sources.yaml.edit import edited
from sources.yaml.nodes import Node
from subjects import data_files

# By the variable of `make` that answers it.
TABLE = {"DATA": "Which data file, such as events", "FILE": "Which spreadsheet, such as events.csv"}
TIERS = f' The tiers are a table of their own: see "{command("import-tiers")}".'
TAKEN = "this file is there already, and somebody may have changed it. Name another, or delete it."


def export(name: str, spreadsheet: Path, content: Path) -> str:
    """Write the table and return what to tell about it; raise ProblemsFound if there can be none."""
    sheet = _sheet(name, content)
    if spreadsheet.exists():
        raise refusal(spreadsheet.name, TAKEN, Section.SPREADSHEET)
    held = _held(sheet, content)
    table = rows(sheet, plain(held) if held else {})
    spreadsheet.write_bytes(written(table))
    back = command(f"import DATA={PurePosixPath(sheet.file.path).stem} FILE={spreadsheet}")
    return f"{spreadsheet}: {count(len(table) - 1, 'row')} of {sheet.file.file(content)}. Bring them back with: {back}"


def take_in(name: str, spreadsheet: Path, content: Path, theme: Path) -> str:
    """Write what was edited and return what to tell; raise ProblemsFound, and write nothing, if anything is wrong."""
    sheet = _sheet(name, content)
    file, path = sheet.file.file(content), content / sheet.file.path
    found = read_rows(spreadsheet, "import")
    after = edited_entries(found, sheet, spreadsheet.name, _held(sheet, content))
    before = path.read_bytes() if path.is_file() else b""
    if not (after.added or after.changed or after.removed):
        return f"{spreadsheet.name} says the same as {file}. Nothing was changed."
    text = edited(before.decode(), after.values, sheet.file.model).encode()
    write_if_valid(content, theme, {sheet.file.path: text}, no_worse(content, theme))
    return f"{difference(before, text, file)}\n{file}: {_told(after)}."


def _sheet(name: str, content: Path) -> Sheet:
    """Return the table that is meant, by the name of a data file or its path."""
    files = {PurePosixPath(file.path).stem: file for file in data_files()}
    sheets = {stem: sheet for stem, file in files.items() if (sheet := sheet_of(file))}
    stem = PurePosixPath(name.strip()).name.removesuffix(".yaml")
    if stem in sheets:
        return sheets[stem]
    message = f"DATA: {quoted(name)} is no data file with a list.{TIERS if stem in files else guess(stem, sheets)}"
    raise refusal(f"{content.name}/data", message, Section.SPREADSHEET)


def _held(sheet: Sheet, content: Path) -> Node | None:
    return sheet.file.nodes(content) if (content / sheet.file.path).is_file() else None


def _told(after: Edited) -> str:
    counts = {"new": after.added, "changed": after.changed, "taken out": after.removed}
    return ", ".join(f"{number} {what}" for what, number in counts.items() if number)
