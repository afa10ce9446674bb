"""Results kept in this process, as long as the preview runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from sources.cores import WORTH_A_FORK

T = TypeVar("T")
R = TypeVar("R")


class Memory:
    """Gives the results of work from memory, and forgets those that nobody asked for in the last two rounds."""

    def __init__(self) -> None:
        self._before: dict[bytes, Any] = {}
        self._now: dict[bytes, Any] = {}

    def begin(self) -> None:
        """Begin a round, such as one check of the whole site."""
        self._before, self._now = self._now, {}

    def each(
        self, work: Callable[[T], R], items: Sequence[T], key: Callable[[T], bytes], at_least: int = WORTH_A_FORK
    ) -> Iterator[R]:
        """Yield `work` of each item, in order; see `Kept`. The preview has threads and therefore makes no forks."""
        del at_least
        for item in items:
            name = key(item)
            if name not in self._now:
                self._now[name] = self._before[name] if name in self._before else work(item)
            yield self._now[name]
