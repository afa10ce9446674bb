"""Finds what a camera or a program wrote into a picture besides the picture: place, day, device, names, folders."""

from __future__ import annotations

import re
from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
# PNG specification (third edition), 11.3: chunks that hold text, a time, or Exif.
PNG_NOTES = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}
# JPEG (ITU-T T.81, B.2.4.6) and JFIF: APP0 is the header, APP2 the colors, APP14 how the colors are coded; all other
# application segments, and comments, are notes. From the start of the scan (DA) on there is only the picture.
JPEG_NOTES = {*range(0xE1, 0xF0), 0xFE} - {0xE2, 0xEE}
MARKER, START_OF_SCAN = 0xFF, 0xDA
WEBP_NOTES = {b"EXIF", b"XMP "}
# Inkscape and others write the folder of whoever drew it, and when.
SVG_NOTES = re.compile(rb"<metadata|<rdf:RDF|sodipodi:docname|export-filename|<!--", re.IGNORECASE)


def has_notes(content: bytes) -> bool:
    """Tell whether a picture of a known kind (PNG, JPEG, WebP, AVIF, GIF, SVG) carries notes."""
    if content.startswith(PNG):
        return any(kind in PNG_NOTES for kind in _chunks(content, len(PNG), "big"))
    if content.startswith(JPEG):
        return any(marker in JPEG_NOTES for marker in _segments(content))
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return any(kind in WEBP_NOTES for kind in _chunks(content, 12, "little"))
    if content[4:12] == b"ftypavif":
        return b"infe" in content and bool(re.search(rb"infe.{8}(Exif|mime)", content, re.DOTALL))
    if content.startswith(b"GIF8"):
        return b"\x21\xfe" in content or b"XMP DataXMP" in content
    return bool(SVG_NOTES.search(content)) if b"<svg" in content else False


def _chunks(content: bytes, at: int, order: str) -> Iterator[bytes]:
    """Yield the kind of each chunk: length and kind in PNG, kind and length (rounded up to even) in RIFF."""
    while at + 8 <= len(content):
        if order == "big":
            kind, size = content[at + 4 : at + 8], int.from_bytes(content[at : at + 4], "big") + 12
        else:
            size = int.from_bytes(content[at + 4 : at + 8], "little")
            kind, size = content[at : at + 4], size + size % 2 + 8
        yield kind
        at += size


def _segments(content: bytes) -> Iterator[int]:
    at = len(JPEG)
    while at + 4 <= len(content) and content[at] == MARKER and content[at + 1] != START_OF_SCAN:
        yield content[at + 1]
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
