"""Siblings of files for servers that send what is compressed already: `index.html.br` and `index.html.gz`."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import brotli

from sources.kept import Kept, digest

WORTH_A_FORK = 8  # the best compression of a page takes some 20 ms
KINDS = (".html", ".svg", ".txt", ".xml", ".json", ".csv", ".webmanifest")


def by_brotli(content: bytes) -> bytes:
    """Return the content as small as brotli can make it (RFC 7932)."""
    return bytes(brotli.compress(content, quality=11))


def by_gzip(content: bytes) -> bytes:
    """Return the content as small as zlib can make it, with neither name nor time (RFC 1952)."""
    return zlib.compress(content, 9, 31)


WAYS: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    ".br": (brotli.__version__, by_brotli),
    ".gz": (zlib.ZLIB_RUNTIME_VERSION, by_gzip),
}


def add_siblings(folder: Path, endings: Sequence[str], kept: Kept) -> None:
    """Write the siblings of these endings beside every file below `folder` that they make smaller."""
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in KINDS and path.is_file()] if endings else []
    ways = [(ending, *WAYS[ending]) for ending in endings]

    def smaller(path: Path) -> list[bytes]:
        content = path.read_bytes()
        return [compress(content) for _, _, compress in ways]

    def key(path: Path) -> bytes:
        return digest("siblings", [way[:2] for way in ways], path.read_bytes())

    for path, siblings in zip(paths, kept.each(smaller, paths, key, WORTH_A_FORK), strict=True):
        for ending, sibling in zip(endings, siblings, strict=True):
            if len(sibling) < path.stat().st_size:
                path.with_name(path.name + ending).write_bytes(sibling)
