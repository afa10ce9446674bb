"""Locks the folder that `make publish` made while it is uploaded, and proves that it is as it was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from releasing import manifest
from releasing.lock import building
from releasing.manifest import MARKER
from sources.problems import command

from .programs import trouble

MOST_NAMED = 3  # files in a message


@contextmanager
def published(folder: Path) -> Iterator[manifest.Sums]:
    """Hold the folder's lock and give the sums of its files; raise ProblemsFound unless it is just as published."""
    if not (folder / MARKER).is_file():
        raise trouble(folder.name, f"no site was published there (there is no {MARKER}). First: {command('publish')}")
    with building(folder.resolve()):
        expected = manifest.read(folder)
        changes = manifest.difference(expected, manifest.sums(folder))
        links = sorted(name for name, file in manifest.files_below(folder) if file.is_symlink())
        names = [*changes.changed, *changes.missing, *changes.added, *links]
        if names:
            raise trouble(folder.name, f"it is not as it was published ({named(names)}). First: {command('publish')}")
        yield expected


def named(files: Sequence[str]) -> str:
    """Return the first of some files, as a message names them."""
    return ", ".join(files[:MOST_NAMED]) + (", ..." if len(files) > MOST_NAMED else "")
