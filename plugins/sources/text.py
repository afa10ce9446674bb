"""Bytes on disk become clean text, or a problem that says which byte is not."""

from __future__ import annotations

import re
from pathlib import Path

from .problems import Place, Problem, ProblemsFound

# Control characters do not print, and bidirectional overrides (Unicode TR 36) make text read other than it is.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")

MARK_OF_GIT = re.compile(r"^(<{7}|>{7})( |$)", re.MULTILINE)
TWO_VERSIONS = "a mark of git: two versions stand here. Keep one, and delete the lines <<<<<<<, ======= and >>>>>>>."


def read_text(path: Path, file: str, limit: int | None = None) -> str:
    """Return the text of a UTF-8 file with line ends made one; a leading byte order mark is dropped.

    `file` is the name that problems show, `limit` the most bytes it may have. Raises ProblemsFound when the file is
    larger, not UTF-8, or holds characters that nobody can see.
    """
    if limit is not None and path.stat().st_size > limit:
        raise ProblemsFound([Problem(Place(file), too_large(path.stat().st_size, limit))])
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = position(content[: error.start].decode("utf-8", "replace"))
        message = "this file is not UTF-8 text. Save it again with the encoding UTF-8."
        raise ProblemsFound([Problem(Place(file, line, column), message)]) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = [
        Problem(
            Place(file, *position(text[: found.start()])),
            f"{unseen(found[0])} Delete it; it often comes with pasted text.",
        )
        for found in FORBIDDEN.finditer(text)
    ]
    problems.extend(
        Problem(Place(file, *position(text[: found.start()])), TWO_VERSIONS) for found in MARK_OF_GIT.finditer(text)
    )
    if problems:
        raise ProblemsFound(problems)
    return text


def unseen(character: str) -> str:
    """Return what staff read about a character that cannot be seen."""
    return f"a character that cannot be seen (U+{ord(character):04X})."


def too_large(size: int, limit: int) -> str:
    """Return what staff read about a file of more bytes than it may have."""
    return f"expected at most {limit // 1000} kB, found {size // 1000} kB. Make it smaller."


def position(before: str) -> tuple[int, int]:
    """Return line and column, from 1, of the character that follows `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
