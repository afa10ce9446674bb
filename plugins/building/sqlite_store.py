"""A store of results in an SQLite database, each by a digest of what it was made from; may be deleted."""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sources.parallel import WORTH_A_FORK, in_parallel

T = TypeVar("T")
R = TypeVar("R")

FILE = "results.sqlite"
TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, day INTEGER, sum BLOB, result BLOB)"
BY_DAY = "CREATE INDEX IF NOT EXISTS by_day ON kept (day)"  # so that deleting old results costs nothing
AT_ONCE = 1_000  # items looked up, made and yielded before the next: what bounds the memory
ASKED_AT_ONCE = 500  # of them in one question to the database
DAYS_KEPT = 30  # after the last use
NOT_KEPT = object()


class Packed(NamedTuple):
    """A result as it is stored."""

    sum: bytes
    content: bytes


class SqliteStore:
    """Results in a database in `folder`, shared by as many builds as like, and made when first written to.

    A result is a pickle with its BLAKE2 sum, so that a damaged one is noticed and made again. Whoever may write to the
    folder could put code into it: it belongs to whom the project belongs to.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._today = date.today().toordinal()

    def each(
        self, work: Callable[[T], R], items: Sequence[T], key: Callable[[T], bytes], at_least: int = WORTH_A_FORK
    ) -> Iterator[R]:
        """Yield `work` of each item, in order, stored or computed; see `ResultStore`."""
        for start in range(0, len(items), AT_ONCE):
            some = items[start : start + AT_ONCE]
            keys = [key(item) for item in some]
            kept = self.found(keys)
            missing = [number for number, name in enumerate(keys) if name not in kept]
            packed = in_parallel(lambda item: _packed(work(item)), [some[number] for number in missing], at_least)
            self._write({keys[number]: result for number, result in zip(missing, packed, strict=True)})
            new = {number: pickle.loads(result.content) for number, result in zip(missing, packed, strict=True)}
            yield from (new[number] if number in new else kept[name] for number, name in enumerate(keys))

    def found(self, keys: Sequence[bytes]) -> dict[bytes, Any]:
        """Return the results that are stored under these keys."""
        found: dict[bytes, Any] = {}
        used: list[bytes] = []
        with self._harmless():
            for start in range(0, len(keys), ASKED_AT_ONCE):
                some = keys[start : start + ASKED_AT_ONCE]
                marks = ",".join("?" * len(some))
                asked = f"SELECT key, day, sum, result FROM kept WHERE key IN ({marks})"
                for key, day, total, packed in self._database.execute(asked, some):
                    if total == _sum(packed) and (result := _unpacked(packed)) is not NOT_KEPT:
                        found[key] = result
                        used.extend([key] if day != self._today else [])
            if used:
                with self._database:
                    self._database.executemany(
                        "UPDATE kept SET day = ? WHERE key = ?", ((self._today, key) for key in used)
                    )
        return found

    def _write(self, results: Mapping[bytes, Packed]) -> None:
        """Write results, and delete what nobody has used for long."""
        if not results:
            return
        with self._harmless(), self._database:
            rows = ((key, self._today, result.sum, result.content) for key, result in results.items())
            self._database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
            self._database.execute("DELETE FROM kept WHERE day < ?", (self._today - DAYS_KEPT,))

    @cached_property
    def _database(self) -> sqlite3.Connection:
        self.folder.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self.folder / FILE, timeout=10)
        try:
            database.execute("PRAGMA page_size = 32768")  # one for most results, which is written faster
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = OFF")  # what is lost is made again
            database.execute(TABLE)
            database.execute(BY_DAY)
        except sqlite3.Error:
            database.close()  # Windows deletes no file that is open
            raise
        return database

    @contextlib.contextmanager
    def _harmless(self) -> Iterator[None]:
        """Go on without what cannot be read or written; delete a database that is broken."""
        try:
            yield
        except (OSError, sqlite3.OperationalError):
            pass  # a full or read-only disk, or a file where the folder should be: results are made all the same
        except sqlite3.DatabaseError:
            if database := self.__dict__.pop("_database", None):
                database.close()
            for path in self.folder.glob(f"{FILE}*"):
                with contextlib.suppress(OSError):  # another build may have it open
                    path.unlink()


class ThreadedStore(SqliteStore):
    """The same store for a process with threads: a connection for each question, and no forks."""

    def each(
        self, work: Callable[[T], R], items: Sequence[T], key: Callable[[T], bytes], at_least: int = 0
    ) -> Iterator[R]:
        """Yield `work` of each item, in order, stored or computed; see `ResultStore`."""
        del at_least
        return SqliteStore(self.folder).each(work, items, key, sys.maxsize)


def _sum(packed: bytes) -> bytes:
    return hashlib.blake2b(packed, digest_size=16).digest()


def _packed(result: Any) -> Packed:
    """Return a result as it is stored; what forks make is packed by them."""
    content = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
    return Packed(_sum(content), content)


def _unpacked(packed: bytes) -> Any:
    try:
        return pickle.loads(packed)
    except Exception:  # noqa: BLE001 (whatever is wrong with it, it is made again)
        return NOT_KEPT
