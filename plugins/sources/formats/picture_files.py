"""Makes the files of a picture: upright, in sRGB, without a note, each small enough for a phone.

The encoders are told all that they might decide by themselves, so that the same picture gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .raster import SIDEWAYS, TURNED, Picture, is_transparent, opened
from .sizes import CARD_LIMIT, LIMIT, LOGO_LIMIT, WIDTHS, Use, card_size, height_of, logo_size, sizes

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITIES = (80, 68, 56, 44)  # below which fewer dots look better
FEW_COLORS = 4_096  # a drawing, which is smaller and sharper when nothing of it is lost
SHRUNK = 0.7
OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "JPEG": {"optimize": True, "progressive": True, "subsampling": "4:2:0"},
    "WEBP": {"method": 4, "alpha_quality": 100, "exact": False},
}


def made(path: Path, picture: Picture, use: Use = Use.PAGE) -> dict[str, bytes]:
    """Return the bytes of all files for some use, by their names; raise NoPicture if the picture cannot be read."""
    if use is Use.PAGE:
        return _for_pages(path, picture)
    return {sizes(picture).card: card(path, picture)} if use is Use.CARD else {sizes(picture).logo: logo(path, picture)}


def _for_pages(path: Path, picture: Picture) -> dict[str, bytes]:
    wanted = sizes(picture)
    files = {}
    with opened(path.read_bytes(), picture.file) as image:
        image.draft(None, _stored(image, wanted.width, wanted.height))
        drawing = _is_drawing(image)
        shown = _shown(image, (wanted.width, wanted.height))
        files[wanted.fallback] = _png(shown, LIMIT) if picture.transparent else _fitting(shown, "JPEG", LIMIT)
        for width in reversed(wanted.widths):
            shown = _resized(shown, (width, height_of(picture, width)))
            files[wanted.webp[width]] = (drawing and _exact(shown)) or _fitting(shown, "WEBP", LIMIT)
    return files


def card(path: Path, picture: Picture) -> bytes:
    """Return the middle of a picture as messengers show it; raise NoPicture if the picture cannot be read."""
    from PIL import ImageOps
    from PIL.Image import Resampling

    with opened(path.read_bytes(), picture.file) as image:
        whole = _shown(image, None)
        return _fitting(ImageOps.fit(_opaque(whole), card_size(picture), Resampling.LANCZOS), "JPEG", CARD_LIMIT)


def logo(path: Path, picture: Picture) -> bytes:
    """Return a picture as it stands at the top of pages; raise NoPicture if the picture cannot be read."""
    with opened(path.read_bytes(), picture.file) as image:
        return _png(_shown(image, logo_size(picture)), LOGO_LIMIT)


def small(content: bytes, file: str) -> bytes:
    """Return a picture as a list of pictures shows it; raise NoPicture if it cannot be read."""
    with opened(content, file) as image:
        image.draft(None, (WIDTHS[0], WIDTHS[0]))
        shown = _shown(image, None)
        shown.thumbnail((WIDTHS[0], WIDTHS[0]))
        return _saved(shown, "WEBP", quality=QUALITIES[0], **OPTIONS["WEBP"])


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
    from PIL.Image import new

    if image.mode != "RGBA":
        return image
    paper = new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _exact(image: Image) -> bytes | None:
    """Return a drawing in WebP, of which nothing is lost; None where that takes too much room."""
    found = _saved(image, "WEBP", lossless=True, quality=50, method=2, exact=False)
    return found if len(found) <= LIMIT else None


def _fitting(image: Image, kind: str, limit: int) -> bytes:
    """Return a picture as good as so many bytes allow: of less quality, and then smaller, if it has to be."""
    for quality in QUALITIES:
        found = _saved(image, kind, quality=quality, **OPTIONS[kind])
        if len(found) <= limit:
            return found
    return _fitting(_shrunk(image), kind, limit)


def _png(image: Image, limit: int) -> bytes:
    """Return a PNG within a limit: of fewer colors, and then smaller, if it has to be."""
    found = _saved(image, "PNG", optimize=True)
    while len(found) > limit:
        found = _saved(image.quantize(256), "PNG", optimize=True)
        image = _shrunk(image)
    return found


def _shrunk(image: Image) -> Image:
    return _resized(image, (max(1, int(image.width * SHRUNK)), max(1, int(image.height * SHRUNK))))


def _saved(image: Image, kind: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
