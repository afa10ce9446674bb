"""A change of files in `content/` that is checked as a whole before the first byte of it is written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from .check import check


def put(content: Path, theme: Path, files: Mapping[str, bytes]) -> None:
    """Write files, by their path below `content`, if everything fits together then; raise ProblemsFound if not.

    Each file is replaced in one step, so that nobody ever reads half of one.
    """
    with TemporaryDirectory() as folder:
        proposed = Path(folder) / content.name
        shutil.copytree(content, proposed, symlinks=True)
        for name, written in files.items():
            (proposed / name).write_bytes(written)
        check(proposed, theme, production=True)
    for name, written in files.items():
        _replace(content / name, written, beside=content.parent)


def difference(before: bytes, after: bytes, file: str) -> str:
    """Return what changes in a file, as `diff -u` shows it; empty if nothing does."""
    old, new = (text.decode("utf-8", "replace").splitlines() for text in (before, after))
    return "\n".join(unified_diff(old, new, file, f"{file} (new)", lineterm=""))


def _replace(path: Path, content: bytes, beside: Path) -> None:
    with NamedTemporaryFile(dir=beside, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            shutil.copymode(path, file.name)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
