"""Documents of office programs and books: what they are, what in them runs or fetches, whom they name, their words.

All are ZIP archives of XML: ISO/IEC 29500-2 (Word, Excel, PowerPoint), OpenDocument 1.3, 3, and EPUB 3.3, 4.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import PurePosixPath
from types import MappingProxyType
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

MOST = 300_000_000  # bytes that a document may become when it is unpacked
TYPES = "[Content_Types].xml"
OPEN = "application/vnd.oasis.opendocument."
# What a document of each ending says that it is; a template or one with macros says something else.
KNOWN_BY = {
    ".docx": (TYPES, b"wordprocessingml.document.main+xml"),
    ".xlsx": (TYPES, b"spreadsheetml.sheet.main+xml"),
    ".pptx": (TYPES, b"presentationml.presentation.main+xml"),
    ".odt": ("mimetype", f"{OPEN}text".encode()),
    ".ods": ("mimetype", f"{OPEN}spreadsheet".encode()),
    ".odp": ("mimetype", f"{OPEN}presentation".encode()),
    ".epub": ("mimetype", b"application/epub+zip"),
}
UNREADABLE = "this document cannot be looked into. Save it again, without a password."
TOO_MUCH = f"this document becomes more than {MOST // 1_000_000} MB when it is unpacked."
HOLDS = "this document holds {}. Save it again without that, such as by saving it as a PDF."
FETCHED = "something that is fetched from elsewhere as soon as it is opened"
# By names of its parts, and by what stands in any of them.
PARTS = (
    (re.compile(r"(?i).*vbaproject.*\.bin|(?:basic|scripts)/.+|.*\.js"), "a program (macro)"),
    (re.compile(r"(?i).*/activex/.*|.*\.ocx"), "a program (ActiveX)"),
    (re.compile(r"(?i).*/embeddings/.*\.bin"), "a document of another program"),
    (re.compile(r"xl/(?:externalLinks/.*|connections\.xml|queryTables/.*)"), "data from another file"),
)
IN_PARTS = (
    (re.compile(rb"<script[\s:>/]|<script:event-listener|[\s\"']on\w+=\"javascript:"), "a program (script)"),
    (re.compile(rb"<(?:\w+:)?instrText[^>]*>[^<]*(?:DDE|INCLUDEPICTURE|INCLUDETEXT)"), FETCHED),
    (re.compile(rb"<draw:(?:image|object|object-ole|plugin|applet)\s[^>]*xlink:href=\"(?:\w+:)?//"), FETCHED),
    (re.compile(rb"<(?:img|image|iframe|video|audio|source|link)\s[^>]*(?:src|href)=\"(?:\w+:)?//"), FETCHED),
)
RELATION = re.compile(rb"<Relationship\s[^>]*>")
# On the computer of whoever wrote it, such as a template: nothing that another one would ask for.
LOCAL = re.compile(rb"(?:file:///)?[A-Za-z]:[\\/]")
TARGET = re.compile(rb'Target="([^"]*)"')
NAMES = re.compile(
    rb"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator)[^>]*>([^<]+)<|<w:(?:comment|ins|del)\s[^>]*w:author=\"([^\"]+)\""
)
SAYS = re.compile(
    r"word/(?:document|header\d*|footer\d*|comments|footnotes|endnotes)\.xml|ppt/(?:slides|notesSlides|comments)/[^/]+\.xml"
    r"|xl/(?:sharedStrings|comments\d*|worksheets/[^/]+)\.xml|content\.xml|styles\.xml|docProps/core\.xml|meta\.xml"
    r"|.*\.x?html?"
)
WITHIN = frozenset("t r span a ins del hyperlink b i em strong delText bookmark-start bookmark-end".split())  # noqa: SIM905
APART = frozenset("tab br s line-break cr".split())  # noqa: SIM905
Parts = Mapping[str, bytes]


def is_a(ending: str) -> Callable[[bytes], bool]:
    """Return what tells whether a file is a document of this ending."""
    part, says = KNOWN_BY[ending]

    def known(content: bytes) -> bool:
        found = (_parts(content) or {}).get(part, b"")
        return says in found if part == TYPES else found.strip() == says

    return known


def office_complaints(content: bytes) -> Iterator[str]:
    """Yield what in a document must not be published."""
    parts = _parts(content)
    if parts is None:
        yield TOO_MUCH if _size(content) > MOST else UNREADABLE
        return
    yield from (HOLDS.format(what) for what in dict.fromkeys(_harmful(parts)))


def office_authors(content: bytes) -> tuple[str, ...]:
    """Return whom a document names in its properties, its comments and its changes."""
    found = (
        one for name, part in (_parts(content) or {}).items() if name.endswith(".xml") for one in NAMES.finditer(part)
    )
    return tuple(dict.fromkeys((one[1] or one[2]).decode("utf-8", "replace").strip() for one in found))


def office_words(content: bytes) -> str:
    """Return what a document says to its readers, also in notes, in what was deleted, and behind its charts."""
    parts = _parts(content) or {}
    found = [_text(part) for name, part in parts.items() if SAYS.fullmatch(name)]
    found += [target.decode("utf-8", "replace") for _, target in _relations(parts)]
    found += [office_words(part) for name, part in parts.items() if "/embeddings/" in name and name.endswith("x")]
    return "\n".join(found)


def _harmful(parts: Parts) -> Iterator[str]:
    for name, part in parts.items():
        yield from (what for pattern, what in PARTS if pattern.fullmatch(name))
        yield from (
            what for pattern, what in IN_PARTS if PurePosixPath(name).suffix != ".rels" and pattern.search(part)
        )
    yield from (FETCHED for kind, target in _relations(parts) if b"/hyperlink" not in kind and not LOCAL.match(target))


def _relations(parts: Parts) -> Iterator[tuple[bytes, bytes]]:
    """Yield what leads out of a document: how it is written down, and where it leads."""
    for name, part in parts.items():
        for one in RELATION.findall(part) if name.endswith(".rels") else ():
            if b'TargetMode="External"' in one and (target := TARGET.search(one)):
                yield one, target[1]


def _size(content: bytes) -> int:
    try:
        with ZipFile(BytesIO(content)) as archive:
            return sum(one.file_size for one in archive.infolist())
    except (BadZipFile, ValueError, LookupError, OSError, NotImplementedError):
        return 0


@lru_cache(maxsize=2)  # several questions are asked of one file after the other
def _parts(content: bytes) -> Parts | None:
    """Return the parts of a document that are text, the others without what is in them; None if it is none."""
    if not content.startswith(b"PK") or not 0 < _size(content) <= MOST:
        return None
    try:
        with ZipFile(BytesIO(content)) as archive:
            return MappingProxyType(
                {name: archive.read(name) if _is_text(name) else b"" for name in archive.namelist()}
            )
    except (BadZipFile, RuntimeError, ValueError, LookupError, OSError, NotImplementedError, zlib.error, EOFError):
        return None


def _is_text(name: str) -> bool:
    return name == "mimetype" or name.endswith((".xml", ".rels", "html", ".htm", ".opf", ".docx", ".xlsx", ".pptx"))


def _text(part: bytes) -> str:
    """Return the words of a part, each paragraph and each cell on a line."""
    found: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def end(name: str) -> None:
        name = name.rpartition(" ")[2]
        if name not in WITHIN:
            found.append(" " if name in APART else "\n")

    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: found.append(text.replace("\n", " "))
    try:
        parser.Parse(part, True)
    except expat.ExpatError:
        return part.decode("utf-8", "replace")
    return "\n".join(line for one in "".join(found).split("\n") if (line := " ".join(one.split())))
