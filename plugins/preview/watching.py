"""Notices what changes on disk, within a few milliseconds, and costs nothing while nothing does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from watchfiles import DefaultFilter, watch

SETTLED = 15  # milliseconds without a further change: an editor writes a file in several steps
LONGEST = 200  # milliseconds, while more and more files change
NEEDS_A_NEW_START = (".py", ".toml")


def changes(*watched: Path) -> Iterator[frozenset[Path]]:
    """Yield the paths that changed, until Ctrl-C."""
    there = [path for path in watched if path.exists()]
    for found in watch(*there, step=SETTLED, debounce=LONGEST, watch_filter=DefaultFilter(), raise_interrupt=True):
        yield frozenset(Path(path) for _, path in found)


def needs_a_new_start(changed: frozenset[Path]) -> bool:
    """Tell whether the program itself has changed."""
    return any(path.suffix in NEEDS_A_NEW_START for path in changed)
