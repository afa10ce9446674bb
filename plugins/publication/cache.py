"""A store of results that can be made again: bytes by the bytes they were made from. Deleting it costs only time."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DIGEST_SIZE = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of results, shared by as many builds as like; made when first written to.

    Each file is the SHA-256 of the result and then the result, so that a damaged one is noticed and made again.
    """

    folder: Path

    def result(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """Return what `make` makes, from the store if it is there; `key` holds all that the result depends on."""
        name = hashlib.sha256(key).hexdigest()
        path = self.folder / name[:2] / name[2:]
        kept = _read(path)
        if kept is not None:
            return kept
        made = make()
        with contextlib.suppress(OSError):  # a disk that is full or read-only: the result is as good
            _write(path, made)
        return made


def _read(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    digest, result = content[:DIGEST_SIZE], content[DIGEST_SIZE:]
    return result if digest == hashlib.sha256(result).digest() else None


def _write(path: Path, result: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(result).digest() + result)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
