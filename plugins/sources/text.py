"""Bytes on disk become clean text, or a problem that says which byte is not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from .problems import Place, Problem, ProblemsFound, refusal

# Controls, hidden spaces, hyphens and line ends break names and addresses unseen; direction marks and overrides make
# text read other than it is (Unicode TR 36). The joiners U+200C and U+200D stay: some scripts are not written right
# without them.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]"
)
# What comes with pasted text and is meant as what is put in its place: the signs of Windows-1252 that were taken for
# controls, such as U+0092 for an apostrophe; narrow and wide spaces; hyphens, spaces and marks that nobody sees.
PASTED = {number: sign for number in range(0x80, 0xA0) if (sign := bytes([number]).decode("cp1252", "ignore"))}
PASTED |= dict.fromkeys([*range(0x2000, 0x200B), 0x205F], " ") | dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"), "")
OTHER_FORMATS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF-")  # new and old Office, RTF, PDF
NOT_PLAIN = "this is not plain text but a file of a word processor. Save it again as plain text (UTF-8)."
MEGABYTES = 10_000_000  # from where on sizes are told in them
UNREADABLE = "this cannot be read: permission is missing."
MARK_OF_GIT = re.compile(r"^(<{7}|>{7})( |$)", re.MULTILINE)
TWO_VERSIONS = "a mark of git: two versions stand here. Keep one, and delete the lines <<<<<<<, ======= and >>>>>>>."


def read_text(path: Path, file: str, limit: int | None = None) -> str:
    """Return the text of a UTF-8 file with line ends made one; a leading byte order mark is dropped.

    `file` is the name that problems show, `limit` the most bytes it may have. Raises ProblemsFound when the file is
    larger, not UTF-8, or holds characters that nobody can see.
    """
    if limit is not None and path.stat().st_size > limit:
        raise refusal(Place(file), too_large(path.stat().st_size, limit))
    try:
        content = path.read_bytes()
    except PermissionError:
        raise refusal(file, UNREADABLE) from None
    if content.startswith(OTHER_FORMATS):
        raise refusal(Place(file), NOT_PLAIN)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = position(content[: error.start].decode("utf-8", "replace"))
        message = "this file is not UTF-8 text. Save it again with the encoding UTF-8."
        raise refusal(Place(file, line, column), message) from None
    text = cleaned(text.replace("\r\n", "\n").replace("\r", "\n"))
    problems = list(_unseen_problems(text, file))
    if problems:
        raise ProblemsFound(problems)
    return text


def cleaned(text: str) -> str:
    """Return a text with what was meant in the place of signs that come with pasted text."""
    return text if text.isascii() else text.translate(PASTED)


def unseen(character: str) -> str:
    """Return what staff read about a character that cannot be seen: its name, if it has one, and number."""
    name = unicodedata.name(character, "").lower()
    return f"a character that cannot be seen ({f'{name}, ' if name else ''}U+{ord(character):04X})."


def _unseen_problems(text: str, file: str) -> Iterator[Problem]:
    lines = text.split("\n") if FORBIDDEN.search(text) else []
    for number, line in enumerate(lines, start=1):
        for found in FORBIDDEN.finditer(line):
            message = f"{unseen(found[0])} Delete it; it often comes with pasted text."
            yield Problem(Place(file, number, found.start() + 1), message)
    if conflict := MARK_OF_GIT.search(text):
        yield Problem(Place(file, *position(text[: conflict.start()])), TWO_VERSIONS)


def too_large(size: int, limit: int) -> str:
    """Return what staff read about a file of more bytes than it may have."""
    if limit >= MEGABYTES:
        return f"expected at most {limit // 1_000_000} MB, found {size / 1_000_000:.1f} MB. Make it smaller."
    return f"expected at most {limit // 1000} kB, found {size // 1000} kB. Make it smaller."


def position(before: str) -> tuple[int, int]:
    """Return line and column, from 1, of the character that follows `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def in_one_case(text: str) -> str:
    """Return the text, letter by letter, in a case in which those are the same that `re.IGNORECASE` takes for that."""
    return text.replace("\u0130", "I").upper().casefold()  # else the dotted capital would become two signs


def letters(text: str) -> Iterator[str]:
    """Yield the letters and digits of a text, in one case and without accents, whatever stands between them."""
    return (sign for sign in unicodedata.normalize("NFKD", text).casefold() if sign.isalnum())
