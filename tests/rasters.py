"""Pictures for the tests, made by Pillow: in every format, size and mode, with what cameras write into them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from pillow_heif import register_heif_opener

register_heif_opener()
KINDS = {"jpg": "JPEG", "jpeg": "JPEG", "heic": "HEIF", "tif": "TIFF"}
# Display P3 (https://www.color.org/chardata/rgb/DisplayP3.xalter), adapted to the white of profiles.
P3 = {"rXYZ": (0.5151, 0.2412, -0.0011), "gXYZ": (0.2920, 0.6922, 0.0419), "bXYZ": (0.1571, 0.0666, 0.7841)}
ORIENTATION, GPS, ARTIST = 0x0112, 0x8825, 0x013B


def drawn(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    """Return a picture of which each corner is another: red at the top left, green, blue, white at the bottom right."""
    image = Image.new("RGB", size)
    pen, (right, bottom) = ImageDraw.Draw(image), size
    for place, color in (((0, 0), "red"), ((1, 0), "lime"), ((0, 1), "blue"), ((1, 1), "white")):
        left, top = place[0] * right // 2, place[1] * bottom // 2
        pen.rectangle((left, top, left + right // 2, top + bottom // 2), fill=color)
    return image.convert(mode)


def noise(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """Return a picture that no encoder can make small, the same each time."""
    number, dots = 1, bytearray()
    for _ in range(size[0] * 3):
        number = number * 1103515245 + 12345 & 0x7FFFFFFF
        dots.append(number >> 16 & 255)
    rows = b"".join(bytes(dots[row % 97 :] + dots[: row % 97]) for row in range(size[1]))
    return Image.frombytes("RGB", size, rows).convert(mode)


def saved(image: Image.Image, ending: str = "jpg", **options: Any) -> bytes:
    """Return a picture as a file of this ending."""
    file = BytesIO()
    image.save(file, KINDS.get(ending, ending.upper()), **options)
    return file.getvalue()


def picture(ending: str = "jpg", size: tuple[int, int] = (640, 480), mode: str = "RGB", **options: Any) -> bytes:
    """Return a picture with four corners, as a file of this ending."""
    return saved(drawn(size, mode), ending, **options)


def exif(orientation: int = 1) -> bytes:
    """Return what a phone writes: which side is up, by whom, and where."""
    notes = Image.Exif()
    notes[ORIENTATION], notes[ARTIST] = orientation, "Jane Doe"
    notes.get_ifd(GPS)[1] = "N"
    return notes.tobytes()


def deep_png(size: tuple[int, int] = (64, 48)) -> bytes:
    """Return a PNG of one color with 16 bits for each of red, green and blue, which Pillow cannot write."""
    dots = b"".join(b"\0" + struct.pack(">3H", 0x8080, 0x4040, 0xC0C0) * size[0] for _ in range(size[1]))
    head = struct.pack(">2I5B", *size, 16, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(dots)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held)) for name, held in parts
    )


def p3_profile() -> bytes:
    """Return the color profile of phones: more colors than a web page has by itself."""
    numbers = {name: b"XYZ \0\0\0\0" + b"".join(map(_fixed, values)) for name, values in P3.items()}
    curve = b"curv\0\0\0\0\0\0\0\1\x02\x33\0\0"  # gamma 2.2
    tags = {"wtpt": b"XYZ \0\0\0\0" + b"".join(map(_fixed, (0.9642, 1.0, 0.8249))), **numbers}
    tags |= dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve)
    at, table, held = 128 + 4 + 12 * len(tags), b"", b""
    for name, content in tags.items():
        table += name.encode() + struct.pack(">2I", at + len(held), len(content))
        held += content
    size = at + len(held)
    head = struct.pack(">I4x4s4s4s4s", size, b"\x02\x10\0\0", b"mntr", b"RGB ", b"XYZ ") + bytes(12) + b"acsp"
    head = head.ljust(68, b"\0") + b"".join(map(_fixed, (0.9642, 1.0, 0.8249)))
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + held


def _fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))
