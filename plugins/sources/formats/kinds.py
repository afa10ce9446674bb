"""Every kind of file that may be published besides pages: its words, how it is known, what in it can run or fetch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath

from sources.problems import Place, Problem, ProblemsFound, Section
from sources.text import read_text

from .markup import Complaint, drawing_complaints, xml_complaints
from .media import calendar_words, film_complaints, is_mp3, is_mp4, is_webm
from .office import is_a, office_authors, office_complaints, office_words
from .pdf import is_pdf, pdf_authors, pdf_complaints, pdf_words
from .pictures import is_heic, is_ico
from .raster import FORMATS
from .texts import (
    calendar_complaints,
    formulas_complaints,
    host_complaints,
    json_complaints,
    proof_complaints,
    web_app_complaints,
)
from .words import json_words, markup_words, plain_words, table_words


@dataclass(frozen=True, slots=True)
class Kind:
    """Files with this ending: what `words` they say, and the complaints about what in their `text` runs or fetches.

    `begins` knows a file by its bytes, of which `harms` complains; all others are text, known by being UTF-8.
    `authors` are whom its properties name.
    """

    ending: str
    what: str
    words: Callable[[bytes], str] | None = None
    text: Callable[[str], Iterator[Complaint]] | None = None
    begins: Callable[[bytes], object] | None = None
    harms: Callable[[bytes], Iterator[str]] | None = None
    authors: Callable[[bytes], tuple[str, ...]] | None = None


def _office(ending: str, what: str) -> Kind:
    authors = None if ending == ".epub" else office_authors  # whoever wrote a book is named on purpose
    return Kind(ending, what, office_words, None, is_a(ending), office_complaints, authors)


# What a picture of dots tells (notes of cameras, second pictures) is looked for in pictures.py, what words tell in the
# audit, for all kinds alike. Nothing of these runs but markup, PDF, office documents, and the formulas of a table.
KINDS = (
    # ending             what it is              what it says  who looks for what runs or fetches
    Kind(".svg", "an SVG drawing", markup_words, drawing_complaints),
    Kind(".xml", "XML", markup_words, xml_complaints),
    Kind(".json", "JSON", json_words, json_complaints),
    Kind(".webmanifest", "a web app manifest", json_words, web_app_complaints),
    Kind(".csv", "a table (CSV)", table_words, formulas_complaints),
    Kind(".txt", "plain text", plain_words),
    Kind("", "the name of a host", plain_words, host_complaints),  # CNAME
    Kind(".ics", "a calendar", calendar_words, calendar_complaints),
    Kind(".html", "the proof of a search engine", plain_words),  # its name is looked at too
    Kind(".pdf", "a PDF", pdf_words, None, is_pdf, pdf_complaints, pdf_authors),
    _office(".docx", "a Word document"),
    _office(".xlsx", "an Excel workbook"),
    _office(".pptx", "a PowerPoint presentation"),
    _office(".odt", "an OpenDocument text"),
    _office(".ods", "an OpenDocument spreadsheet"),
    _office(".odp", "an OpenDocument presentation"),
    _office(".epub", "an EPUB book"),
    Kind(".mp4", "an MP4 film", None, None, is_mp4, film_complaints),
    Kind(".m4a", "an MP4 sound", None, None, is_mp4, film_complaints),
    Kind(".webm", "a WebM film", None, None, is_webm),
    Kind(".mp3", "an MP3 sound", None, None, is_mp3),
    *(Kind(ending, what, begins=begins) for ending, (begins, _, what) in FORMATS.items() if begins != is_heic),
    Kind(".ico", "an icon (ICO)", begins=is_ico),
)
BY_ENDING = {kind.ending: kind for kind in KINDS}
# What else people save under a wrong ending.
OTHERS = (
    (re.compile(rb"\s*(<!doctype html|<html)", re.IGNORECASE), "a web page (HTML)"),
    (re.compile(rb"PK\x03\x04"), "a packed file, such as of Word or Excel"),
    (re.compile(rb".{4}ftyp(heic|heix|mif1)", re.DOTALL), "a HEIC picture"),
    (re.compile(rb"BM"), "a BMP picture"),
)


def words_of(name: str, content: bytes) -> str:
    """Return the words of a file of this name; empty for one that holds none, such as a picture."""
    kind = BY_ENDING.get(PurePosixPath(name).suffix.casefold())
    return kind.words(content) if kind and kind.words else ""


def authors_of(name: str, content: bytes) -> tuple[str, ...]:
    """Return whom the properties of a file of this name tell as its authors."""
    kind = BY_ENDING.get(PurePosixPath(name).suffix.casefold())
    return kind.authors(content) if kind and kind.authors else ()


def published_problems(path: Path, file: str) -> tuple[Problem, ...]:
    """Return what in a file must not be published; `file` is its name in reports."""
    kind = BY_ENDING.get(PurePosixPath(file).suffix.casefold())
    if kind is None or path.is_symlink():
        return ()  # told by its name already
    content = path.read_bytes()
    if kind.begins:
        return tuple(Problem(Place(file, 0), one, Section.SITE) for one in _of_bytes(kind, content))
    if kind.ending == ".html":
        told = proof_complaints(path.name, content.decode("utf-8", "replace"))
        return tuple(Problem(Place(file, 0), one, Section.SITE) for one in told)
    if found := _found(content):
        return (Problem(Place(file, 0), _not_its_ending(kind, found), Section.PICTURES),)
    try:
        text = read_text(path, file)
    except ProblemsFound as unread:
        return unread.problems
    complaints = kind.text(text) if kind.text else ()
    return tuple(Problem(Place(file, *at), message, Section.PICTURES) for at, message in complaints)


def _of_bytes(kind: Kind, content: bytes) -> Iterator[str]:
    if not (kind.begins and kind.begins(content)):
        yield _not_its_ending(kind, _found(content) or "something else")
    elif kind.harms:
        yield from kind.harms(content)


def _not_its_ending(kind: Kind, found: str) -> str:
    return f"expected {kind.what}, as its ending says, found {found}. Save it again as what its ending says."


def _found(content: bytes) -> str:
    """Return what a file is by its first bytes; empty if they do not tell."""
    known = (kind.what for kind in KINDS if kind.begins and kind.begins(content))
    others = (what for pattern, what in OTHERS if pattern.match(content))
    return next(chain(known, others), "")
