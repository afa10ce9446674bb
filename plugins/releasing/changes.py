"""What changed between two sites in words: facts are compared, so nobody has to keep the sources of the last.

Those who list releases or deploy need no more than this; what the facts of a site are, `facts` knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sources.problems import visible

from .manifest import Sums, difference

NEW, GONE = "{} (new)", "{} (gone)"


class Fact(NamedTuple):
    """One fact: what staff call it, and a sum of what it says; that an entry of a list is there has none."""

    said: str
    sum: str = ""


Facts = Mapping[str, Fact]  # by names that stay the same as long as ids do


def changes(before: Facts, after: Facts) -> tuple[str, ...]:
    """Return what changed between two sites in words, each once; what is new or gone as a whole is told as a whole."""
    new, gone = after.keys() - before.keys(), before.keys() - after.keys()
    said = [
        *(after[key].said for key in after if key in before and after[key].sum != before[key].sum),
        *(NEW.format(after[key].said) for key in after if key in new and not _within(key, new)),
        *(GONE.format(before[key].said) for key in before if key in gone and not _within(key, gone)),
    ]
    return tuple(dict.fromkeys(said))


def changes_by_address(before: Sums, after: Sums) -> tuple[str, ...]:
    """Return which pages changed, by address, where only the sums of two sites are known."""
    found = difference(before, after)
    kinds = (("{}", found.changed), (NEW, found.added), (GONE, found.missing))
    pages = ((said, name) for said, names in kinds for name in names if name.endswith(".html"))
    return tuple(said.format(f"Page /{visible(name.removesuffix('index.html'))}") for said, name in pages)


def _within(key: str, others: set[str]) -> bool:
    """Tell whether something of which a fact is part is among others."""
    parts = key.split("/")
    return any("/".join(parts[:end]) in others for end in range(1, len(parts)))
