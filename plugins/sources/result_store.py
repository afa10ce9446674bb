"""Stores of results, so that the same work is done once: their interface, one that stores nothing, one in memory.

A result is known by a digest of everything that it was made from, our own code and the libraries included.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Protocol, TypeVar

from .files import names_below
from .parallel import WORTH_A_FORK, in_parallel

T = TypeVar("T")
R = TypeVar("R")

BATCH = 50
BATCHES_WORTH_A_FORK = 40
PLUGINS = Path(__file__).resolve().parent.parent


class ResultStore(Protocol):
    """Gives the results of work: those it has stored, and those it has to compute."""

    def each(
        self, work: Callable[[T], R], items: Sequence[T], key: Callable[[T], bytes], at_least: int = WORTH_A_FORK
    ) -> Iterator[R]:
        """Yield `work` of each item, in order; `key` holds all that a result depends on, and which work it is."""


class NoStore:
    """Stores nothing: every result is computed."""

    def each(
        self, work: Callable[[T], R], items: Sequence[T], key: Callable[[T], bytes], at_least: int = WORTH_A_FORK
    ) -> Iterator[R]:
        """Yield `work` of each item, computed now; the key is not used."""
        del key
        yield from in_parallel(work, items, at_least)


def in_batches(
    store: ResultStore, work: Callable[[T], Iterable[R]], items: Sequence[T], known: bytes, key: Callable[[T], bytes]
) -> Iterator[R]:
    """Yield what `work` yields for each item, in order; `known` and `key` hold all that it depends on.

    For work that takes less than a tenth of a millisecond and yields little: looking up a result would cost as much, so
    those of many items are kept as one.
    """
    found = store.each(
        lambda batch: tuple(chain.from_iterable(map(work, batch))),
        [items[start : start + BATCH] for start in range(0, len(items), BATCH)],
        lambda batch: digest(known, *map(key, batch)),
        BATCHES_WORTH_A_FORK,
    )
    return chain.from_iterable(found)


def digest(*parts: object) -> bytes:
    """Return the SHA-256 of some parts: bytes, or anything whose `repr` says what it holds."""
    shown = [part if isinstance(part, bytes) else repr(part).encode() for part in parts]
    lengths = repr([len(part) for part in shown]).encode()
    return hashlib.sha256(b"".join([lengths, *shown])).digest()


class MemoryStore:
    """Stores results in memory, and forgets those that nobody asked for in the last two rounds."""

    def __init__(self) -> None:
        self._before: dict[bytes, Any] = {}
        self._now: dict[bytes, Any] = {}

    def begin(self) -> None:
        """Begin a round, such as one check of the whole site."""
        self._before, self._now = self._now, {}

    def each(
        self, work: Callable[[T], R], items: Sequence[T], key: Callable[[T], bytes], at_least: int = WORTH_A_FORK
    ) -> Iterator[R]:
        """Yield `work` of each item, in order; without forks, since the preview has threads."""
        del at_least
        for item in items:
            name = key(item)
            if name not in self._now:
                self._now[name] = self._before[name] if name in self._before else work(item)
            yield self._now[name]


@cache
def of_code() -> bytes:
    """Return a digest of our own code and of the versions of the libraries."""
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
