"""What a file besides the pages says to people and programs: its words, after all decoding, one passage a line."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.parsers import expat

# Elements inside a line of text, of which the words go on; those of others are passages of their own.
INLINE = frozenset("tspan textPath a b i em strong span altGlyph tref".split())  # noqa: SIM905
NEXT_LINE = re.compile(
    r"[^\S\n]*\n(?![^\S\n]*(?:\n|[-*\u2022]|\d+[.)]))[^\S\n]*"
)  # of one passage: no list, no blank line
GEOMETRY = frozenset("d points transform viewBox style gradientTransform patternTransform values".split())  # noqa: SIM905


def _text(content: bytes) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if wide else "utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")


def plain_words(content: bytes) -> str:
    """Return plain text, each passage on one line."""
    return NEXT_LINE.sub(" ", _text(content))


def table_words(content: bytes) -> str:
    """Return the cells of a table (CSV), one a line; of what is none, all there is."""
    try:
        rows = list(csv.reader(_text(content).splitlines(keepends=True)))
    except csv.Error:
        return _text(content)
    return "\n".join(" ".join(cell.split()) for row in rows for cell in row)


def json_words(content: bytes) -> str:
    """Return the names and values of JSON, one a line; of what is no JSON, all there is."""
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


def strings_in(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield all strings of a JSON value, each after the name that it, or the list that it is in, has there."""
    match value:
        case dict():
            for key, one in value.items():
                yield from strings_in(one, key)
        case list():
            for one in value:
                yield from strings_in(one, name)
        case str():
            yield name, value


def markup_words(content: bytes) -> str:
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
