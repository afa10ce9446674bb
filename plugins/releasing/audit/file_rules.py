"""Rules about files: which are there, what they are called, whether they arrived whole, and what pages weigh.

And about pictures: what is published of them is small, right in size, and tells nothing; no original is there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

import brotli

from building.pictures import owners
from building.search_engines import machine_files
from sources.file_names import KEPT_BY_WINDOWS
from sources.files import PICTURES
from sources.formats.pictures import has_notes
from sources.formats.sizes import FOLDER, size_for
from subjects.subject import Block

from .findings import Finding
from .page_facts import PageFacts
from .site import BuiltSite

UNUSABLE = re.compile(r'[<>:"|?*\\\x00-\x1f]')
LONGEST_NAME = 120  # bytes of one part of a path; file systems stop at 255, encrypted ones at about 140

# Ten segments of 1,460 bytes go out before the first acknowledgement (RFC 6928, 2), less the headers of the answer.
LIMIT = 14_000
PARTS = (
    ("style", re.compile(r"<style>.*?</style>", re.DOTALL)),
    ("script", re.compile(r"<script.*?</script>", re.DOTALL)),
    ("drawings", re.compile(r"<svg.*?</svg>", re.DOTALL)),
    ("tables", re.compile(r"<table>.*?</table>", re.DOTALL)),
)
KEPT = frozenset(["icc_profile", "exif", "xmp", "comment", "photoshop"])  # what Pillow finds besides the dots


def every_page_is_there_and_nothing_else(site: BuiltSite) -> Iterator[Finding]:
    """Find pages that were not built, and files that no source accounts for."""
    files = {*site.statics, *site.made, *site.moved, *machine_files(site.canonical)}
    wanted = {*site.page_sources, *files}
    for name in sorted(wanted - site.names):
        yield Finding(name, f'"{name}" was not built.')
    for name in sorted(site.names - wanted - owners(site.sources).keys()):
        yield Finding(name, f'"{name}" comes from no file in content.')


def nothing_is_hidden_or_a_link(site: BuiltSite) -> Iterator[Finding]:
    """Find hidden files and links, which copy other things than they seem to."""
    for name in site.files:
        if name in site.symlinks:
            yield Finding(name, f'"{name}" is a link to another place.')
        if any(part.startswith(".") and part != ".well-known" for part in name.split("/")):
            yield Finding(name, f'"{name}" is hidden.')


def names_work_on_every_system(site: BuiltSite) -> Iterator[Finding]:
    """Find names that fall together or cannot exist on some hosts' and visitors' systems."""
    seen: dict[str, str] = {}
    for name in site.files:
        other = seen.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if other != name:
            yield Finding(name, f'"{name}" and "{other}" are one file on some systems. Rename one.')
        for part in name.split("/"):
            if UNUSABLE.search(part) or KEPT_BY_WINDOWS.fullmatch(part) or part[-1] in ". ":
                yield Finding(name, f'"{part}" cannot be the name of a file on Windows. Rename it.')
            if len(part.encode()) > LONGEST_NAME:
                yield Finding(name, f'"{part[:30]}..." is too long a name: at most {LONGEST_NAME} bytes.')


def other_files_arrive_whole(site: BuiltSite) -> Iterator[Finding]:
    """Find pictures and other files that differ from what they are made of, as a full disk leaves them."""
    for name, source in site.statics.items():
        copied = site.folder / name
        if copied.is_file() and copied.read_bytes() != source.read_bytes():
            yield Finding(name, f'"{name}" is not the same as its source. Publish again; is the disk full?')
    for name, content in site.made.items():
        written = site.folder / name
        if written.is_file() and isinstance(content, bytes) and written.read_bytes() != content:
            yield Finding(name, f'"{name}" is not what the sources make it. Publish again; is the disk full?')


def drawn_files_can_be_read(site: BuiltSite) -> Iterator[Finding]:
    """Find files drawn by a template, such as a feed, that a strict reader of XML refuses."""
    for name, content in site.made.items():
        if isinstance(content, Block) and (site.folder / name).is_file():
            try:
                ElementTree.fromstring((site.folder / name).read_bytes())
            except ElementTree.ParseError as error:
                yield Finding(name, f"cannot be read: {error}.")


def pages_are_complete(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find pages that end early, as a full disk leaves them."""
    if not page.complete:
        yield Finding(page.file, f'"{page.file}" ends before its end. Publish again; is the disk full?')


def pages_fit_into_one_answer(page: PageFacts, site: BuiltSite) -> Iterator[Finding]:
    """Find pages that pass the limit however well a host compresses them, and say which of their parts weigh."""
    if page.weight <= LIMIT:
        return
    text = (site.folder / page.file).read_text(encoding="utf-8", errors="replace")
    if (weight := _compressed(text)) > LIMIT:
        parts = ", ".join(f"{part} {added:,}" for part, added in _parts(text, weight))
        found = f"expected at most {LIMIT:,} bytes compressed, found {weight:,} ({parts})"
        yield Finding(page.file, f"the page is too heavy: {found}. Make two pages of it.")


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


def no_picture_is_published_as_it_was_given(site: BuiltSite) -> Iterator[Finding]:
    """Find files that hold the very bytes of a picture of which only sizes without notes may be public."""
    given = {picture.digest: picture.file for picture in site.sources.pictures.values()}
    for name, found in site.sums.items():
        if found in given:
            yield Finding(name, f'"{name}" is "{given[found]}" as it was given, with all that a camera wrote into it.')


def pictures_tell_nothing(site: BuiltSite) -> Iterator[Finding]:
    """Find pictures that carry notes, in any folder, and those of our own making that carry anything but dots."""
    for name in (name for name in site.files if name.endswith(PICTURES) and name not in site.symlinks):
        content = (site.folder / name).read_bytes()
        if has_notes(content) or (name.startswith(FOLDER) and _seen(content)[2]):
            yield Finding(name, f'"{name}" carries hidden notes.')


def pictures_fit_phones(site: BuiltSite) -> Iterator[Finding]:
    """Find pictures that are wider than they should be, of another shape, or too heavy for a phone."""
    known = owners(site.sources)
    for name in (name for name in site.files if name in known):
        picture, use = known[name]
        content = (site.folder / name).read_bytes()
        width, height, _ = _seen(content)
        wanted = size_for(picture, use)
        if not width or width > wanted[0] or abs(width * wanted[1] - height * wanted[0]) > max(*wanted, width, height):
            yield Finding(name, f'"{name}": expected the shape {wanted[0]} x {wanted[1]}, found {width} x {height}.')
        if len(content) > use.limit:
            yield Finding(name, f'"{name}": expected at most {use.limit:,} bytes, found {len(content):,}.')


def _seen(content: bytes) -> tuple[int, int, bool]:
    """Return width and height as a browser shows it, and whether it carries anything but dots."""
    from PIL import Image

    try:
        with Image.open(BytesIO(content)) as image:
            return *image.size, bool(KEPT & image.info.keys())
    except (OSError, ValueError, SyntaxError):
        return 0, 0, False
