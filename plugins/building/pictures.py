"""Writes the sizes of the pictures that pages show, and leaves every picture as people gave it out of the site."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sources.formats.picture_files import made
from sources.formats.raster import NoPicture, Picture
from sources.formats.sizes import FOLDER, Use, how_made, sizes
from sources.problems import Place, Problem, ProblemsFound, Section, count
from sources.published import on_disk
from sources.result_store import ResultStore, digest
from subjects.loaded import Sources
from subjects.site.pictures import logo_pictures, shared

WORTH_A_FORK = 2  # a photograph takes half a second
NAMED = re.compile(rf"{re.escape(FOLDER)}[a-z0-9.-]+")
LONG = 1.0  # seconds after which people wonder
Owners = dict[str, tuple[Picture, Use]]  # of the files that a site can have of its pictures


@dataclass(frozen=True, slots=True)
class Files:
    """The bytes of the files of a picture, by their paths in the output, or what is wrong with it."""

    content: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


@dataclass
class Progress:
    """Says once that pictures are made, if that takes long; other processes say nothing."""

    pictures: int
    process: int = field(default_factory=os.getpid)
    since: float = field(default_factory=time.monotonic)

    def step(self) -> None:
        """Note that the next picture is begun."""
        if self.pictures and os.getpid() == self.process and time.monotonic() - self.since > LONG:
            sys.stderr.write(f"Making {count(self.pictures, 'picture')} ready for phones and desks ...\n")
            self.pictures = 0


def picture_files(content: Path, picture: Picture, use: Use) -> Files:
    """Return the files of a picture for some use."""
    try:
        return Files(made(on_disk(content, picture.file), picture, use))
    except NoPicture as told:
        problem = Problem(Place(f"{content.name}/{picture.file}", 0), str(told), Section.PICTURES)
        return Files({}, (problem,))


def owners(sources: Sources) -> Owners:
    """Return every file that the site can have of its pictures: of which it is, and for what."""
    found = {name: (one, Use.PAGE) for one in sources.pictures.values() for name in sizes(one).names}
    for language in sources.in_every_language:
        found |= {sizes(one).logo: (one, Use.LOGO) for one in logo_pictures(language)}
        if image := shared(language):
            found[sizes(image).card] = (image, Use.CARD)
    return found


def write_pictures(sources: Sources, content: Path, folder: Path, store: ResultStore) -> None:
    """Write into `folder` the sizes of all pictures that its pages name; raise ProblemsFound for any that is broken."""
    known = owners(sources) if sources.pictures else {}
    wanted = list(dict.fromkeys(known[name] for name in _named(folder) if name in known)) if known else []
    progress, problems = Progress(len(wanted)), list[Problem]()

    def files(one: tuple[Picture, Use]) -> Files:
        progress.step()
        return picture_files(content, *one)

    for found in store.each(files, wanted, lambda one: key(*one), WORTH_A_FORK):
        problems.extend(found.problems)
        for name, held in found.content.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(held)
    if problems:
        raise ProblemsFound(problems)


def key(picture: Picture, use: Use) -> bytes:
    """Return a digest of all that the files of a picture depend on."""
    return digest("sizes", how_made(), picture, use)


def _named(folder: Path) -> Iterator[str]:
    for page in sorted(folder.rglob("*.html")):
        yield from NAMED.findall(page.read_text("utf-8"))
