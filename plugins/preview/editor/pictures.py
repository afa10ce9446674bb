"""The pictures of `content/images`, as the editor's media library takes them, and what people say of a new one."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from sources.file_names import is_left_behind
from sources.files import PICTURES
from sources.formats.picture_files import small
from sources.formats.raster import NoPicture, is_raster
from sources.records.data_file import plain
from sources.yaml.edit import edited
from sources.yaml.write import field
from subjects import forms

FOLDER, EXTRA = "images", "extra"  # EXTRA holds documents


def picture(path: str, content: Path) -> dict[str, Any]:
    """Return one picture, by its path below `content`: of a photograph, what is enough to recognize it."""
    found = (content / path).read_bytes()
    return {
        "id": sha256(found).hexdigest(),
        "content": b64encode(_shown(path, found) if is_raster(path) else found).decode(),
        "encoding": "base64",
        "path": f"{content.name}/{path}",
        "name": Path(path).name,
    }


@lru_cache(maxsize=256)
def _shown(path: str, found: bytes) -> bytes:
    try:
        return small(found, path)
    except NoPicture:
        return found


def pictures(content: Path) -> list[dict[str, Any]]:
    """Return all of them, and the documents."""
    found = [path for folder in (FOLDER, EXTRA) for path in sorted((content / folder).glob("*"))]
    there = [path for path in found if path.is_file() and not (path.is_symlink() or is_left_behind(path.name))]
    shown = [path for path in there if path.parent.name == EXTRA or path.suffix.casefold() in PICTURES]
    return [picture(f"{path.parent.name}/{path.name}", content) for path in shown]


def decoded(asset: dict[str, Any]) -> bytes | None:
    """Return the bytes of a picture that was sent, or None where there are none."""
    try:
        return b64decode(asset["content"], validate=True) if asset.get("encoding") == "base64" else None
    except (KeyError, TypeError, ValueError, NotBase64):
        return None


def data_with(path: str, said: Mapping[str, str], content: Path) -> dict[str, bytes]:
    """Return the data files that say of a picture what somebody said while uploading it, by their paths."""
    files = {}
    for file, form in forms().values():
        if form.of_picture and not (content / file.path).is_file():
            fields = form.of_picture({}, path, said)
            files[file.path] = "".join(f"{field(name, value, 0)}\n" for name, value in fields.items()).encode()
        elif form.of_picture:
            wanted = form.of_picture(plain(file.nodes(content)), path, said)
            files[file.path] = edited((content / file.path).read_bytes().decode(), wanted).encode()
    return files
