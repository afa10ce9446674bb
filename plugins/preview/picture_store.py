"""What takes long to make of pictures, kept between previews and shared with builds."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from building.pictures import Owners, key, picture_files
from building.sqlite_store import SqliteStore
from sources.problems import Problem

T = TypeVar("T")
R = TypeVar("R")


class PictureStore:
    """The store of the builds, for a process with threads: a connection for each question, and no forks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def each(
        self, work: Callable[[T], R], items: Sequence[T], key: Callable[[T], bytes], at_least: int = 0
    ) -> Iterator[R]:
        """Yield `work` of each item, in order, stored or computed; see `ResultStore`."""
        del at_least
        return SqliteStore(self._folder).each(work, items, key, sys.maxsize)

    def file(self, name: str, owners: Owners, content: Path) -> tuple[bytes | None, tuple[Problem, ...]]:
        """Return a file of a picture, made when it is first asked for, and what is wrong with the picture."""
        found = next(self.each(lambda one: picture_files(content, *one), [owners[name]], lambda one: key(*one)))
        return found.content.get(name), found.problems
