"""What a PDF could run, fetch or tell, and its words; looked for in all its objects, also the compressed ones."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pypdf import PdfReader

T = TypeVar("T")

# ISO 32000-2, 12.6.4: actions that run a program or a script, or open or send something by themselves.
RUNS = {
    "/JavaScript": "a script (JavaScript)",
    "/Launch": "the start of a program",
    "/SubmitForm": "a form that sends what one types",
    "/ImportData": "data from another file",
    "/GoToR": "a link into another file",
    "/GoToE": "a link into another file",
    "/Rendition": "a sound or a film",
    "/Movie": "a sound or a film",
    "/Sound": "a sound or a film",
    "/RichMedia": "a sound or a film",
    "/FileAttachment": "another file",
}
# The same told by the name of a field.
HOLDS = {
    "/JS": RUNS["/JavaScript"],
    "/JavaScript": RUNS["/JavaScript"],
    "/EF": "another file",
    "/EmbeddedFiles": "another file",
    "/XFA": "a form that runs by itself (XFA)",
    "/RichMediaContent": RUNS["/RichMedia"],
}
OPENED = "an address that is fetched as soon as the file is opened"
UNREADABLE = "this PDF cannot be looked into. Save it again as a PDF, without a password."
is_pdf = re.compile(rb"%PDF-").match


def pdf_complaints(content: bytes) -> Iterator[str]:
    """Yield what in a PDF must not be published."""
    parts = _read(content, lambda pdf: tuple(dict.fromkeys(_parts(pdf))))
    if parts is None:
        yield UNREADABLE
        return
    yield from (
        f"this PDF holds {part}. Save it again without that, such as by printing it as a PDF." for part in parts
    )


def pdf_authors(content: bytes) -> tuple[str, ...]:
    """Return whom the properties of a PDF name as its authors."""
    return _read(content, _authors) or ()


def pdf_words(content: bytes) -> str:
    """Return what a PDF says to its readers, where its links lead, and what its properties tell."""
    return _read(content, lambda pdf: "\n".join(_words(pdf))) or ""


def _read(content: bytes, ask: Callable[[PdfReader], T]) -> T | None:
    """Return what one asks of a PDF; None if it cannot be read, which no two broken ones say in the same way."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would print what it thinks of a file's inside
    broken = (PyPdfError, ValueError, TypeError, LookupError, AttributeError, RecursionError, ArithmeticError, OSError)
    try:
        return ask(PdfReader(BytesIO(content)))
    except (*broken, NotImplementedError, ImportError):  # a way of locking that needs another package
        return None


def _parts(pdf: PdfReader) -> Iterator[str]:
    opening = pdf.root_object.get("/OpenAction")
    if isinstance(opening, dict) and opening.get("/S") == "/URI":
        yield OPENED
    for fields in _dictionaries(pdf):
        yield from (HOLDS[name] for name in fields.keys() & HOLDS.keys())
        yield from (RUNS[value] for name in ("/S", "/Subtype") if (value := fields.get(name)) in RUNS)
        if any(action.get("/S") == "/URI" for action in _actions(fields)):
            yield OPENED


def _actions(fields: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what is done when a page or the file is opened or closed, or a field of it entered."""
    events = fields.get("/AA")
    resolved = (one.get_object() for one in events.values()) if isinstance(events, dict) else ()
    yield from (one for one in resolved if isinstance(one, dict))


def _dictionaries(pdf: PdfReader) -> Iterator[dict[str, Any]]:
    from pypdf.generic import IndirectObject

    ids = {(number, version) for version, some in pdf.xref.items() for number in some}
    for number, version in sorted(ids | {(number, 0) for number in pdf.xref_objStm}):
        yield from _within(pdf.get_object(IndirectObject(number, version, pdf)))


def _within(value: Any) -> Iterator[dict[str, Any]]:
    match value:
        case dict():
            yield value
            for one in value.values():
                yield from _within(one)
        case list():
            for one in value:
                yield from _within(one)


def _authors(pdf: PdfReader) -> tuple[str, ...]:
    named = [pdf.metadata.author] if pdf.metadata else []
    creators = pdf.xmp_metadata.dc_creator if pdf.xmp_metadata else None
    return tuple(dict.fromkeys(str(name).strip() for name in [*named, *(creators or [])] if name))


def _words(pdf: PdfReader) -> Iterator[str]:
    yield from (str(value) for value in (pdf.metadata or {}).values())
    for page in pdf.pages:
        yield page.extract_text()
    yield from (str(fields["/URI"]) for fields in _dictionaries(pdf) if "/URI" in fields)
