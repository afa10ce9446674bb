"""The pictures of pages, each as the theme shows it, in sizes for phones and desks; and the files of these sizes."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import count as numbers
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup

from sources.formats.picture_files import made
from sources.formats.raster import NoPicture, Picture
from sources.formats.sizes import FOLDER, Sizes, Use, how_made, sizes
from sources.problems import Place, Problem, ProblemsFound, Section, count
from sources.published import on_disk
from sources.result_store import ResultStore, digest
from subjects.loaded import Sources
from subjects.site.pictures import logo_pictures, shared

# As Python-Markdown writes them: no `>` stands in an attribute.
IMG = r"<img [^>]*>"
PICTURE = rf"(?:<a [^>]*>)?{IMG}(?:</a>)?"
BETWEEN = r"\s*(?:<br ?/?>\s*)?"
# Pictures that share their paragraph or their entry of a list with no word, or else one picture.
PLACES = re.compile(
    rf"<p>(?P<paragraph>\s*{PICTURE}(?:{BETWEEN}{PICTURE})*\s*)</p>|(?<=<li>)\s*(?P<entry>{PICTURE})\s*(?=</li>)|{IMG}"
)
ONE = re.compile(rf"(?P<before><a [^>]*>)?(?P<image>{IMG})(?P<after></a>)?")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
FIGURE, INLINE = "partials/figure.html", "partials/picture.html"
Rendering = Callable[..., str]  # of a template, by its name and what it is given

WORTH_A_FORK = 2  # a photograph takes half a second
NAMED = re.compile(rf"{re.escape(FOLDER)}[a-z0-9.-]+")
LONG = 1.0  # seconds after which people wonder
Owners = dict[str, tuple[Picture, Use]]  # of the files that a site can have of its pictures


class PagePictures:
    """Puts the theme's pictures into the HTML of pages."""

    def __init__(self, sources: Sources, prefix: str, rendered: Rendering) -> None:
        self._rendered = rendered
        self._sizes: Mapping[str, Sizes] = {
            f"{prefix}/{sources.published[file]}": sizes(picture) for file, picture in sources.pictures.items()
        }

    def shown(self, html: str) -> str:
        """Return the HTML with each picture as the theme shows it; one that stands alone with a title, as a figure."""
        if "<img " not in html:
            return html
        number = numbers()
        return PLACES.sub(lambda found: self._placed(found, number), html)

    def _placed(self, found: re.Match[str], number: Iterator[int]) -> str:
        """Return one picture, or several alone, as figures if one of them has a title."""
        alone = found["paragraph"] or found["entry"] or ""
        if ' title="' in alone:
            return "\n".join(self._figure(one, number) for one in ONE.finditer(alone))
        return re.sub(IMG, lambda one: self._rendered(INLINE, **self._given(one[0], number)), found[0])

    def _figure(self, found: re.Match[str], number: Iterator[int]) -> str:
        given = self._given(found["image"], number)
        caption, given["title"] = given["title"], None
        around = {"before": Markup(found["before"] or ""), "after": Markup(found["after"] or "")}
        return self._rendered(FIGURE, caption=caption, **around, **given)

    def _given(self, image: str, number: Iterator[int]) -> dict[str, Any]:
        """Return what a template is told of a picture."""
        given = {name: unescape(value) for name, value in ATTRIBUTE.findall(image)}
        return {
            "src": given["src"],
            "alt": given.get("alt", ""),
            "title": given.get("title"),
            "sizes": self._sizes.get(unquote(given["src"])),
            "shown_at": given.get("sizes"),
            "first": next(number) == 0,
        }


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
