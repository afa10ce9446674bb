"""Siblings of files for servers that send what is compressed already: `index.html.br` and `index.html.gz`."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath

import brotli

from releasing import manifest
from sources.result_store import ResultStore, digest

WORTH_A_FORK = 8  # the best compression of a page takes some 10 ms
SMALLEST_WINDOW, LARGEST_WINDOW = 10, 22  # of brotli, as powers of two (RFC 7932, 9.1)
KINDS = (".html", ".svg", ".txt", ".xml", ".json", ".csv", ".ics", ".webmanifest")


def by_brotli(content: bytes) -> bytes:
    """Return the content as small as brotli can make it (RFC 7932)."""
    window = min(max(len(content).bit_length(), SMALLEST_WINDOW), LARGEST_WINDOW)  # a larger one only takes longer
    return bytes(brotli.compress(content, quality=11, lgwin=window))


def by_gzip(content: bytes) -> bytes:
    """Return the content as small as zlib can make it, with neither name nor time (RFC 1952)."""
    return zlib.compress(content, 9, 31)


WAYS: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    ".br": (brotli.__version__, by_brotli),
    ".gz": (zlib.ZLIB_RUNTIME_VERSION, by_gzip),
}


def add_siblings(folder: Path, sums: manifest.Sums, endings: Sequence[str], store: ResultStore) -> manifest.Sums:
    """Write the siblings of these endings beside every file of `sums` that they make smaller, and return theirs."""
    names = [name for name in sorted(sums) if PurePosixPath(name).suffix in KINDS] if endings else []
    ways = [(ending, *WAYS[ending]) for ending in endings]

    def smaller(name: str) -> list[bytes]:
        content = (folder / name).read_bytes()
        return [compress(content) for _, _, compress in ways]

    def key(name: str) -> bytes:
        return digest("siblings", [way[:2] for way in ways], sums[name])

    added = {}
    for name, siblings in zip(names, store.each(smaller, names, key, WORTH_A_FORK), strict=True):
        for ending, sibling in zip(endings, siblings, strict=True):
            if len(sibling) < (folder / name).stat().st_size:
                (folder / f"{name}{ending}").write_bytes(sibling)
                added[f"{name}{ending}"] = manifest.digest(sibling)
    return added
