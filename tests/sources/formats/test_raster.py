"""A picture is read in whatever format people have it; one that is damaged, too large or no picture is told."""

import struct
import zlib

import pytest

from rasters import deep_png, drawn, exif, picture, saved
from sources.formats import raster
from sources.formats.raster import NoPicture, is_raster, read_picture


def read(tmp_path, name: str, content: bytes):
    path = tmp_path / name
    path.write_bytes(content)
    return read_picture(path, f"images/{name}")


def told(tmp_path, name: str, content: bytes) -> str:
    with pytest.raises(NoPicture) as refused:
        read(tmp_path, name, content)
    return str(refused.value)


def png_of(width: int, height: int, dots: bytes = b"") -> bytes:
    """Return a PNG that says of itself that it has this size."""
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(dots)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held)) for name, held in parts
    )


@pytest.mark.parametrize("name", ["a.jpg", "a.JPEG", "a.png", "a.webp", "a.avif", "a.gif", "a.heic", "a.HEIF"])
def test_every_format_that_people_have_is_read(tmp_path, name):
    ending = name.partition(".")[2].casefold().replace("heif", "heic")
    found = read(tmp_path, name, picture(ending, (64, 48)))

    assert (found.file, found.width, found.height) == (f"images/{name}", 64, 48)
    assert is_raster(found.file)
    assert not found.transparent


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "YCbCr", "I;16"])
def test_every_mode_is_read(tmp_path, mode):
    ending = "jpg" if mode in ("CMYK", "YCbCr") else "png"

    assert not read(tmp_path, f"a.{ending}", picture(ending, (64, 48), mode)).transparent


def test_a_png_with_16_bits_for_each_color_is_read(tmp_path):
    assert read(tmp_path, "a.png", deep_png()).width == 64


@pytest.mark.parametrize(("orientation", "size"), [(1, (64, 48)), (3, (64, 48)), (6, (48, 64)), (8, (48, 64))])
def test_the_size_is_that_of_the_upright_picture(tmp_path, orientation, size):
    found = read(tmp_path, "a.jpg", picture("jpg", (64, 48), exif=exif(orientation)))

    assert size == (found.width, found.height)


def test_only_what_can_be_seen_through_is_transparent(tmp_path):
    glass = drawn((64, 48), "RGBA")
    opaque = saved(glass, "png")
    glass.putpixel((0, 0), (0, 0, 0, 0))

    assert not read(tmp_path, "opaque.png", opaque).transparent
    assert read(tmp_path, "glass.png", saved(glass, "png")).transparent
    assert read(tmp_path, "glass.gif", saved(glass, "gif")).transparent


def test_a_moving_picture_is_known(tmp_path):
    frames = picture("gif", (64, 48), save_all=True, append_images=[drawn((64, 48)).rotate(180)])

    assert read(tmp_path, "a.gif", frames).moving
    assert not read(tmp_path, "b.gif", picture("gif", (64, 48))).moving


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif", "gif", "heic"])
def test_a_picture_that_is_cut_short_is_refused(tmp_path, ending):
    whole = saved(drawn((640, 480)).rotate(30), ending)

    assert told(tmp_path, f"a.{ending}", whole[: len(whole) * 2 // 3]) == raster.BROKEN


def test_a_picture_that_only_begins_like_one_is_refused(tmp_path):
    assert told(tmp_path, "a.jpg", b"\xff\xd8\xff") == raster.BROKEN
    assert told(tmp_path, "a.png", b"\x89PNG\r\n\x1a\n" + bytes(100)) == raster.BROKEN


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.jpg", picture("png"), 'expected a JPEG picture, as its ending says, found a PNG picture. Call it "a.png".'),
        (
            "a.png",
            picture("webp"),
            'expected a PNG picture, as its ending says, found a WebP picture. Call it "a.webp".',
        ),
        (
            "a.heic",
            picture("jpg"),
            'expected a HEIC picture, as its ending says, found a JPEG picture. Call it "a.jpg".',
        ),
        (
            "a.gif",
            b"<html>",
            "expected a GIF picture, as its ending says, found something else. Save it again as a GIF picture.",
        ),
    ],
)
def test_a_picture_that_is_not_what_its_ending_says_is_refused(tmp_path, name, content, message):
    assert told(tmp_path, name, content) == message


def test_a_picture_with_too_many_dots_is_refused_before_any_is_drawn(tmp_path):
    assert told(tmp_path, "a.png", png_of(60_000, 50_000)) == (
        "expected at most 100 megapixels, found 3000 (60,000 x 50,000). Make it smaller."
    )


def test_a_file_of_too_many_bytes_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(raster, "LIMIT", 2_000_000)

    assert (
        told(tmp_path, "a.jpg", picture() + bytes(3_000_000)) == "expected at most 2 MB, found 3 MB. Make it smaller."
    )


def test_only_pictures_of_dots_in_images_get_sizes():
    assert [is_raster(name) for name in ("images/a.PNG", "images/a.svg", "images/a.ico", "extra/a.png")] == [
        True, False, False, False,
    ]  # fmt: skip
