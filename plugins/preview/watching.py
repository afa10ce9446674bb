"""Watches the disk for changes, and reports them within a few milliseconds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from watchfiles import Change, DefaultFilter
from watchfiles._rust_notify import RustNotify

SETTLED = 10  # milliseconds without a further change: an editor writes a file in several steps
LONGEST = 200  # milliseconds, while more and more files change
LOOKED_FOR = 1000  # milliseconds after which a folder is noticed that went away or came back as another one
NEEDS_A_NEW_START = (".py", ".toml")
IS_A_SOURCE = DefaultFilter()  # and neither what an editor keeps beside it nor what Python compiles


class Watch:
    """Watches from the moment it is made, so that no change is lost while the first page is.

    This is why it is not the `watch()` of watchfiles, which begins when the first change is waited for.
    """

    def __init__(self, *watched: Path) -> None:
        self._watched = [path.resolve() for path in watched]
        self._begin()

    def changes(self) -> Iterator[frozenset[Path]]:
        """Yield the paths that changed, until Ctrl-C.

        The system watches a folder wherever it is moved, and not another one that takes its name; nor does it tell of
        files that were put into a new folder before it watched that too. So it is asked anew after either.
        """
        while True:
            told = self._told.watch(LONGEST, SETTLED, LOOKED_FOR, None)
            if told == "signal":
                raise KeyboardInterrupt
            named = told if isinstance(told, set) else ()
            found = {Path(path) for what, path in named if IS_A_SOURCE(Change(what), path)}
            others = {path for path in self._watched if _identity(path) != self._known.get(path)}
            if others or any(path.is_dir() for path in found):
                self._begin()
            if found or others:
                yield frozenset(found | others)

    def _begin(self) -> None:
        while True:
            self._known = {path: _identity(path) for path in self._watched}
            there = [str(path) for path, identity in self._known.items() if identity]
            with suppress(FileNotFoundError):  # one went away just now
                self._told = RustNotify(there, False, False, 0, True, True)
                return


def needs_a_new_start(changed: frozenset[Path]) -> bool:
    """Tell whether the program itself has changed."""
    return any(path.suffix in NEEDS_A_NEW_START for path in changed)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a folder from another one that has its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
