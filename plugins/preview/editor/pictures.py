"""The pictures of `content/images`, as the editor's media library takes them."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from hashlib import sha256
from pathlib import Path
from typing import Any

from sources.file_names import is_left_behind
from sources.files import PICTURES

FOLDER = "images"


def picture(path: str, content: Path) -> dict[str, Any]:
    """Return one picture, by its path below `content`."""
    found = (content / path).read_bytes()
    return {
        "id": sha256(found).hexdigest(),
        "content": b64encode(found).decode(),
        "encoding": "base64",
        "path": f"{content.name}/{path}",
        "name": Path(path).name,
    }


def pictures(content: Path) -> list[dict[str, Any]]:
    """Return all of them."""
    found = sorted((content / FOLDER).glob("*"))
    there = [path for path in found if path.is_file() and not (path.is_symlink() or is_left_behind(path.name))]
    shown = [path for path in there if path.suffix.casefold() in PICTURES]
    return [picture(f"{FOLDER}/{path.name}", content) for path in shown]


def decoded(asset: dict[str, Any]) -> bytes | None:
    """Return the bytes of a picture that was sent, or None where there are none."""
    try:
        return b64decode(asset["content"], validate=True) if asset.get("encoding") == "base64" else None
    except (KeyError, TypeError, ValueError, NotBase64):
        return None
