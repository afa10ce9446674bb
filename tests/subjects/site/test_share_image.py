"""The picture for link previews, and the size of a picture file."""

import struct

import pytest

from conftest import CATE_CONTENT
from subjects.site.share_image import picture_size

SHARE = (CATE_CONTENT / "images" / "share.png").read_bytes()
START = b"\xff\xd8"
HEADER = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + b"\0" * 9
TABLE = b"\xff\xc4" + struct.pack(">H", 8) + b"\xff\xc0\0\0\0\0"


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0"


def jpeg(width: int, height: int, frame: int = 0xC0) -> bytes:
    return START + HEADER + TABLE + bytes([0xFF, frame]) + struct.pack(">HBHHB", 17, 8, height, width, 3) + b"\0" * 9


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (SHARE, (1200, 630)),
        (png(640, 480), (640, 480)),
        (jpeg(640, 480), (640, 480)),
        (jpeg(640, 480, frame=0xC2), (640, 480)),
        (START + HEADER, None),
        (START, None),
        (START + HEADER + b"no mark" * 9, None),
        (b"GIF89a\x80\x02\xe0\x01", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", None),
        (b"", None),
    ],
    ids=["share", "png", "jpeg", "progressive", "no frame", "start alone", "no mark", "gif", "svg", "empty"],
)
def test_the_size_of_a_picture_is_read_from_its_head(content, size):
    assert size == picture_size(content)


def give(coalition, picture: bytes | None, name: str = "share.png") -> list[str]:
    """Give the coalition a picture for link previews; return the problems."""
    if picture is not None:
        coalition.write(f"images/{name}", picture)
    coalition.change("data/site.yaml", "place:", f"share_image:\n  file: images/{name}\n  words: Circles\nplace:")
    return coalition.problems()


@pytest.mark.parametrize("picture", [SHARE, png(1200, 630), jpeg(1200, 630)], ids=["share", "png", "jpeg"])
def test_a_picture_of_the_right_kind_and_size_is_fine(coalition, picture):
    assert [] == give(coalition, picture, "share.jpg" if picture.startswith(START) else "share.png")


@pytest.mark.parametrize(
    ("picture", "complaint"),
    [
        (png(1200, 600), "expected 1200 x 630 pixels, found 1200 x 600."),
        (jpeg(630, 1200), "expected 1200 x 630 pixels, found 630 x 1200."),
        (b"RIFF\0\0\0\0WEBP", 'expected a PNG or JPEG picture, found "images/share.png".'),
        (png(1200, 630) + b"x" * 70_000, "expected at most 60 kB, found 70 kB. Make it smaller."),
        (None, 'no file "images/share.png" in content.'),
    ],
    ids=["too flat", "upright", "another kind", "too large", "missing"],
)
def test_another_is_refused_at_its_place(coalition, picture, complaint):
    assert f"content/data/site.yaml:4:9: share_image file: {complaint}" in give(coalition, picture)


def test_a_misspelt_name_is_guessed(coalition):
    coalition.write("images/share.png", SHARE)

    assert [
        'content/data/site.yaml:4:9: share_image file: no file "images/shaer.png" in content. '
        'Did you mean "images/share.png"?'
    ] == give(coalition, None, "shaer.png")


@pytest.mark.parametrize("name", ["../README.md", "../extra/share.png"])
def test_only_pictures_of_this_site_will_do(coalition, name):
    coalition.write("extra/share.png", SHARE)

    assert any('share_image file: no file "images/../' in problem for problem in give(coalition, None, name))
