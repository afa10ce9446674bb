"""Which code makes the results: its own text and the versions of the libraries; of another, nothing kept is used."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from sources.kept import digest

PLUGINS = Path(__file__).resolve().parent.parent
LIBRARIES = ("brotli", "jinja2", "markdown", "pelican", "pydantic", "pyyaml", "selectolax")


@cache
def of_code() -> bytes:
    """Return what tells our own code and the libraries from other versions of them."""
    return digest(sys.version, [version(library) for library in LIBRARIES], *files_below(PLUGINS, "*.py"))


def files_below(folder: Path, pattern: str = "*") -> Iterator[object]:
    """Yield the name and the content of every file below a folder, by path."""
    for path in sorted(path for path in folder.rglob(pattern) if path.is_file()):
        yield path.relative_to(folder).as_posix()
        yield path.read_bytes()
