"""Every kind of file that may be published besides pages: how it is known, and what in it can run, fetch or tell."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any

from sources.problems import Place, Problem, ProblemsFound, Section, quoted
from sources.records.web_addresses import HOST
from sources.text import position, read_text

from .documents import pdf_complaints
from .markup import Complaint, drawing_complaints, xml_complaints
from .pictures import is_avif, is_gif, is_ico, is_jpeg, is_png, is_webp

ELSEWHERE = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
FORMULA = re.compile(r"\s*(?:[=@]|[+-][A-Za-z(])")  # what a spreadsheet takes for one, which may run or fetch


def _nothing(_text: str) -> Iterator[Complaint]:
    """Yield nothing: what is only text runs nowhere, and tells no more than it says."""
    return iter(())


def _host(text: str) -> Iterator[Complaint]:
    if not HOST.fullmatch(text.strip()):
        yield (1, 1), f"expected the name of a host, such as www.our-name.org, found {quoted(text.strip())}."


def _formulas(text: str) -> Iterator[Complaint]:
    rows = csv.reader(text.splitlines(keepends=True))
    for row in rows:
        for number, cell in enumerate(row, 1):
            if FORMULA.match(cell):
                told = f"{quoted(cell)} in column {number} is a formula, which a spreadsheet runs. Write ' before it."
                yield (rows.line_num, 1), told


def _json(text: str) -> Iterator[Complaint]:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        yield (error.lineno, error.colno), f"this is no whole JSON: {error.msg}."
    except RecursionError:
        yield (1, 1), "lists within lists, too deep to read."


def _web_app(text: str) -> Iterator[Complaint]:
    complaints = list(_json(text))
    yield from complaints
    for address in () if complaints else _addresses(json.loads(text)):
        if ELSEWHERE.match(address):
            at = position(text[: max(text.find(address), 0)])
            yield at, f"expected an address of this site, such as /images/icon.png, found {quoted(address)}."


def _addresses(value: Any, name: str = "") -> Iterator[str]:
    """Yield what a browser takes for an address (https://www.w3.org/TR/appmanifest/)."""
    match value:
        case dict():
            for key, one in value.items():
                yield from _addresses(one, key)
        case list():
            for one in value:
                yield from _addresses(one, name)
        case str() if name in ("src", "url", "start_url", "scope", "action", "id", "icons"):
            yield value


@dataclass(frozen=True, slots=True)
class Kind:
    """Files with one of these endings. `begins` knows them by their first bytes; text is known by being UTF-8."""

    endings: tuple[str, ...]
    what: str
    begins: Callable[[bytes], bool] | None = None
    text: Callable[[str], Iterator[Complaint]] = _nothing
    markup: Callable[[bytes], Iterator[Complaint]] | None = None


# What a picture of dots tells (notes of cameras, second pictures) is looked for in pictures.py, what words tell in the
# audit, for all kinds alike. Nothing of these runs but markup, PDF, and the formulas of a table.
KINDS = (
    # ending             what it is          known by   who looks for what runs or fetches
    Kind((".png",), "a PNG picture", is_png),
    Kind((".jpg", ".jpeg"), "a JPEG picture", is_jpeg),
    Kind((".webp",), "a WebP picture", is_webp),
    Kind((".avif",), "an AVIF picture", is_avif),
    Kind((".gif",), "a GIF picture", is_gif),
    Kind((".ico",), "an icon (ICO)", is_ico),
    Kind((".pdf",), "a PDF", lambda content: content.startswith(b"%PDF-")),
    Kind((".svg",), "an SVG drawing", markup=drawing_complaints),
    Kind((".xml",), "XML", markup=xml_complaints),
    Kind((".json",), "JSON", text=_json),
    Kind((".webmanifest",), "a web app manifest", text=_web_app),
    Kind((".csv",), "a table (CSV)", text=_formulas),
    Kind((".txt",), "plain text"),
    Kind(("",), "the name of a host", text=_host),  # CNAME
)
BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings}
# What else people save under a wrong ending.
OTHERS = (
    (re.compile(rb"\s*(<!doctype html|<html)", re.IGNORECASE), "a web page (HTML)"),
    (re.compile(rb"PK\x03\x04"), "a packed file, such as of Word or Excel"),
    (re.compile(rb".{4}ftyp(heic|heix|mif1)", re.DOTALL), "a HEIC picture"),
    (re.compile(rb"BM"), "a BMP picture"),
)


def published_problems(path: Path, file: str, known: Collection[str] = ()) -> tuple[Problem, ...]:
    """Return what in a file must not be published; `file` is its name in reports, `known` whom a PDF may name."""
    kind = BY_ENDING.get(PurePosixPath(file).suffix)
    if kind is None or path.is_symlink():
        return ()  # told by its name already
    content = path.read_bytes()
    if kind.begins:
        return tuple(Problem(Place(file, 0), one, Section.PICTURES) for one in _of_bytes(kind, content, known))
    if found := _found(content):
        return (Problem(Place(file, 0), _not_its_ending(kind, found), Section.PICTURES),)
    try:
        text = read_text(path, file)
    except ProblemsFound as unread:
        return unread.problems
    complaints = kind.markup(text.encode()) if kind.markup else kind.text(text)
    return tuple(Problem(Place(file, *at), message, Section.PICTURES) for at, message in complaints)


def _of_bytes(kind: Kind, content: bytes, known: Collection[str]) -> Iterator[str]:
    if not (kind.begins and kind.begins(content)):
        yield _not_its_ending(kind, _found(content) or "something else")
    elif ".pdf" in kind.endings:
        yield from pdf_complaints(content, known)


def _not_its_ending(kind: Kind, found: str) -> str:
    return f"expected {kind.what}, as its ending says, found {found}. Save it again as what its ending says."


def _found(content: bytes) -> str:
    """Return what a file is by its first bytes; empty if they do not tell."""
    known = (kind.what for kind in KINDS if kind.begins and kind.begins(content))
    others = (what for pattern, what in OTHERS if pattern.match(content))
    return next(chain(known, others), "")
