"""Under which path each file of `images/` and `extra/` is published: what links, the builder and the audit go by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from .file_names import clean_path
from .files import names_below
from .problems import Place, Problem, Section, quoted

FOLDERS = ("images", "extra")


@dataclass(frozen=True, slots=True)
class Document:
    """What visitors and staff are told of a file: its bytes, and whom its properties name."""

    size: int
    authors: tuple[str, ...] = ()


def offered_files(content: Path) -> dict[str, Path]:
    """Return the files besides the pages that visitors can have, by their paths below content.

    These are in composed letters, as people type them; a Mac may have others on its disk.
    """
    return {normalize("NFC", file): content / file for file in _on_disk(content)}


def published_as(file: str) -> str:
    """Return the path in the output of a file, by its path below content: extra/ from the root, images/ as such."""
    folder, _, name = file.partition("/")
    return clean_path(name) if folder == "extra" else f"{folder}/{clean_path(name)}"


def published_paths(content: Path) -> dict[str, str]:
    """Return the path in the output of every file that visitors can have, by its path below content."""
    return {file: published_as(file) for file in offered_files(content)}


def static_files(content: Path) -> dict[str, Path]:
    """Return the files served as they are, by their path in the output."""
    return {published_as(file): path for file, path in offered_files(content).items()}


def same_path_problems(content: Path, taken: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for files that would be published under one path, or under one `taken` by what the site makes."""
    first: dict[str, str] = {}
    for file in _on_disk(content):
        path, place = published_as(file), Place(f"{content.name}/{file}", 0)
        other = first.setdefault(path, file)
        if path in taken:
            yield Problem(place, f"the site writes {quoted(path)} itself. Delete yours.", Section.SITE)
        elif other != file:
            message = f'this and {quoted(other)} would both be published as "/{path}". Rename or delete one.'
            yield Problem(place, message, Section.SITE)


def _on_disk(content: Path) -> list[str]:
    return [f"{folder}/{name}" for folder in FOLDERS for name in names_below(content / folder)]
