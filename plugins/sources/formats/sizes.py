"""In which sizes a picture is published, and what its files are called.

WebP, since every browser since 2020 reads it and it is made five times as fast as an AVIF of its size; and for all
others, and whoever follows a link to the picture, one JPEG, or PNG where something can be seen through it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from .raster import Picture

WIDTHS = (480, 960, 1440)  # a phone, a phone with fine dots or the column of a desk, and that with fine dots
TALLEST = 8_000  # dots; WebP knows no more than 16,383
NEARLY = 0.8  # of the next width: not worth a file of its own
LIMIT = 150_000  # bytes of a file
CARD_WIDTH, CARD_HEIGHT, CARD_LIMIT = 1200, 630, 60_000  # what messengers show of a picture, and how much they fetch
LOGO_WIDTH, LOGO_HEIGHT, LOGO_LIMIT = 480, 120, 30_000  # on a phone with fine dots
# No page can have an address below this one (`-` is no name), so what is there never changes and may be kept for ever.
FOLDER = "images/-/"
LONGEST_NAME = 40
CODE = ("raster.py", "sizes.py", "picture_files.py")  # what decides which bytes become of a picture


class Use(Enum):
    """What a picture is published for: each use has files of its own."""

    PAGE = "the text of a page"
    CARD = "a link to a page, as messengers show it"
    LOGO = "the top of every page"

    @property
    def limit(self) -> int:
        """Return how many bytes a file of it has at most."""
        return {Use.PAGE: LIMIT, Use.CARD: CARD_LIMIT, Use.LOGO: LOGO_LIMIT}[self]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The files of one picture: those in WebP by their widths, and the one that every program reads."""

    picture: Picture
    widths: tuple[int, ...]

    @property
    def width(self) -> int:
        """Return how wide it is at most."""
        return self.widths[-1]

    @property
    def height(self) -> int:
        """Return how high it is then."""
        return height_of(self.picture, self.width)

    @property
    def fallback(self) -> str:
        """Return the file that every program reads, which is what a link to the picture leads to."""
        return f"{self._name}.{'png' if self.picture.transparent else 'jpg'}"

    @property
    def webp(self) -> Mapping[int, str]:
        """Return the files for browsers, by their widths."""
        return {width: f"{self._name}-{width}.webp" for width in self.widths}

    @property
    def card(self) -> str:
        """Return the file that messengers show beside a link to a page."""
        return f"{self._name}-card.jpg"

    @property
    def logo(self) -> str:
        """Return the file at the top of every page."""
        return f"{self._name}-logo.png"

    @property
    def names(self) -> tuple[str, ...]:
        """Return all that a page needs."""
        return (*self.webp.values(), self.fallback)

    @property
    def _name(self) -> str:
        shown = normalize("NFKD", PurePosixPath(self.picture.file).stem.casefold()).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", shown).strip("-")[:LONGEST_NAME].strip("-") or "picture"
        return f"{FOLDER}{slug}-{sha256(f'{self.picture.digest} {how_made()}'.encode()).hexdigest()[:10]}"


def sizes(picture: Picture) -> Sizes:
    """Return the sizes in which a picture is published; it is never made larger."""
    largest = min(picture.width, WIDTHS[-1], max(1, picture.width * TALLEST // picture.height))
    return Sizes(picture, (*(width for width in WIDTHS if width < NEARLY * largest), largest))


def card_size(picture: Picture) -> tuple[int, int]:
    """Return how large the middle of a picture is that messengers show."""
    width = min(picture.width, CARD_WIDTH, picture.height * CARD_WIDTH // CARD_HEIGHT)
    return width, round(width * CARD_HEIGHT / CARD_WIDTH)


def logo_size(picture: Picture) -> tuple[int, int]:
    """Return how many dots the file of a logo has."""
    return fitting(picture.width, picture.height, (LOGO_WIDTH, LOGO_HEIGHT))


def size_for(picture: Picture, use: Use) -> tuple[int, int]:
    """Return how large the largest file of a picture is for some use."""
    if use is Use.PAGE:
        return sizes(picture).width, sizes(picture).height
    return card_size(picture) if use is Use.CARD else logo_size(picture)


def fitting(width: float, height: float, room: tuple[int, int]) -> tuple[int, int]:
    """Return how large something is in some room: never larger than it is, and in its shape."""
    factor = min(room[0] / width, room[1] / height, 1)
    return max(1, round(width * factor)), max(1, round(height * factor))


@cache
def how_made() -> str:
    """Return what stands for the way from a picture to its files: this code, Pillow, and what encodes for it."""
    from PIL import __version__, _imaging, _imagingcms, _webp  # not its `features`, which load all of it: 20 ms

    turbo = getattr(_imaging, "libjpeg_turbo_version", None)
    codecs = [_webp.webpdecoder_version, _imaging.jpeglib_version, turbo]
    codecs += [_imaging.zlib_version, _imagingcms.littlecms_version]
    code = [sha256(Path(__file__).with_name(name).read_bytes()).hexdigest() for name in CODE]
    return repr((__version__, codecs, code))


def height_of(picture: Picture, width: int) -> int:
    """Return how high a picture is when it is so wide."""
    return max(1, round(picture.height * width / picture.width))
