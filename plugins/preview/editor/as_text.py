"""A file as text, where no form can show it since it cannot be read: mended in the editor, and checked as a whole."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from saving.save import held_in
from sources.text import cleaned

from .allowed_paths import existing_path, known_path
from .entry_saves import TwoVersions, put, seen
from .merging import Conflict

WHOLE_FILE = "the whole file"
Params = Mapping[str, Any]


def shown(params: Params, content: Path) -> dict[str, str]:
    """Return the text of a file, and by which sum the next save tells that it is still that."""
    held = held_in(content / existing_path(params["path"], content))
    return {"text": _text(held or b""), "over": seen(held)}


def save(params: Params, content: Path, theme: Path) -> dict[str, str]:
    """Write a file as it was typed; raise TwoVersions where it holds something else by now, Refused if anything in it
    is still wrong.
    """
    path, text = known_path(params["path"], content), str(params["text"])
    held = held_in(content / path)
    if params["over"] != seen(held):
        both = [Conflict((WHOLE_FILE,), _text(held or b""), text)]
        raise TwoVersions(f"{content.name}/{path}", both, seen(held), gone=held is None)
    put({path: _bytes(text, held or b"")}, content, theme, {path: held}, mended=path)
    return {"message": "saved"}


def _text(held: bytes) -> str:
    """Return what a file says; one that is not in UTF-8 as Windows wrote it, so that nothing of it is lost."""
    try:
        text = held.decode("utf-16" if held.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError:
        text = cleaned(held.decode("latin-1"))
    return text.replace("\r\n", "\n")


def _bytes(text: str, held: bytes) -> bytes:
    """Return a text in bytes, with the line ends and the mark at the start that the file has."""
    mark = BOM_UTF8 if held.startswith(BOM_UTF8) else b""
    return mark + text.replace("\r\n", "\n").replace("\n", "\r\n" if b"\r\n" in held else "\n").encode()
