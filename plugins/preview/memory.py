"""Results kept in this process, as long as the preview runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import CodeType
from typing import Any, TypeVar

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

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


class CompiledTemplates(BytecodeCache):
    """Keeps what Jinja has compiled, since Pelican makes new environments for every build."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose text is still the same."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.code:
            self._known[bucket.key] = (bucket.checksum, bucket.code)
