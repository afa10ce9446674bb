"""Makes of a picture what is published: upright, in sRGB, without notes, in a few widths, each small enough for a phone.

WebP, since every browser since 2020 reads it and it is made five times as fast as an AVIF of its size; and for all
others, and whoever follows a link to the picture, one JPEG, or PNG where something can be seen through it.
The encoders are told all that they might decide by themselves, so that the same picture gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from .raster import SIDEWAYS, TURNED, Picture, is_transparent, opened

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTHS = (480, 960, 1440)  # a phone, a phone with fine dots or the column of a desk, and that with fine dots
TALLEST = 8_000  # dots; WebP knows no more than 16,383
NEARLY = 0.8  # of the next width: not worth a file of its own
LIMIT = 150_000  # bytes of a file
CARD_WIDTH, CARD_HEIGHT, CARD_LIMIT = 1200, 630, 60_000  # what messengers show of a picture, and how much they fetch
# No page can have an address below this one (`-` is no name), so what is there never changes and may be kept for ever.
FOLDER = "images/-/"
LONGEST_NAME = 40
QUALITIES = (80, 68, 56, 44)  # below which fewer dots look better
FEW_COLORS = 4_096  # a drawing, which is smaller and sharper when nothing of it is lost
SHRUNK = 0.7
OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "JPEG": {"optimize": True, "progressive": True, "subsampling": "4:2:0"},
    "WEBP": {"method": 4, "alpha_quality": 100, "exact": False},
}


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
        return _height(self.picture, self.width)

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


@cache
def how_made() -> str:
    """Return what stands for the way from a picture to its files: this code, Pillow, and what encodes for it."""
    from PIL import __version__, features

    codecs = [features.version(name) for name in ("webp", "jpg", "libjpeg_turbo", "zlib", "littlecms2")]
    return repr((__version__, codecs, sha256(Path(__file__).read_bytes()).hexdigest()))


def made(path: Path, picture: Picture) -> dict[str, bytes]:
    """Return the bytes of all that a page needs; raise NoPicture if the picture cannot be read."""
    wanted = sizes(picture)
    files = {}
    with opened(path.read_bytes(), picture.file) as image:
        image.draft(None, _stored(image, wanted.width, wanted.height))
        drawing = _is_drawing(image)
        shown = _shown(image, (wanted.width, wanted.height))
        files[wanted.fallback] = _png(shown) if picture.transparent else _fitting(shown, "JPEG", LIMIT)
        for width in reversed(wanted.widths):
            shown = _resized(shown, (width, _height(picture, width)))
            files[wanted.webp[width]] = (drawing and _exact(shown)) or _fitting(shown, "WEBP", LIMIT)
    return files


def card(path: Path, picture: Picture) -> bytes:
    """Return the middle of a picture as messengers show it; raise NoPicture if the picture cannot be read."""
    from PIL import ImageOps
    from PIL.Image import Resampling

    with opened(path.read_bytes(), picture.file) as image:
        whole = _shown(image, None)
        return _fitting(ImageOps.fit(_opaque(whole), card_size(picture), Resampling.LANCZOS), "JPEG", CARD_LIMIT)


def _height(picture: Picture, width: int) -> int:
    return max(1, round(picture.height * width / picture.width))


def _stored(image: Image, width: int, height: int) -> tuple[int, int]:
    """Return a size as it is before the picture is turned upright."""
    return (height, width) if image.getexif().get(TURNED) in SIDEWAYS else (width, height)


def _is_drawing(image: Image) -> bool:
    lossless = image.format in ("PNG", "GIF") and not image.mode.startswith("I")  # which counts no colors
    return lossless and image.getcolors(FEW_COLORS) is not None


def _shown(image: Image, size: tuple[int, int] | None) -> Image:
    """Return a picture as people see it: of this size, upright, in sRGB; nothing but its dots is left."""
    from PIL import ImageOps

    turn, profile = image.getexif().get(TURNED, 1), image.info.get("icc_profile")
    plain = _plain(image)
    if size:
        plain = _resized(plain, _stored(image, *size))
    plain = _in_srgb(plain, profile) if profile else plain
    plain = plain.convert("RGBA" if is_transparent(plain) else "RGB")
    plain.info.clear()
    plain.getexif()[TURNED] = turn
    return ImageOps.exif_transpose(plain)


def _plain(image: Image) -> Image:
    """Return a picture in a mode of which each dot can be mixed with its neighbors."""
    image.load()
    if image.mode.startswith("I"):  # 16 bits of gray
        return image.convert("I").point(lambda value: value * (1 / 256) + 0).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("RGB", "L", "CMYK") else image.convert("RGB" if image.mode != "1" else "L")


def _in_srgb(image: Image, profile: bytes) -> Image:
    """Return a picture in the colors that all screens share; one whose profile cannot be read is taken for such."""
    from PIL import ImageCms

    dots = image.convert("RGB") if image.mode == "RGBA" else image
    try:
        given = ImageCms.ImageCmsProfile(BytesIO(profile))
        shared = ImageCms.profileToProfile(dots, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image
    if image.mode == "RGBA" and shared:
        shared.putalpha(image.getchannel("A"))
    return shared or image


def _resized(image: Image, size: tuple[int, int]) -> Image:
    from PIL.Image import Resampling

    if image.size == size:
        return image
    factor = min(image.width // (2 * size[0]), image.height // (2 * size[1]))
    return (image.reduce(factor) if factor > 1 else image).resize(size, Resampling.LANCZOS)


def _opaque(image: Image) -> Image:
    """Return a picture on white paper."""
    from PIL import Image as images

    if image.mode != "RGBA":
        return image
    paper = images.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _exact(image: Image) -> bytes | None:
    """Return a drawing in WebP, of which nothing is lost; None where that takes too much room."""
    found = _saved(image, "WEBP", lossless=True, quality=50, method=2, exact=False)
    return found if len(found) <= LIMIT else None


def _fitting(image: Image, kind: str, limit: int) -> bytes:
    """Return a picture as good as it can be within so many bytes: of less quality, and then smaller, if it has to be."""
    for quality in QUALITIES:
        found = _saved(image, kind, quality=quality, **OPTIONS[kind])
        if len(found) <= limit:
            return found
    return _fitting(_shrunk(image), kind, limit)


def _png(image: Image) -> bytes:
    """Return a PNG within the limit: of fewer colors, and then smaller, if it has to be."""
    found = _saved(image, "PNG", optimize=True)
    while len(found) > LIMIT:
        found = _saved(image.quantize(256), "PNG", optimize=True)
        image = _shrunk(image)
    return found


def _shrunk(image: Image) -> Image:
    return _resized(image, (max(1, int(image.width * SHRUNK)), max(1, int(image.height * SHRUNK))))


def _saved(image: Image, kind: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
