"""The rule about weight: every page fits into the first answer of a server, before the visitor's device says a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

import brotli

from .findings import Finding
from .site import BuiltSite

# Ten segments of 1,460 bytes go out before the first acknowledgement (RFC 6928, 2), less the headers of the answer.
LIMIT = 14_000
PARTS = (
    ("style", re.compile(r"<style>.*?</style>", re.DOTALL)),
    ("script", re.compile(r"<script.*?</script>", re.DOTALL)),
    ("drawings", re.compile(r"<svg.*?</svg>", re.DOTALL)),
    ("tables", re.compile(r"<table>.*?</table>", re.DOTALL)),
)


def pages_fit_into_one_answer(site: BuiltSite) -> Iterator[Finding]:
    """Find pages that pass the limit however well a host compresses them, and say which of their parts weigh."""
    for name in (name for name, page in site.pages.items() if page.weight > LIMIT):
        page = (site.folder / name).read_text(encoding="utf-8", errors="replace")
        if (weight := _compressed(page)) > LIMIT:
            parts = ", ".join(f"{part} {added:,}" for part, added in _parts(page, weight))
            message = (
                f"the page is too heavy: expected at most {LIMIT:,} bytes compressed, found {weight:,} ({parts}). "
                "Make two pages of it."
            )
            yield Finding(name, message)


def _parts(page: str, weight: int) -> Iterator[tuple[str, int]]:
    """Yield what each part adds to the compressed page; together they are its weight."""
    for part, pattern in PARTS:
        page = pattern.sub("", page)
        rest = _compressed(page)
        if rest < weight:
            yield part, weight - rest
            weight = rest
    yield "text", weight


def _compressed(page: str) -> int:
    return len(brotli.compress(page.encode(), quality=11))
