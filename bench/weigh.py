"""Weigh every page of built sites: its bytes raw, by gzip and by brotli, and what its style adds; print a table."""

from __future__ import annotations

import re
import statistics
import sys
import zlib
from pathlib import Path

import brotli

STYLE = re.compile(rb"<style>.*?</style>", re.DOTALL)


def by_gzip(page: bytes) -> int:
    """Return the bytes that gzip makes of a page at its best."""
    return len(zlib.compress(page, 9, 31))


def by_brotli(page: bytes) -> int:
    """Return the bytes that brotli makes of a page at its best."""
    return len(brotli.compress(page, quality=11))


def main() -> None:
    """Weigh the sites in the folders given on the command line."""
    print("| page | raw | gzip | brotli | of which style |\n| --- | ---: | ---: | ---: | ---: |")
    for folder in map(Path, sys.argv[1:] or ["public"]):
        pages = {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.html"))}
        weights = []
        for name, page in pages.items():
            weights.append(
                (len(page), by_gzip(page), by_brotli(page), by_brotli(page) - by_brotli(STYLE.sub(b"", page)))
            )
            print(f"| {folder.name}: /{name.removesuffix('index.html')} |", *(f"{one:,} |" for one in weights[-1]))
        print(
            f"| **{folder.name}, median** |",
            *(f"{statistics.median(column):,.0f} |" for column in zip(*weights, strict=True)),
        )
        print(f"| **{folder.name}, heaviest** |", *(f"{max(column):,} |" for column in zip(*weights, strict=True)))


if __name__ == "__main__":
    main()
