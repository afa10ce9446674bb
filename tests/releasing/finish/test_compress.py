"""Compressed siblings: the same content, always the same bytes, and only where they are smaller."""

import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building.sqlite_store import SqliteStore
from releasing import manifest
from releasing.finish.compress import WAYS, add_siblings, by_brotli, by_gzip

PAGE = "<p>the same again and again</p>\n" * 50


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    (folder / "about").mkdir(parents=True)
    for name in ("index.html", "about/index.html", "map.svg", "data.json"):
        (folder / name).write_text(PAGE)
    (folder / "photo.jpg").write_text(PAGE)
    (folder / "robots.txt").write_text("x")
    return folder


@pytest.fixture
def cache(tmp_path) -> SqliteStore:
    return SqliteStore(tmp_path / "cache")


def names(folder) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_texts_have_siblings_where_these_are_smaller_and_nothing_else_has(site, cache):
    before = names(site)
    added = add_siblings(site, manifest.sums(site), (".br", ".gz"), cache)

    assert {name: value for name, value in manifest.sums(site).items() if name not in before} == added
    texts = ("index.html", "about/index.html", "map.svg", "data.json")
    assert {f"{name}{ending}" for name in texts for ending in (".br", ".gz")} == names(site) - before
    assert PAGE.encode() == brotli.decompress((site / "index.html.br").read_bytes())
    assert PAGE.encode() == zlib.decompress((site / "index.html.gz").read_bytes(), 31)


def test_a_host_that_wants_none_gets_none(site, cache):
    before = names(site)
    add_siblings(site, manifest.sums(site), (), cache)

    assert before == names(site)


def test_an_unchanged_page_is_not_compressed_again(site, cache, monkeypatch):
    add_siblings(site, manifest.sums(site), (".br", ".gz"), cache)
    first = {name: (site / name).read_bytes() for name in names(site)}
    monkeypatch.setattr("releasing.finish.compress.WAYS", {ending: (way[0], None) for ending, way in WAYS.items()})
    for name in names(site):
        if name.endswith((".br", ".gz")):
            (site / name).unlink()

    add_siblings(site, manifest.sums(site), (".br", ".gz"), cache)

    assert first == {name: (site / name).read_bytes() for name in names(site)}


def test_a_gzip_sibling_tells_neither_a_name_nor_a_time():
    flags_and_time = by_gzip(b"x" * 100)[3:8]

    assert bytes(5) == flags_and_time


@given(st.binary(max_size=5000))
def test_what_was_compressed_comes_back(content):
    assert content == brotli.decompress(by_brotli(content)) == zlib.decompress(by_gzip(content), 31)
