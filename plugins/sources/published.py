"""Under which path each file of `images/` and `extra/` is published: what links, the builder and the audit go by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from .file_names import clean_path
from .files import names_below
from .formats.drawings import Drawing
from .formats.raster import Picture, is_raster
from .formats.sizes import sizes
from .problems import Place, Problem, Section, quoted

FOLDERS = ("images", "extra")


@dataclass(frozen=True, slots=True)
class Document:
    """What is told of a file: its name in reports, its bytes, whom it names in its properties, what it is if drawn."""

    shown: str
    size: int
    authors: tuple[str, ...] = ()
    drawing: Drawing | None = None


def offered_files(content: Path) -> dict[str, Path]:
    """Return the files besides the pages that visitors can have, by their paths below content.

    These are in composed letters, as people type them; a Mac may have others on its disk.
    """
    return {normalize("NFC", file): content / file for file in _on_disk(content)}


def file_meant(typed: str, files: Collection[str]) -> str | None:
    """Return which file a data file names, among some by their paths below content; None for none, and for several.

    The folder `images` need not be named; another spelling of the letters will do where no other file is so called.
    """
    name = normalize("NFC", typed).strip("/").removeprefix("content/")
    wanted = (name, f"images/{name}")
    exact = [file for file in wanted if file in files]
    alike = {clean_path(file) for file in wanted}
    found = exact or [file for file in files if clean_path(file) in alike]
    return found[0] if exact or len(found) == 1 else None


def on_disk(content: Path, file: str) -> Path:
    """Return where one of them lies."""
    path = content / file
    return path if path.is_file() else offered_files(content).get(file, path)


def published_as(file: str) -> str:
    """Return the path in the output of a file that is served as it is: extra/ from the root, images/ as such.

    `file` is its path below content. Whoever links to files asks `published_paths`, which knows of pictures too.
    """
    folder, _, name = file.partition("/")
    return clean_path(name) if folder == "extra" else f"{folder}/{clean_path(name)}"


def published_paths(content: Path, pictures: Mapping[str, Picture]) -> dict[str, str]:
    """Return the path in the output of every file that visitors can have, by its path below content.

    A picture of which sizes are made has a path for its link: that of the file which every program reads.
    """
    return {
        file: sizes(pictures[file]).fallback if file in pictures else published_as(file)
        for file in offered_files(content)
    }


def static_files(content: Path) -> dict[str, Path]:
    """Return the files served as they are, by their path in the output."""
    return {published_as(file): path for file, path in offered_files(content).items() if not is_raster(file)}


def same_path_problems(content: Path, taken: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for files that would be published under one path, or under one `taken` by what the site makes."""
    first: dict[str, str] = {}
    for file in (one for one in _on_disk(content) if not is_raster(one)):
        path, place = published_as(file), Place(f"{content.name}/{file}", 0)
        other = first.setdefault(path, file)
        if path in taken:
            yield Problem(
                place, f"the site writes {quoted(PurePosixPath(path).name)} itself. Delete yours.", Section.SITE
            )
        elif other != file:
            message = f'this and {quoted(other)} would both be published as "/{path}". Rename or delete one.'
            yield Problem(place, message, Section.SITE)


def _on_disk(content: Path) -> list[str]:
    return [f"{folder}/{name}" for folder in FOLDERS for name in names_below(content / folder)]
