"""Finds what a link within the site leads to: a page or a file, by its name in Markdown or by its address."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import join, normpath
from urllib.parse import unquote

from sources.files import OTHERS, PICTURES
from sources.problems import nearest_path, quoted

from .old_addresses import Moved
from .page import NEEDED, PageSource

TOKENS = ("{filename}", "{static}")
PARTS = re.compile(r"(?P<token>\{[^{}]*\})?(?P<path>[^?#]*)(?P<rest>.*)", re.DOTALL)
BESIDE_THE_NAME = re.compile(r"^(pages|images|extra)/|(/index)?\.(md|html)$")
LONGEST_NAME = 200


@dataclass(frozen=True)
class Targets:
    """All that a link within the site can lead to; a target is called by its file below content.

    A page that has moved is also called by the files that it had, and found at the addresses that it had.
    What stands in the folders `unread`, nobody knows: their pages are made from data that could not be read.
    """

    pages: Mapping[str, PageSource]  # pages/about.md
    files: Mapping[str, str]  # images/map.png and extra/flyer.pdf, with their addresses: /images/map.png, /flyer.pdf
    production: bool
    unread: tuple[str, ...] = ()  # such as pages/membership/compare/
    moved: Mapping[str, str] = field(default_factory=dict)  # /meetings/ and pages/meetings.md, with pages/events.md

    @classmethod
    def of(
        cls,
        pages: Iterable[PageSource],
        files: Mapping[str, str],
        *,
        production: bool,
        unread: tuple[str, ...] = (),
        moved: Collection[Moved] = (),
    ) -> Targets:
        """Return the targets for these pages, these files of content with their paths in the output, old addresses."""
        files = {file: f"/{path}" for file, path in files.items()}
        old = ((name, f"pages/{one.page.path}.md") for one in moved for name in one.called)
        return cls({f"pages/{page.path}.md": page for page in pages}, files, production, unread, dict(old))

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """Return the targets by their addresses."""
        pages = {f"/{page.url}": file for file, page in self.pages.items()}
        return {**self.moved, **pages, **{address: file for file, address in self.files.items()}}

    def now(self, file: str) -> str:
        """Return the file of today for one that has moved, and any other as it is."""
        return self.moved.get(file, file) if file not in self.pages else file


def parts(address: str) -> tuple[str, str, str]:
    """Return an address as its {filename} or {static}, if it has one, its path, and the rest."""
    found = PARTS.fullmatch(address)
    return (found["token"] or "", found["path"], found["rest"]) if found else ("", address, "")


def resolved(address: str, page: PageSource, targets: Targets, prefix: str) -> str:
    """Return an address of this page as it stands in the output, on a site that is served below `prefix`."""
    token, path, rest = parts(address)
    file = targets.now(_named(unquote(path), page))
    if token == TOKENS[0] and file in targets.pages:
        return f"{prefix}/{targets.pages[file].url}{rest}"
    return f"{prefix}{targets.files[file]}{rest}" if token == TOKENS[1] and file in targets.files else address


def nowhere(address: str, page: PageSource, targets: Targets) -> str | None:
    """Return why an address within the site leads nowhere and where it was meant to lead; None if it leads somewhere.

    Places within pages are not looked for: the audit does that, in the finished site.
    """
    token, path, _ = parts(address)
    path = unquote(path)
    if not token and not path:
        return None
    if targets.unread and (_named(path, page) if token else f"pages{_address(path, page)}").startswith(targets.unread):
        return None
    if not token:
        file = targets.addresses.get(_address(path, page), "")
        return _missing(path, "", page, targets) if not file else _draft(file, page, targets)
    file = targets.now(_named(path, page))
    if file.removeprefix("pages/") in NEEDED and file not in targets.pages:
        return None  # that it is missing is told already
    known = file in (targets.pages if token == TOKENS[0] else targets.files)
    return _draft(file, page, targets) if known else _missing(path, token, page, targets)


def instead_of(path: str, targets: Targets) -> str:
    """Return the sentence that says what to write for an address of this site, as a browser shows it."""
    written = next(_written(targets.addresses.get(path, ""), targets), f"{TOKENS[0]}/pages/....md")
    return f" Write {quoted(written)}."


def _draft(file: str, page: PageSource, targets: Targets) -> str | None:
    target = targets.pages.get(file)
    if target and target.draft and targets.production and not (page.draft or target.needed):
        return f"{quoted(file)} is a draft and not on the public site. Publish it, or take the link out."
    return None


def _missing(path: str, token: str, page: PageSource, targets: Targets) -> str:
    suffix = PurePosixPath(path).suffix.casefold()
    shown = _named(path, page) if token else path
    meant = next(_meant(path, page, targets), None)
    if meant and suffix and not (token and meant.startswith(token)):
        return f"a link to a file needs {parts(meant)[0]}: write {quoted(meant)}."
    meant = meant or _nearest(path, page, targets)
    is_file = token == TOKENS[1] or suffix in OTHERS
    message = f"no file {quoted(shown)} in content." if is_file else f"no page {quoted(shown)}."
    if meant:
        return f"{message} Did you mean {quoted(meant, 2 * LONGEST_NAME)}?"  # whole, to be copied
    if is_file and not token:
        folder, name = "images" if suffix in PICTURES else "extra", PurePosixPath(path).name
        return f'{message} Put it into content/{folder} and write "{{static}}/{folder}/{name}".'
    return message


def _meant(path: str, page: PageSource, targets: Targets) -> Iterator[str]:
    """Yield the targets that a path names once its folder and its ending are taken as understood."""
    for folder in (join("pages", page.path, ".."), "", "pages", "images", "extra"):
        for ending in ("", ".md", "/index.md"):
            yield from _written(normpath(join(folder, path.strip("/").removeprefix("content/"))) + ending, targets)


def _nearest(path: str, page: PageSource, targets: Targets) -> str | None:
    """Return the target, other than the page itself, whose name is most like this."""
    called = {_called(file): file for file in (*targets.pages, *targets.files) if file != f"pages/{page.path}.md"}
    name = _called(path)[-LONGEST_NAME:]
    namesakes = [other for other in called if PurePosixPath(other).name == PurePosixPath(name).name]
    words = sorted(PurePosixPath(name).name.split("-"))
    swapped = [other for other in called if sorted(PurePosixPath(other).name.split("-")) == words]
    near = nearest_path(name, called)
    meant = [*namesakes, *swapped, *([near] if near else [])]
    return next((written for other in meant for written in _written(called[other], targets)), None)


def _called(path: str) -> str:
    """Return what tells a target from others: not its folder below content, nor the endings that all pages share."""
    return BESIDE_THE_NAME.sub("", path.strip("/").casefold())


def _written(file: str, targets: Targets) -> Iterator[str]:
    """Yield how a link names this target, if there is one."""
    if file in targets.pages:
        yield f"{TOKENS[0]}/{file}"
    elif file in targets.files:
        yield f"{TOKENS[1]}/{file}"


def _address(path: str, page: PageSource) -> str:
    """Return the address that a path leads to from a page, as a browser resolves it."""
    whole = normpath(join(f"/{page.url}", path))
    return f"{whole}/" if path.endswith(("/", "/.", "..")) and whole != "/" else whole


def _named(path: str, page: PageSource) -> str:
    """Return the file that a path behind {filename} or {static} names."""
    return normpath(path.lstrip("/") if path.startswith("/") else join("pages", page.path, "..", path))
