"""What a file besides the pages says to people and programs: its words, after all decoding, one passage a line."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from xml.parsers import expat

from .documents import pdf_words

# Elements inside a line of text, of which the words go on; those of others are passages of their own.
INLINE = frozenset("tspan textPath a b i em strong span altGlyph tref".split())  # noqa: SIM905
NEXT_LINE = re.compile(
    r"[^\S\n]*\n(?![^\S\n]*(?:\n|[-*\u2022]|\d+[.)]))[^\S\n]*"
)  # of one passage: no list, no blank line
GEOMETRY = frozenset("d points transform viewBox style gradientTransform patternTransform values".split())  # noqa: SIM905


def words_of(name: str, content: bytes) -> str:
    """Return the words of a file of this name; empty for one that holds none, such as a picture."""
    read = READERS.get(PurePosixPath(name).suffix.casefold())
    return read(content) if read else ""


def _text(content: bytes) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if wide else "utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")


def _plain(content: bytes) -> str:
    return NEXT_LINE.sub(" ", _text(content))


def _cells(content: bytes) -> str:
    try:
        rows = list(csv.reader(_text(content).splitlines(keepends=True)))
    except csv.Error:
        return _text(content)
    return "\n".join(" ".join(cell.split()) for row in rows for cell in row)


def _json(content: bytes) -> str:
    try:
        return "\n".join(_said(json.loads(_text(content))))
    except (ValueError, RecursionError):
        return _text(content)


def _said(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for name, one in value.items():
                yield name
                yield from _said(one)
        case list():
            for one in value:
                yield from _said(one)
        case str():
            yield " ".join(value.split())
        case int():
            yield str(value)


def _markup(content: bytes) -> str:
    """Return the words between the tags and in the attributes; of what is no XML, all there is."""
    found: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, attributes: Mapping[str, str]) -> None:
        found.extend(f"\n{value}\n" for key, value in attributes.items() if key not in GEOMETRY)
        end(name)

    def end(name: str) -> None:
        if name.rpartition(" ")[2] not in INLINE:
            found.append("\n\n")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda text: found.append(text.replace("\n", " "))
    parser.CommentHandler = lambda text: found.append(f"\n{text}\n")
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        return _text(content)
    return "\n".join(line for passage in "".join(found).split("\n") if (line := " ".join(passage.split())))


READERS: Mapping[str, Callable[[bytes], str]] = {
    ".txt": _plain,
    ".csv": _cells,
    ".json": _json,
    ".webmanifest": _json,
    ".xml": _markup,
    ".svg": _markup,
    ".pdf": pdf_words,
    "": _plain,  # such as CNAME
}
