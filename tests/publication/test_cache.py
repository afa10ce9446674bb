"""Results that are kept: never another one than was made, whatever happens to the files."""

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from publication.cache import Cache


@pytest.fixture
def cache(tmp_path) -> Cache:
    return Cache(tmp_path / "cache")


def never() -> bytes:
    raise AssertionError("the result was not kept")


def kept_file(cache: Cache) -> Path:
    (path,) = (path for path in cache.folder.rglob("*") if path.is_file())
    return path


@pytest.mark.parametrize("result", [b"", b"x", b"x" * 100_000])
def test_a_result_is_made_once(cache, result):
    assert result == cache.result(b"key", lambda: result)
    assert result == cache.result(b"key", never)


def test_another_key_is_another_result(cache):
    cache.result(b"key", lambda: b"one")

    assert b"two" == cache.result(b"kez", lambda: b"two")


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:10],
        lambda content: content[:-1],
        lambda content: content + b"x",
        lambda content: content[:-1] + b"?",
        lambda content: bytes(len(content)),
    ],
)
def test_a_damaged_result_is_made_again_and_mended(cache, damage):
    cache.result(b"key", lambda: b"result")
    path = kept_file(cache)
    path.write_bytes(damage(path.read_bytes()))

    assert b"result" == cache.result(b"key", lambda: b"result")
    assert b"result" == cache.result(b"key", never)


def test_what_cannot_be_kept_is_given_all_the_same(tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")

    assert b"result" == Cache(tmp_path / "cache").result(b"key", lambda: b"result")


def test_a_result_that_cannot_be_made_leaves_nothing(cache):
    with pytest.raises(ZeroDivisionError):
        cache.result(b"key", lambda: bytes(1 // 0))
    assert b"result" == cache.result(b"key", lambda: b"result")


def test_builds_that_keep_the_same_results_at_once_all_get_them(tmp_path):
    code = f"""
from pathlib import Path
from publication.cache import Cache
cache = Cache(Path({str(tmp_path)!r}))
for number in range(300):
    key = str(number).encode()
    assert cache.result(key, lambda: key * 1000) == key * 1000
"""
    builds = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env={"PYTHONPATH": "plugins"}) for _ in range(4)]

    assert [0, 0, 0, 0] == [build.wait() for build in builds]
    assert 300 == sum(path.is_file() for path in tmp_path.rglob("*"))
