"""What Jinja has compiled, kept for the next build: compiling the theme takes longer than rendering a small site."""

from __future__ import annotations

import marshal
from functools import cached_property
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from sources.result_store import digest, of_code

from .sqlite_store import SqliteStore

Known = dict[str, tuple[str, CodeType]]


class CompiledTemplates(BytecodeCache):
    """Keeps code by template and the checksum of its text; all in one result, which `keep` writes when it has grown.

    `around` is what else the code depends on, such as the settings of Jinja. What forks compile is lost.
    """

    def __init__(self, cache: SqliteStore, *around: object) -> None:
        self._cache, self._around = cache, around
        self._grown = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose text is still the same."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember the code of a template."""
        if bucket.code:
            self._known[bucket.key] = (bucket.checksum, bucket.code)
            self._grown = True

    def keep(self) -> None:
        """Write what is new for the next build."""
        if self._grown:
            self._cache.keep(self._key, marshal.dumps(self._known))
            self._grown = False

    @cached_property
    def _key(self) -> bytes:
        return digest("templates", of_code(), *self._around)

    @cached_property
    def _known(self) -> Known:
        kept = self._cache.found([self._key]).get(self._key)
        known: Known = marshal.loads(kept) if kept else {}
        return known
