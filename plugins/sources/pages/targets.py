"""Finds what a link leads to: a page or a file of this site, however it is named, or an address elsewhere.

The build writes what `resolved` says, the checks and the audit ask the same functions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from posixpath import join, normpath
from unicodedata import normalize
from urllib.parse import quote, unquote

from sources.file_names import clean_path
from sources.files import DOCUMENTS, OTHERS

from .old_addresses import Moved
from .page import PageSource
from .page import address as address_of
from .typed_addresses import elsewhere, finished

PARTS = re.compile(r"(?P<token>\{[^{}]*\})?(?P<path>[^?#]*)(?P<rest>.*)", re.DOTALL)
# {filename}, {static} and {attach}, as Pelican and older pages name files of the site; also with other signs around.
TOKEN = re.compile(r"(?:\{(?:filename|static|attach)\}|\W?(?:filename|static|attach)\W?(?=[/\\]))", re.IGNORECASE)
FOLDERS = ("pages", "images", "extra")  # of content, which need not be named
GENERIC = re.compile(r"^(?:(?:\.\.?|content|pages|images|extra|)/)+")
ENDING = re.compile(r"(?:/|/index(?:\.md|\.html?)?|\.md|\.html?)$")
SAFE = "/-._~!$&'()*+,;=:@"  # what stands in an address as it is


@dataclass(frozen=True)
class Targets:
    """All that a link within the site can lead to; a target is called by its file below content.

    A page that has moved is also called by the files that it had, and found at the addresses that it had.
    What stands in the folders `unread`, nobody knows: their pages are made from data that could not be read.
    """

    pages: Mapping[str, PageSource]  # pages/about.md, of the language of the page that links; pages/about.es.md
    files: Mapping[str, str]  # images/map.png and extra/flyer.pdf, with their addresses: /images/map.png, /flyer.pdf
    production: bool
    unread: tuple[str, ...] = ()  # such as pages/membership/compare/
    moved: Mapping[str, str] = field(default_factory=dict)  # /meetings/ and pages/meetings.md, with pages/events.md

    @classmethod
    def of(
        cls,
        pages: Iterable[PageSource],
        files: Mapping[str, str],
        others: Iterable[PageSource] = (),
        *,
        production: bool,
        moved: Collection[Moved] = (),
    ) -> Targets:
        """Return the targets for these pages, these files of content with their paths in the output, old addresses.

        `others` are pages in other languages, to which the same names lead where there is no page in this one.
        """
        addresses = {file: f"/{path}" for file, path in files.items()}
        old = ((name, f"pages/{one.page.path}.md") for one in moved for name in one.called)
        elsewhere = {page.below_content: page for page in others}
        own = {f"pages/{page.path}.md": page for page in pages}
        return cls(elsewhere | own, addresses, production, moved=dict(old))

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """Return the targets by their addresses."""
        pages = {f"/{page.url}": file for file, page in self.pages.items()}
        if any(page.language for page in self.pages.values()):  # translations keep the addresses of the main language
            pages = {f"/{address_of(page.path)}": file for file, page in self.pages.items()} | pages
        return {**self.moved, **pages, **{address: file for file, address in self.files.items()}}

    def now(self, file: str) -> str:
        """Return the file of today for one that has moved, and any other as it is."""
        return self.moved.get(file, file) if file not in self.pages else file

    @cached_property
    def called(self) -> Mapping[str, tuple[str, ...]]:
        """Return the targets by the last part of what they are called, and pages by their titles too."""
        found: dict[str, dict[str, None]] = {}
        for file in (*self.pages, *self.files):
            found.setdefault(called(file).rpartition("/")[2], {})[file] = None
        for file, address in self.files.items():
            found.setdefault(called(address).rpartition("/")[2], {})[file] = None
        for file, page in self.pages.items():
            for title in (page.front_matter.title, page.name):
                found.setdefault(called(title), {})[file] = None
        return {name: tuple(files) for name, files in found.items()}

    def address(self, file: str) -> str:
        """Return the address of a target, as a browser takes it."""
        return quote(f"/{self.pages[file].url}" if file in self.pages else self.files[file], SAFE)


def parts(address: str) -> tuple[str, str, str]:
    """Return an address as its {filename} or the like, if it has one, its path, and the rest."""
    found = PARTS.fullmatch(address)
    return (found["token"] or "", found["path"], found["rest"]) if found else ("", address, "")


def resolved(address: str, page: PageSource, targets: Targets, prefix: str) -> str:
    """Return an address of this page as it stands in the output, on a site that is served below `prefix`."""
    address = finished(address)
    files = () if elsewhere(address) else meant(address, page, targets)
    if len(files) != 1:
        return address
    return f"{prefix}{targets.address(files[0])}{parts(address)[2].replace(' ', '%20')}"


def meant(address: str, page: PageSource, targets: Targets) -> tuple[str, ...]:
    """Return the targets that an address within the site can mean: one, if it is clear, and none, if it leads nowhere.

    The first of these that finds something is what counts: the file beside the page, or the address as a browser takes
    it; the file below content or one of its folders; a page or file that is so called, wherever it stands.
    """
    path = path_of(address)
    below, named = _below(path), _named(path, targets)
    by_name = (below, named) if "/" in path else (chain(below, named),)  # a name alone may be that of several
    for readings in (*_exact(path, page, targets), *by_name):
        now = map(targets.now, readings)
        found = tuple(dict.fromkeys(one for one in now if one in targets.pages or one in targets.files))
        if found:
            return found
    return ()


def path_of(address: str) -> str:
    """Return the path in an address within the site, without {filename}, with plain slashes and composed letters."""
    named = TOKEN.match(address)
    path = parts(address[named.end() :] if named else address)[1].replace("\\", "/")
    return normalize("NFC", unquote(path)).strip()


def called(path: str) -> str:
    """Return what tells a target from others: not its folder of content, nor the endings that all pages share."""
    name = ENDING.sub("", GENERIC.sub("", path.strip().casefold()))
    return re.sub(r"[\s_]+", "-", name.strip("/"))


def _exact(path: str, page: PageSource, targets: Targets) -> tuple[Iterator[str], ...]:
    """Return what a path is by itself: an address where it ends with /, a file where it ends with .md, else either."""
    beside, addressed = _beside(path, page), _addressed(path, page, targets)
    if path.endswith("/"):
        return addressed, beside
    return (beside, addressed) if path.casefold().endswith(".md") else (chain(beside, addressed),)


def _endings(file: str) -> Iterator[str]:
    bare = ENDING.sub("", file)
    yield from (file, f"{bare}.md", f"{bare}/index.md")


def _beside(path: str, page: PageSource) -> Iterator[str]:
    if path and not path.startswith("/"):
        yield from list(_endings(normpath(join("pages", page.path, "..", path))))[:2]


def _addressed(path: str, page: PageSource, targets: Targets) -> Iterator[str]:
    whole = normpath(join(f"/{address_of(page.path)}", path))
    ended = f"{whole}/" if path.endswith(("/", "/.", "..")) and whole != "/" else whole
    yield targets.addresses.get(ended, "")


def _below(path: str) -> Iterator[str]:
    inner = normpath(path.strip("/").removeprefix("content/"))
    for folder in ("", *FOLDERS):
        yield from _endings(join(folder, inner))


def _named(path: str, targets: Targets) -> Iterator[str]:
    """Yield what is so called; of a folder that is named too, it must be in one of that name."""
    bare = "/" not in path and not ENDING.search(path)  # words, which may be a title
    of_page = PurePosixPath(path).suffix.casefold() not in (*OTHERS, *DOCUMENTS)
    for name in filter(None, dict.fromkeys((called(path), *(() if of_page else (called(clean_path(path)),))))):
        for file in targets.called.get(name.rpartition("/")[2], ()):
            names = (called(file), called(targets.files.get(file, "")))
            inside = bare or any(f"/{one}".endswith(f"/{name}") for one in names)
            if inside and of_page == (file in targets.pages):
                yield file
