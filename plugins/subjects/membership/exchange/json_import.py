"""A file `tiers.json` that came back: the same table as that for spreadsheets, made of its tiers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ValidationError

from sources.problems import Place, Problem, ProblemsFound, Section, guess, nearest, quoted
from sources.records.sentences import sentence
from sources.spreadsheets.cells import LIMIT, Rows, harmless

from ..answers.as_json import PublishedAnswer, published_answer
from ..records import MEMBERSHIP, Criterion, Membership
from .csv_file import COLUMNS, FRESH_JSON, SUMMARY, TITLE, cell, rows

Answers = dict[str, PublishedAnswer | None]


class EditedTier(BaseModel):
    """What is taken back of a tier; its other fields stand elsewhere too."""

    id: str
    title: str
    summary: str
    requirements: Answers


class EditedFile(BaseModel):
    """What is taken back of the file."""

    tiers: tuple[EditedTier, ...]


def read_json(path: Path, membership: Membership) -> Rows:
    """Return the rows of the table that the file stands for; raise ProblemsFound if it is no such file."""
    try:
        text = path.read_bytes()[:LIMIT].decode("utf-8-sig")
        edited = EditedFile.model_validate(json.loads(text))
    except (UnicodeDecodeError, RecursionError, json.JSONDecodeError):
        raise ProblemsFound([_problem(path, f"this is no file of JSON. {FRESH_JSON}")]) from None
    except ValidationError as error:
        first = error.errors()[0]
        where = " ".join(str(step + 1 if isinstance(step, int) else step) for step in first["loc"])
        raise ProblemsFound([_problem(path, f"{where}: {sentence(first)} {FRESH_JSON}")]) from None
    problems = [*_unknown(edited, membership, path), *_by_value(edited, membership, path)]
    if problems:
        raise ProblemsFound(problems)
    return _rows(edited, membership)


def _problem(path: Path, message: str) -> Problem:
    return Problem(Place(path.name, 0), message, Section.SPREADSHEET)


def _unknown(edited: EditedFile, membership: Membership, path: Path) -> list[Problem]:
    """Return a problem for every name that is new, gone or in another place."""
    known = [tier.id for tier in membership.tiers]
    criteria = [one.id for one in _criteria(membership)]
    found = [("tier", "the tiers", known, [tier.id for tier in edited.tiers])]
    found += [("requirement", f"tier {quoted(tier.id)}", criteria, [*tier.requirements]) for tier in edited.tiers]
    told = (message for one in found for message in _names(*one))
    return [_problem(path, message) for message in told]


def _names(noun: str, whose: str, known: Sequence[str], found: Sequence[str]) -> list[str]:
    elsewhere = f"Names are changed in content/{MEMBERSHIP.path}."
    strange = [f"{noun} {quoted(name)} is not known.{guess(name, known)}" for name in found if name not in known]
    misspelt = {nearest(name, known) for name in found if name not in known}
    gone = [name for name in known if name not in {*found, *misspelt}]
    lost = [f"{whose}: no {noun} {quoted(name)}. {elsewhere}" for name in gone]
    moved = noun == "tier" and not strange and not lost and list(found) != list(known)
    return [*strange, *lost, *([f"the tiers stand in another order. {elsewhere}"] if moved else [])]


def _by_value(edited: EditedFile, membership: Membership, path: Path) -> list[Problem]:
    """Return a problem for every answer of which another field was changed than the one that counts."""
    known = {tier.id: tier for tier in membership.tiers}
    stale = [
        f'tier {quoted(tier.id)}, {criterion.id}: change what stands in "typed"; the rest follows from it.'
        for tier in edited.tiers
        if tier.id in known
        for criterion in _criteria(membership)
        if _is_stale(published_answer(criterion.answer_of(known[tier.id])), tier.requirements.get(criterion.id))
    ]
    return [_problem(path, message) for message in stale]


def _is_stale(before: PublishedAnswer | None, now: PublishedAnswer | None) -> bool:
    return before is not None and now is not None and before != now and before.lines == now.lines


def _criteria(membership: Membership) -> list[Criterion]:
    return [one for group in membership.groups for one in group.criteria]


def _rows(edited: EditedFile, membership: Membership) -> Rows:
    said = {
        TITLE: [harmless(tier.title) for tier in edited.tiers],
        SUMMARY: [harmless(tier.summary) for tier in edited.tiers],
        **{one.id: [_cell(tier.requirements[one.id]) for tier in edited.tiers] for one in _criteria(membership)},
    }
    head, *others = rows(membership)
    width = len(COLUMNS)
    return (head, *((*row[:width], *said[row[0]]) for row in others))


def _cell(answer: PublishedAnswer | None) -> str:
    return cell(answer.lines if answer else ())
