"""The tiers as a table for spreadsheets, and one that came back: its rows, and which texts are other ones now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from sources.problems import Place, Problem, ProblemsFound, Section, guess, quoted
from sources.records.errors import Path_
from sources.records.fields import Text, Title
from sources.records.sentences import sentence
from sources.spreadsheets.cells import Rows, harmless, letters, spoilt, texts_in, written
from sources.yaml.edit import Value

from ..answers.doubts import doubt, of_another_kind
from ..answers.items import NOT_STATED, Kind
from ..answers.reading import answer
from ..answers.typed import EMPTY_ANSWER
from ..records import MEMBERSHIP, Membership

COLUMNS = ("id", "group", "requirement")
TITLE, SUMMARY = "tier title", "tier summary"  # ids of rows; no requirement has a space in its own
FRESH_JSON = "Start again from the file that the site offers."
FIELDS = {TITLE: "title", SUMMARY: "summary"}
KINDS: dict[str, TypeAdapter[str]] = {TITLE: TypeAdapter(Title), SUMMARY: TypeAdapter(Text)}
REQUIREMENT: TypeAdapter[str] = TypeAdapter(Text)


def cell(texts: tuple[str, ...]) -> str:
    """Return the cell that holds a requirement: a line for each text, or the words that it is not stated."""
    return "\n".join(map(harmless, texts)) if texts else NOT_STATED


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
    """Return the table as a file."""
    return written(rows(membership))


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell: its row and column, counted from 0, and what it held and holds."""

    row: int
    column: int
    before: str
    now: str


def edited_values(found: Rows, membership: Membership, file: str, *, cells: bool = True) -> dict[Path_, Value]:
    """Return the changed values by their path in membership.yaml; raise ProblemsFound with all that is wrong.

    `file` is the name of the spreadsheet; lines and columns of its problems are rows and columns of the table, unless
    it has no `cells` that people see.
    """
    expected = rows(membership)
    problems = [*_heading_problems("column", expected[0], found[0], file)]
    problems += _heading_problems("row", [row[0] for row in expected], [row[0] for row in found], file)
    if problems:
        raise ProblemsFound(problems)
    values: dict[Path_, Value] = {}
    for cell in _changed(expected, found):
        name, tier = expected[cell.row][0], expected[0][cell.column]
        kind = None if name in FIELDS else membership.criterion(name).kind
        if message := _complaint(cell, name, kind):
            subject = f'cell {letters(cell.column)}{cell.row + 1}, tier "{tier}", {name}'
            if cell.column < len(COLUMNS):
                subject = f"cell {letters(cell.column)}{cell.row + 1}"
            place = Place(file, cell.row + 1, cell.column + 1) if cells else Place(file, 0)
            told = subject if cells else f'tier "{tier}", {name}'
            problems.append(Problem(place, f"{told}: {message}", Section.SPREADSHEET))
        else:
            field = (FIELDS[name],) if name in FIELDS else ("requirements", name)
            values["tiers", cell.column - len(COLUMNS), *field] = _value(cell.now)
    if problems:
        raise ProblemsFound(problems)
    return values


def _changed(expected: Rows, found: Rows) -> Iterator[_Cell]:
    for row, (before, now) in enumerate(zip(expected, found, strict=True)):
        for column, (old, new) in enumerate(zip(before, now, strict=True)):
            if _value(old) != _value(new) and not (_is_not_asked(column, old) and _value(new) == NOT_STATED):
                yield _Cell(row, column, old, new)


def _is_not_asked(column: int, before: str) -> bool:
    """Tell whether a cell is empty because its tier is not asked what stands in its row."""
    return column >= len(COLUMNS) and not before


def _value(cell: str) -> Value:
    texts = texts_in(cell)
    if len(texts) != 1:
        return texts
    return NOT_STATED if texts[0].casefold() == NOT_STATED else texts[0]


def _complaint(cell: _Cell, name: str, kind: Kind | None) -> str | None:
    """Return what is wrong with a changed cell, or None."""
    texts = texts_in(cell.now)
    if cell.column < len(COLUMNS):
        return (
            f"expected {quoted(cell.before)}, found {quoted(cell.now)}. Names are changed in content/{MEMBERSHIP.path}."
        )
    if _is_not_asked(cell.column, cell.before):
        return f'this tier is not asked it. Leave the cell empty, or change "for" in content/{MEMBERSHIP.path}.'
    if told := spoilt(cell.before, cell.now):
        return told
    if name in KINDS and len(texts) > 1:
        return f"expected one line, found {len(texts)}."
    if not texts:
        return "expected text, found nothing." if name in KINDS else EMPTY_ANSWER
    for text in texts:
        try:
            KINDS.get(name, REQUIREMENT).validate_python(text)
        except ValidationError as error:
            return sentence(error.errors()[0])
    return None if name in KINDS or kind == "text" else _unsure(texts, kind)


def _unsure(texts: Sequence[str], kind: Kind | None) -> str | None:
    """Return why nobody can be sure what the texts of a requirement say, or None."""
    items = answer(texts).items
    return next((told for one in items if (told := doubt(one.typed) or of_another_kind(one, kind))), None)


def _heading_problems(noun: str, expected: Sequence[str], found: Sequence[str], file: str) -> Iterator[Problem]:
    elsewhere = f"{noun.capitalize()}s are {{}} in content/{MEMBERSHIP.path}."
    complaints: dict[int, str] = {}
    for number, name in enumerate(found):
        if name in found[:number]:
            complaints[number] = f"{quoted(name)} stands here a second time. Keep one of them."
        elif name not in expected:
            near = guess(name, expected)
            near = near if near.startswith(" Did") else ""
            complaints[number] = f"{quoted(name)} is not known.{near} {elsewhere.format('added')}"
    missing = [name for name in expected if name not in found]
    for name in missing:
        yield Problem(Place(file), f"no {noun} {quoted(name)}. {elsewhere.format('taken out')}", Section.SPREADSHEET)
    if not (complaints or missing):
        moved = next((number for number, name in enumerate(found) if name != expected[number]), None)
        if moved is not None:
            wanted = f"expected {quoted(expected[moved])}, found {quoted(found[moved])}"
            complaints[moved] = f"{wanted}. {elsewhere.format('put in another order')}"
    for number, message in complaints.items():
        place = Place(file, 1, number + 1) if noun == "column" else Place(file, number + 1)
        yield Problem(
            place, f"{noun} {letters(number) if noun == 'column' else number + 1}: {message}", Section.SPREADSHEET
        )
