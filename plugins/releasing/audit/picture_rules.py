"""Rules about pictures: what is published of them is small, right in size, and tells nothing; no original is there."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from building.pictures import owners
from sources.files import PICTURES
from sources.formats.pictures import has_notes
from sources.formats.sizes import FOLDER, size_for

from .findings import Finding
from .site import BuiltSite

KEPT = frozenset(["icc_profile", "exif", "xmp", "comment", "photoshop"])  # what Pillow finds besides the dots


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
