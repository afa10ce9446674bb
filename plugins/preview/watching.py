"""Notices what changes on disk, within a few milliseconds, and costs next to nothing while nothing does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, DefaultFilter
from watchfiles._rust_notify import RustNotify

SETTLED = 10  # milliseconds without a further change: an editor writes a file in several steps
LONGEST = 200  # milliseconds, while more and more files change
NEEDS_A_NEW_START = (".py", ".toml")
IS_A_SOURCE = DefaultFilter()  # and neither what an editor keeps beside it nor what Python compiles


class Watch:
    """Watches from the moment it is made, so that no change is lost while the first page is."""

    def __init__(self, *watched: Path) -> None:
        there = [str(path.resolve()) for path in watched if path.exists()]
        self._told = RustNotify(there, False, False, 0, True, False)

    def changes(self) -> Iterator[frozenset[Path]]:
        """Yield the paths that changed, until Ctrl-C."""
        while True:
            told = self._told.watch(LONGEST, SETTLED, 0, None)
            if isinstance(told, str):
                raise KeyboardInterrupt
            if found := frozenset(Path(path) for what, path in told if IS_A_SOURCE(Change(what), path)):
                yield found


def needs_a_new_start(changed: frozenset[Path]) -> bool:
    """Tell whether the program itself has changed."""
    return any(path.suffix in NEEDS_A_NEW_START for path in changed)
