"""Siblings of files for servers that send what is compressed already: `index.html.br` and `index.html.gz`."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from publication.cache import Cache

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


def add_siblings(folder: Path, endings: Sequence[str], cache: Cache) -> None:
    """Write the siblings of these endings beside every file below `folder` that they make smaller."""
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in KINDS and path.is_file()] if endings else []

    def add(path: Path) -> None:
        content = path.read_bytes()
        for ending in endings:
            version, compress = WAYS[ending]
            key = f"{ending} {version}\n".encode() + content
            smaller = cache.result(key, lambda: compress(content))  # noqa: B023 (called at once)
            if len(smaller) < len(content):
                path.with_name(path.name + ending).write_bytes(smaller)

    with ThreadPoolExecutor() as threads:  # compressors let go of the interpreter's lock
        list(threads.map(add, paths))
