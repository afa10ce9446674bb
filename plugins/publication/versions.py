"""Which code makes the results: its own text and the versions of the libraries; of another, nothing kept is used."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sources.files import names_below
from sources.kept import digest

PLUGINS = Path(__file__).resolve().parent.parent


@cache
def of_code() -> bytes:
    """Return what tells our own code and the libraries from other versions of them."""
    return digest(sys.version, list(_installed()), *files_below(PLUGINS, ".py"))


def _installed() -> Iterator[list[str]]:
    """Yield name and version of all packages that can be imported (the folders' names: PEP 376, PEP 427)."""
    for folder in filter(os.path.isdir, sys.path):
        yield sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))


def files_below(folder: Path, ending: str = "") -> Iterator[object]:
    """Yield the name and the content of every file below a folder, by path."""
    for name in names_below(folder):
        if name.endswith(ending):
            yield name
            with open(f"{folder}/{name}", "rb") as file:
                yield file.read()
