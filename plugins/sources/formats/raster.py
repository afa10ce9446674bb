"""Reads pictures of dots, such as photographs, in whatever format people have them: their size, and whether whole.

Pillow is imported where there is a picture, and what decodes HEIC (26 MB) where there is one of those.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sources.problems import quoted

from .pictures import is_avif, is_gif, is_heic, is_jpeg, is_png, is_webp

if TYPE_CHECKING:
    from PIL.Image import Image

LIMIT = 25_000_000  # bytes
MOST_DOTS = 100_000_000
# What each ending stands for: how it begins, what Pillow calls it, and what people do.
FORMATS: Mapping[str, tuple[Callable[[bytes], object], str, str]] = {
    ".png": (is_png, "PNG", "a PNG picture"),
    ".jpg": (is_jpeg, "JPEG", "a JPEG picture"),
    ".jpeg": (is_jpeg, "JPEG", "a JPEG picture"),
    ".webp": (is_webp, "WEBP", "a WebP picture"),
    ".avif": (is_avif, "AVIF", "an AVIF picture"),
    ".gif": (is_gif, "GIF", "a GIF picture"),
    ".heic": (is_heic, "HEIF", "a HEIC picture"),
    ".heif": (is_heic, "HEIF", "a HEIC picture"),
}
TURNED, UPRIGHT = 0x0112, 1  # the tag of Exif that says which side is up
SIDEWAYS = frozenset([5, 6, 7, 8])
OPAQUE = 255
BROKEN = "this picture is damaged or cut short: a part of it is missing. Copy it here once more."
# Whatever a decoder raises at what is no picture.
NO_PICTURE = (OSError, ValueError, SyntaxError, EOFError, LookupError, ArithmeticError, TypeError, RuntimeError)


class NoPicture(Exception):
    """Raised with what is wrong with a file that should be a picture."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be shown: its file below content, its size once it is upright, and what its dots are.

    `digest` stands for all that the file holds.
    """

    file: str
    width: int
    height: int
    transparent: bool
    moving: bool
    digest: str


def is_raster(name: str) -> bool:
    """Tell whether a file of this name, below content, is a picture that is published in sizes for the web."""
    return name.startswith("images/") and PurePosixPath(name).suffix.casefold() in FORMATS


def read_picture(path: Path, file: str) -> Picture:
    """Return what a picture is, after a look at every part of it; raise NoPicture if it cannot be shown."""
    size = path.stat().st_size
    if size > LIMIT:
        raise NoPicture(f"expected at most {LIMIT // 1_000_000} MB, found {size // 1_000_000} MB. Make it smaller.")
    content = path.read_bytes()
    with opened(content, file) as image:
        turned = image.getexif().get(TURNED, UPRIGHT) in SIDEWAYS
        width, height = reversed(image.size) if turned else image.size
        moving = bool(getattr(image, "is_animated", False)) and image.format != "HEIF"
        image.draft(image.mode, (1, 1))  # a JPEG is read as a whole, but not drawn as large as it is
        image.load()
        return Picture(file, width, height, is_transparent(image), moving, sha256(content).hexdigest())


@contextmanager
def opened(content: bytes, file: str) -> Iterator[Image]:
    """Give a picture of which only the beginning is read; raise NoPicture for what its ending does not say.

    What goes wrong with the rest inside of the block is told in the same way.
    """
    begins, kind, what = FORMATS[PurePosixPath(file).suffix.casefold()]
    if not begins(content):
        raise NoPicture(_not_its_ending(content, file, what))
    from PIL import Image

    _decoders(kind)
    Image.MAX_IMAGE_PIXELS = None  # which are counted here, so that nothing is said twice
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(content), formats=[kind]) as image:
            warnings.simplefilter("ignore")  # what a decoder thinks of notes, which are not kept
            if (dots := image.width * image.height) > MOST_DOTS:
                raise NoPicture(_too_many(image.width, image.height, dots))
            yield image
    except NO_PICTURE as error:
        raise NoPicture(BROKEN) from error
    except MemoryError:
        raise NoPicture("this picture needs more memory than this computer has. Make it smaller.") from None


def is_transparent(image: Image) -> bool:
    """Tell whether anything can be seen through a picture."""
    if not image.has_transparency_data:
        return False
    alpha = (image if image.mode in ("RGBA", "LA") else image.convert("RGBA")).getchannel("A")
    return alpha.getextrema()[0] < OPAQUE  # type: ignore[operator]  # one channel, so two numbers


@cache
def _decoders(kind: str) -> None:
    if kind == "HEIF":
        from pillow_heif import register_heif_opener

        register_heif_opener(thumbnails=False)


def _not_its_ending(content: bytes, file: str, what: str) -> str:
    found = next(((ending, other) for ending, (begins, _, other) in FORMATS.items() if begins(content)), None)
    told = f"expected {what}, as its ending says, found {found[1] if found else 'something else'}."
    name = PurePosixPath(file)
    return f"{told} Call it {quoted(name.with_suffix(found[0]).name)}." if found else f"{told} Save it again as {what}."


def _too_many(width: int, height: int, dots: int) -> str:
    expected = f"expected at most {MOST_DOTS // 1_000_000} megapixels"
    return f"{expected}, found {dots // 1_000_000} ({width:,} x {height:,}). Make it smaller."
