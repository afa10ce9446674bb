"""Results of work on single pages: made anew, or kept from an earlier time by whoever can."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol, TypeVar

from .cores import WORTH_A_FORK, on_all_cores

T = TypeVar("T")
R = TypeVar("R")

BATCH = 50
BATCHES_WORTH_A_FORK = 40


class Kept(Protocol):
    """Whoever gives the results of work, by making them or from memory."""

    def each(
        self, work: Callable[[T], R], items: Sequence[T], key: Callable[[T], bytes], at_least: int = WORTH_A_FORK
    ) -> Iterator[R]:
        """Yield `work` of each item, in order; `key` holds all that a result depends on, and which work it is."""


class Fresh:
    """Keeps nothing."""

    def each(
        self, work: Callable[[T], R], items: Sequence[T], key: Callable[[T], bytes], at_least: int = WORTH_A_FORK
    ) -> Iterator[R]:
        """Yield `work` of each item, made now; nobody asks for the key."""
        del key
        yield from on_all_cores(work, items, at_least)


def in_batches(
    kept: Kept, work: Callable[[T], Iterable[R]], items: Sequence[T], known: bytes, key: Callable[[T], bytes]
) -> Iterator[R]:
    """Yield what `work` yields for each item, in order; `known` and `key` hold all that it depends on.

    For work that takes less than a tenth of a millisecond and yields little: looking up a result would cost as much, so
    those of many items are kept as one.
    """
    found = kept.each(
        lambda batch: tuple(chain.from_iterable(map(work, batch))),
        [items[start : start + BATCH] for start in range(0, len(items), BATCH)],
        lambda batch: digest(known, *map(key, batch)),
        BATCHES_WORTH_A_FORK,
    )
    return chain.from_iterable(found)


def digest(*parts: object) -> bytes:
    """Return what tells these parts, bytes or anything with a telling `repr`, from all others."""
    shown = [part if isinstance(part, bytes) else repr(part).encode() for part in parts]
    lengths = repr([len(part) for part in shown]).encode()
    return hashlib.sha256(b"".join([lengths, *shown])).digest()
