"""The finished site as the rules see it: all files, all pages, and the sources they came from."""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from publication.check import Sources
from publication.made_files import made_files
from sources.files import static_files

from .page_facts import PageFacts, page_facts


@dataclass(frozen=True)
class BuiltSite:
    """A finished site.

    `prefix` is the path below which it is served, such as /repo, or empty; `canonical` its public address, or empty.
    """

    folder: Path
    files: tuple[str, ...]
    pages: Mapping[str, PageFacts]
    statics: Mapping[str, Path]
    sources: Sources
    prefix: str
    canonical: str

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the paths of all files, to look one up."""
        return frozenset(self.files)

    @cached_property
    def weights(self) -> Mapping[str, int]:
        """Return the bytes of each page as gzip sends it, which every host can at least."""
        return {name: len(zlib.compress((self.folder / name).read_bytes(), 9, 31)) for name in self.pages}

    @cached_property
    def made(self) -> Mapping[str, bytes]:
        """Return what the files hold that the site makes itself, by path."""
        return made_files(self.sources, self.canonical, self.prefix)


def read_site(folder: Path, content: Path, sources: Sources, prefix: str, canonical: str) -> BuiltSite:
    """Return the site in `folder`, with every page parsed."""
    files = tuple(sorted(_files(folder)))
    pages = {
        name: page_facts(name, (folder / name).read_text(encoding="utf-8", errors="replace"))
        for name in files
        if name.endswith(".html") and not (folder / name).is_symlink()
    }
    return BuiltSite(folder, files, pages, static_files(content), sources, prefix, canonical)


def _files(folder: Path) -> list[str]:
    found: list[str] = []
    for where, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(where) / name).is_symlink()]
        found.extend((Path(where) / name).relative_to(folder).as_posix() for name in [*files, *links])
    return found
