"""Checks that every answer says one thing, of the kind of its row, and that the links in it lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import cast

from sources.pages.links import complaint
from sources.pages.targets import Targets
from sources.problems import Place, Problem, quoted
from sources.records.ids import named
from sources.yaml.nodes import Node, Scalar

from ..application.lead import page_of
from .doubts import clashes, doubt, of_another_kind, parted
from .items import Answer, Item, Kind, Price, YesNo
from .rich_text import addresses
from .typed import TypedCell, cells_of

NEARLY = 0.85


def near_misses(row: Sequence[Answer]) -> Iterator[tuple[int, Item, int, str]]:
    """Yield the cell and item of each, with the cell whose words are more frequent or came first, and these words."""
    said = [(number, one, words) for number, answer in enumerate(row) for one in answer.items if (words := _words(one))]
    for place, (number, one, words) in enumerate(said):
        for other, _, before in said[:place]:
            if _nearly(words, before):
                yield number, one, other, before
                break


def _words(found: Item) -> str | None:
    if isinstance(found, YesNo):
        return found.qualifier
    return found.condition if isinstance(found, Price) else None


def _nearly(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    if one == other or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= NEARLY


def answer_problems(root: Node) -> Iterator[Problem]:
    """Yield a problem for every answer of which nobody can be sure, or that does not go with its row."""
    for criterion in _criteria(root):
        kind = cast("Kind | None", (criterion.text_of("kind") or "").strip().casefold() or None)
        cells = cells_of(criterion.text_of("id") or "", root)
        told = list(_parted(cells))
        yield from told
        if kind == "text":
            continue
        told += (alone := list(_alone(cells, kind)))
        yield from alone
        yield from _beside_others(cells) if not (told or kind) else ()


def _criteria(root: Node) -> Iterator[Node]:
    for group in root.each("groups"):
        yield from group.each("criteria")


def _parted(cells: tuple[TypedCell, ...]) -> Iterator[Problem]:
    """Yield a problem for each text that brackets have most likely parted in two."""
    for cell in cells:
        for one, other in pairwise(cell.texts):
            if one.place.line == other.place.line and parted(one.text or "", other.text or ""):
                found = (
                    f"{quoted(one.text)} and {quoted(other.text)} are two answers, since brackets part at each comma"
                )
                message = (
                    f'{cell.subject}: {found}. If they are one, put it in "quotes". Else give each a line, behind "- ".'
                )
                yield Problem(one.place, message)


def _alone(cells: tuple[TypedCell, ...], kind: Kind | None) -> Iterator[Problem]:
    for cell in cells:
        for one in cell.answer.items:
            if message := doubt(one.typed) or of_another_kind(one, kind):
                yield Problem(cell.place_of(one.typed).place, f"{cell.subject}: {message}")


def _beside_others(cells: tuple[TypedCell, ...]) -> Iterator[Problem]:
    for clash in clashes([cell.answer for cell in cells]):
        cell, other = cells[clash.cell], cells[clash.other_cell]
        line = other.place_of(clash.other.typed).place.line
        whose = f"{other.subject.partition(',')[0]} (line {line})"
        place = cell.place_of(clash.item.typed).place
        yield Problem(place, f"{cell.subject}: {clash.told(whose)}")


def linking_texts(root: Node) -> Iterator[tuple[str, Scalar]]:
    """Yield every text of an answer, a note or a help that holds a link, with what it belongs to."""
    for criterion in _criteria(root):
        if isinstance(found := criterion.get("help"), Scalar) and addresses(found.text or ""):
            yield f"{named('criterion', criterion)}, help", found
        for cell in cells_of(criterion.text_of("id") or "", root):
            for text in (*cell.texts, *cell.notes):
                if addresses(text.text or ""):
                    yield cell.subject, text


def answer_link_problems(root: Node, targets: Targets) -> Iterator[Problem]:
    """Yield a problem for every link in an answer that leads nowhere."""
    page = page_of(root.place.file)
    for subject, text in linking_texts(root):
        for address in dict.fromkeys(addresses(text.text or "")):
            if message := complaint(address, page, targets, picture=False):
                yield Problem(text.place, f"{subject}: {message}")


def answer_remarks(root: Node) -> Iterator[Problem]:
    """Yield a remark for each qualifier or condition that is nearly that of another tier."""
    for criterion in _criteria(root):
        cells = cells_of(criterion.text_of("id") or "", root)
        for number, one, other, words in near_misses([cell.answer for cell in cells]):
            cell = cells[number]
            whose = cells[other].subject.partition(",")[0]
            message = f"{cell.subject}: {quoted(one.typed)} is nearly the same as {quoted(words)} of {whose}. A slip?"
            yield Problem(Place(*cell.place_of(one.typed).place), message)
