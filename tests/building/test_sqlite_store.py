"""Results that are kept: never another one than was made, whatever happens to the store."""

import sqlite3
import subprocess
import sys

import pytest

from building.sqlite_store import FILE, SqliteStore
from conftest import ROOT
from programs import environment


@pytest.fixture
def cache(tmp_path) -> SqliteStore:
    return SqliteStore(tmp_path / "cache")


def results(cache: SqliteStore, items: list, work) -> list:
    """Return what the store gives for work that depends on nothing but the item."""
    return list(cache.each(work, items, lambda item: repr(item).encode()))


def never(item: object) -> bytes:
    raise AssertionError(f"the result of {item} was not kept")


def change(cache: SqliteStore, statement: str) -> None:
    with sqlite3.connect(cache.folder / FILE) as database:
        database.execute(statement)


@pytest.mark.parametrize("result", [b"", None, ("x", 1), "x" * 100_000])
def test_a_result_is_made_once_even_when_it_is_nothing(cache, result):
    assert [result] == results(cache, ["key"], lambda _: result)
    assert [result] == results(SqliteStore(cache.folder), ["key"], never)


def test_only_what_is_not_there_is_made_and_all_come_in_order(cache):
    results(cache, [1, 3], lambda item: item * 10)

    made = []
    assert [0, 10, 20, 30] == results(cache, [0, 1, 2, 3], lambda item: made.append(item) or item * 10)
    assert [0, 2] == made


def test_more_than_are_asked_for_at_once_all_come_in_order(cache):
    numbers = list(range(4_100))

    assert [number + 1 for number in numbers] == results(cache, numbers, lambda number: number + 1)
    assert [number + 1 for number in numbers] == results(cache, numbers, never)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE kept SET result = x''",
        "UPDATE kept SET result = substr(result, 1, 5)",
        "UPDATE kept SET result = result || x'00'",
        "UPDATE kept SET sum = x'00'",
        "DELETE FROM kept",
    ],
)
def test_a_damaged_result_is_made_again_and_mended(cache, damage):
    results(cache, ["key"], lambda _: b"result")
    change(cache, damage)

    assert [b"result"] == results(SqliteStore(cache.folder), ["key"], lambda _: b"result")
    assert [b"result"] == results(SqliteStore(cache.folder), ["key"], never)


@pytest.mark.parametrize("content", [b"no database" * 500, b""])
def test_a_store_that_is_none_is_made_anew(cache, content):
    cache.folder.mkdir()
    (cache.folder / FILE).write_bytes(content)

    assert [b"result"] == results(cache, ["key"], lambda _: b"result")
    results(SqliteStore(cache.folder), ["key"], lambda _: b"result")
    assert [b"result"] == results(SqliteStore(cache.folder), ["key"], never)


def test_what_cannot_be_kept_is_given_all_the_same(tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")

    assert [b"result"] == results(SqliteStore(tmp_path / "cache"), ["key"], lambda _: b"result")


def test_a_result_that_cannot_be_made_leaves_nothing(cache):
    with pytest.raises(ZeroDivisionError):
        results(cache, [0], lambda item: 1 // item)
    assert [b"result"] == results(cache, [0], lambda _: b"result")


def test_a_result_that_nobody_used_for_a_month_goes(cache):
    results(cache, ["old", "used"], str)
    change(cache, "UPDATE kept SET day = day - 40")
    results(SqliteStore(cache.folder), ["used"], never)

    results(SqliteStore(cache.folder), ["new"], str)

    with sqlite3.connect(cache.folder / FILE) as database:
        assert {(b"'used'",), (b"'new'",)} == set(database.execute("SELECT key FROM kept"))


def test_builds_that_keep_the_same_results_at_once_all_get_them(tmp_path):
    code = f"""
from pathlib import Path
from building.sqlite_store import SqliteStore
for start in range(0, 300, 50):
    cache = SqliteStore(Path({str(tmp_path)!r}))
    numbers = range(start, start + 50)
    assert [number * 1000 for number in numbers] == list(
        cache.each(lambda number: number * 1000, numbers, lambda number: str(number).encode())
    )
"""
    builds = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=environment()) for _ in range(4)]

    assert [0, 0, 0, 0] == [build.wait() for build in builds]
