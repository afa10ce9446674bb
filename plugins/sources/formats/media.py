"""Sound and films: how each is known, and whether it tells where it was made; and calendars, by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

is_mp4 = re.compile(rb".{4}ftyp(?!hei[cx]|mif1|avi[fs]|qt  )", re.DOTALL).match  # ISO/IEC 14496-12, 4.3
is_webm = re.compile(rb"\x1a\x45\xdf\xa3").match  # EBML (RFC 8794, 11.2.1)
is_mp3 = re.compile(rb"ID3|\xff[\xe2-\xe7\xf2-\xf7\xfa\xfb]").match
# What phones write into the box of what is in a film, beside the film itself.
WHERE = re.compile(rb"\xa9xyz|loci|com\.apple\.quicktime\.location")
TELLS_WHERE = (
    "this film tells where it was made. Save it again without that: phones ask for it under the options of sharing."
)
SMALLEST = 8  # bytes of a box, which holds at least its own size and kind
FOLDED = re.compile(r"\r?\n[ \t]")  # RFC 5545, 3.1
FOR_PROGRAMS = re.compile(r"(?:UID|PRODID|DTSTAMP|RELATED-TO|X-[\w-]+)[;:].*")


def film_complaints(content: bytes) -> Iterator[str]:
    """Yield what in a film or a sound must not be published."""
    if any(WHERE.search(content, start, end) for start, end in _about(content)):
        yield TELLS_WHERE


def _about(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the boxes stand that tell about an MP4."""
    at = 0
    while at + 16 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(content[at + 8 : at + 16], "big")
        end = at + size if size >= SMALLEST else len(content)
        if kind in (b"moov", b"udta", b"meta", b"uuid"):
            yield at, end
        at = end


def calendar_words(content: bytes) -> str:
    """Return what a calendar (iCalendar) says, each of its lines whole, without what only programs read."""
    text = FOLDED.sub("", content.decode("utf-8-sig", "replace"))
    lines = (line for line in text.splitlines() if not FOR_PROGRAMS.fullmatch(line))
    return "\n".join(lines).replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
