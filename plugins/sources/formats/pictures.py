"""Finds what a camera or a program wrote into a picture besides the picture: place, day, device, names, folders.

Each format is walked part by part to its end: what is not known to belong to the picture is a note, and so is what
stands behind it. Markup (SVG) is looked at in markup.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Each tells whether a file begins as a picture of its format.
is_png = re.compile(rb"\x89PNG\r\n\x1a\n").match
is_jpeg = re.compile(rb"\xff\xd8\xff").match
is_webp = re.compile(rb"RIFF.{4}WEBP", re.DOTALL).match
is_gif = re.compile(rb"GIF8[79]a").match
is_ico = re.compile(rb"\0\0\x01\0(?!\0\0)").match
# PNG specification (third edition), 11: the picture, its colors, its movement; and chunks of programs that hold numbers
# only. All others hold text, a time, Exif, or whatever a program liked to keep.
PNG_PICTURE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT "
    b"oFFs vpAg caNv orNT iDOT".split()
)
WEBP_PICTURE = frozenset([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"])
# ISO/IEC 14496-12: the boxes at the top of an AVIF, of which a picture's notes are items that `infe` names.
AVIF_PICTURE = frozenset([b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip"])
AVIF_NOTES = re.compile(rb"infe.{8}(Exif|mime)|uuid|udta", re.DOTALL)
# JPEG (ITU-T T.81, B.1.1.3): markers without a length; the end; application segments and comments.
MARK, END, SCAN = 0xFF, 0xD9, 0xDA
ALONE = frozenset([0x01, *range(0xD0, 0xD9)])
SEGMENTS, COMMENT = range(0xE0, 0xF0), 0xFE
# Of these, the ones that tell how to show the picture: JFIF's own without the small second picture that it may hold,
# the colors, and how these are coded.
SHOWN = re.compile(rb"(?s)\xe0..JFIF\0.{7}\0\0\Z|\xe2..ICC_PROFILE\0|\xee..Adobe")
# In a scan, FF 00 is a value, and D0 to D7 are where to begin again.
AFTER_A_SCAN = re.compile(rb"\xff(?![\x00\xd0-\xd7\xff])")
# GIF89a, 26: how to show the next picture, and (by their names) whether to begin again and the colors.
EXTENSION, IMAGE = 0x21, 0x2C
GIF_SHOWN = (b"\xf9", b"\xff\x0bNETSCAPE2.0", b"\xff\x0bANIMEXTS1.0", b"\xff\x0bICCRGBG1012")
PADDING = b"\0\r\n "


def is_avif(content: bytes) -> bool:
    """Tell whether this begins as an AVIF, by any of the names of its format."""
    return content[4:8] == b"ftyp" and bool(re.search(rb"avi[fs]", content[8 : int.from_bytes(content[:4], "big")]))


def is_heic(content: bytes) -> bool:
    """Tell whether this begins as a HEIC, by any of the names of its format."""
    brands = content[8 : int.from_bytes(content[:4], "big")]
    return content[4:8] == b"ftyp" and not is_avif(content) and bool(re.search(rb"he[iv][cxms]|mif1|msf1", brands))


def has_notes(content: bytes) -> bool:
    """Tell whether a picture of a known kind (PNG, JPEG, WebP, AVIF, GIF, ICO) carries notes."""
    return any(noted(content) for known, noted in WALKS if known(content))


def _png(content: bytes) -> bool:
    at = 8
    while at + 8 <= len(content):
        kind = content[at + 4 : at + 8]
        if kind not in PNG_PICTURE:
            return True
        at += int.from_bytes(content[at : at + 4], "big") + 12
        if kind == b"IEND":
            break
    return _more(content, at)


def _webp(content: bytes) -> bool:
    at, end = 12, int.from_bytes(content[4:8], "little") + 8
    while at + 8 <= len(content):
        if content[at : at + 4] not in WEBP_PICTURE:
            return True
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        at += size + size % 2 + 8
    return _more(content, max(at, end))


def _avif(content: bytes) -> bool:
    at, size = 0, 1
    while at + 8 <= len(content) and size:  # 0 is a box up to the end
        kind, size = content[at + 4 : at + 8], int.from_bytes(content[at : at + 4], "big")
        if kind not in AVIF_PICTURE or (kind != b"mdat" and AVIF_NOTES.search(content, at, at + size)):
            return True
        at += size if size != 1 else int.from_bytes(content[at + 8 : at + 16], "big") or len(content)
    return False


def _jpeg(content: bytes) -> bool:
    at = 2
    while at + 2 <= len(content) and content[at] == MARK:
        marker = content[at + 1]
        if marker == END:
            return _more(content, at + 2)
        if marker == MARK:  # of which any number may stand before a marker
            at += 1
            continue
        end = at + 2 if marker in ALONE else at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == COMMENT or (marker in SEGMENTS and not SHOWN.match(content[at + 1 : end])):
            return True
        if marker == SCAN:
            following = AFTER_A_SCAN.search(content, end)
            end = following.start() if following else len(content)
        at = end
    return False


def _gif(content: bytes) -> bool:
    at = 13 + _colors(content[10:11])
    while at < len(content) and content[at] in (EXTENSION, IMAGE):
        if content[at] == EXTENSION:
            if not content.startswith(GIF_SHOWN, at + 1):
                return True
            at = _past_blocks(content, at + 2)
        else:
            at = _past_blocks(content, at + 11 + _colors(content[at + 9 : at + 10]))
    return _more(content, at + 1)


def _colors(flags: bytes) -> int:
    """Return how many bytes the table of colors has that these flags tell of."""
    return 3 << (flags[0] & 7) + 1 if flags and flags[0] & 0x80 else 0


def _past_blocks(content: bytes, at: int) -> int:
    while at < len(content) and content[at]:
        at += content[at] + 1
    return at + 1


def _ico(content: bytes) -> bool:
    pictures = list(_icons(content))
    end = max((at + size for at, size in pictures), default=0)
    held = (content[at : at + size] for at, size in pictures)
    return _more(content, end) or any(is_ico(one) or has_notes(one) for one in held)  # an icon holds no other icon


def _icons(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield where in an icon each of its pictures begins, and its size."""
    for entry in range(6, 6 + 16 * int.from_bytes(content[4:6], "little"), 16):
        size, at = (int.from_bytes(content[entry + part : entry + part + 4], "little") for part in (8, 12))
        yield at, size


def _more(content: bytes, end: int) -> bool:
    """Tell whether anything stands behind the end of a picture."""
    return bool(content[end:].strip(PADDING))


WALKS = ((is_png, _png), (is_jpeg, _jpeg), (is_webp, _webp), (is_avif, _avif), (is_gif, _gif), (is_ico, _ico))
