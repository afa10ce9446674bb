"""Results of work on single pages: made anew, or kept from an earlier time by whoever can."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from .cores import WORTH_A_FORK, on_all_cores

T = TypeVar("T")
R = TypeVar("R")


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


def digest(*parts: object) -> bytes:
    """Return what tells these parts, bytes or anything with a telling `repr`, from all others."""
    whole = hashlib.sha256()
    for part in parts:
        shown = part if isinstance(part, bytes) else repr(part).encode()
        whole.update(len(shown).to_bytes(8, "big") + shown)
    return whole.digest()
