"""Reads the addresses that a page had before, in whatever form people write them, and tells which cannot be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from sources.file_names import KEPT_BY_WINDOWS
from sources.problems import Place, quoted

from .page import PageSource, address, file_of

FIELD = "formerly"
WHOLE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
BEFORE_A_NAME = re.compile(r"^(\{filename\})?/*(content/)?(pages/)?")
HOME = re.compile(r"(^|/)index(\.html?)?$")
SEVERAL = re.compile(r",\s+")  # between addresses on one line
# What some system cannot have in the name of a file, or the settings of some server in an address.
UNUSABLE = re.compile(r'[<>:"|?*\\{}$;\x00-\x1f\x7f]')
LONGEST_PART = 120  # bytes, as the audit has it
KEPT_FOR_HOSTS = ("sha256sums", "_headers", "_redirects")


@dataclass(frozen=True, slots=True)
class Moved:
    """An address, below the site's own, that no page has any more, and the page to which it leads."""

    url: str
    page: PageSource

    @property
    def save_as(self) -> str:
        """Return the output file that leads on."""
        return file_of(self.url)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names by which files may still call the page: `meetings` and `meetings/index`."""
        name = self.url.rstrip("/")
        return (name, f"{name}/index") if self.url.endswith("/") else ()

    @property
    def called(self) -> tuple[str, ...]:
        """Return what links may still say: its address, and the files that it may have had below content."""
        return (f"/{self.url}", *(f"pages/{name}.md" for name in self.names))


def old_addresses(page: PageSource, own: str = "") -> Iterator[tuple[str, str, Place]]:
    """Yield each old address of a page, below that of the site (`own`), as it was typed, and its place."""
    field = page.nodes.get(FIELD)
    seen = set()
    for one in field.scalars() if field else ():
        for written in SEVERAL.split(one.text or ""):
            if (found := old_address(written, own)) not in seen:
                seen.add(found)
                yield found, written, one.place


def old_address(written: str, own: str = "") -> str:
    """Return an address below that of the site (`own`), as pages have theirs: `meetings/` for all that leads there.

    What ends in `.html` is a file. Whatever else has an ending becomes a folder, to which hosts lead by themselves.
    """
    path = unquote(normalize("NFC", _path(written.strip(), own)).partition("#")[0])
    if path.endswith(".md"):
        return address(BEFORE_A_NAME.sub("", path).removesuffix(".md"))
    path = HOME.sub(r"\1", re.sub("/+", "/", path.removeprefix("{filename}")).strip("/"))
    return path if path.endswith(".html") or not path else f"{path.rstrip('/')}/"


def shown(url: str) -> str:
    """Return an old address as people write it: `/meetings/`, `/about.php`."""
    return f"/{url.rstrip('/') if '.' in url.rstrip('/').rpartition('/')[2] else url}"


def _path(written: str, own: str) -> str:
    """Return what follows the name of the site in an address, if that stands before it."""
    host, below = urlsplit(own).netloc.removeprefix("www."), urlsplit(own).path
    bare = WHOLE.sub("", written).removeprefix("www.")
    if WHOLE.match(written) or (host and re.match(rf"{re.escape(host)}(/|$)", bare)):
        path = "/" + bare.partition("/")[2]
        return path.removeprefix(below) if f"{path}/".startswith(f"{below}/") else path
    return written


def complaint(written: str, own: str) -> str | None:
    """Return why an address cannot be kept, or None."""
    if WHOLE.match(written) and own and _host(written) != _host(own):
        here = shown(old_address(written, own))
        return (
            f"{quoted(written)} is on another site than {own}. If {_host(written)} leads here now, "
            f"write {quoted(here)}; if not, only that site can lead here."
        )
    path = _path(written, own).partition("#")[0]
    if SCHEME.match(path):
        return f"{quoted(written)} is no address of a page. Write one such as /meetings/."
    if "?" in path:
        bare = shown(old_address(path.partition("?")[0], own))
        return (
            f"{quoted(written)}: no host of plain files looks at what follows the question mark. "
            f"To lead {quoted(bare)} here, whatever follows it, write that."
        )
    parts = old_address(written, own).rstrip("/").split("/")
    return next((message for part in parts if (message := _part(part))), None)


def _part(part: str) -> str | None:
    """Return why no file can have this part of an address in its path, or None."""
    if found := UNUSABLE.search(part):
        return f"{quoted(found[0])} cannot stand in an address that is kept. Write each address in full."
    if not part.isprintable() or part in (".", "..") or part.startswith(".") or part.endswith((".", " ")):
        return f"{quoted(part)} cannot be a part of an address that is kept."
    if KEPT_BY_WINDOWS.fullmatch(part) or part.casefold() in KEPT_FOR_HOSTS:
        return f"{quoted(part)} is a name with a meaning of its own on some computers. It cannot be kept."
    if len(part.encode()) > LONGEST_PART:
        return f"{quoted(part, 30)} is too long: at most {LONGEST_PART} bytes."
    return None


def _host(text: str) -> str:
    return (urlsplit(text if "//" in text else f"//{text}").hostname or "").removeprefix("www.")
