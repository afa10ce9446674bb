"""A picture is shown with a right, with consent, and without hidden notes."""

import pytest

from sources.formats.pictures import has_notes

PNG, IHDR, IEND = b"\x89PNG\r\n\x1a\n", b"\0\0\0\x01IHDRx\0\0\0\0", b"\0\0\0\0IEND\0\0\0\0"
TEXT = b"\0\0\0\x03tEXta\0b\0\0\0\0"
SCAN, END = b"\xff\xda\0\x02Exif\xff\0\xe1\xff\xd0\xff", b"\xff\xd9"
HEADER = b"\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
JFIF = b"\xff\xd8" + HEADER + b"\xff\xff\xe2\0\x0eICC_PROFILE\0" + b"\xff\xee\0\x07Adobe"
GIF, GIF_PICTURE = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff", b"\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0"
LOOP, TURN = b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0", b"\x21\xf9\4\0\0\0\0\0"
WEBP = b"RIFF\x0e\0\0\0WEBPVP8 \x01\0\0\0x\0"
AVIF = b"\0\0\0\x10ftypavif0000"
EXIF = b"\xff\xe1\0\x08Exif\0\0"


def icon(picture: bytes) -> bytes:
    """Return an icon with one picture."""
    size = len(picture).to_bytes(4, "little")
    return b"\0\0\1\0\1\0" + b"\x10\x10\0\0\1\0\x20\0" + size + (22).to_bytes(4, "little") + picture


def avif(item: bytes) -> bytes:
    """Return an AVIF with one item."""
    return AVIF + b"\0\0\0\x18metainfe\x02\0\0\0\0\x01\0\0" + item + b"\0\0\0\x0amdatxx"


@pytest.mark.parametrize(
    "picture",
    [
        PNG + IHDR + IEND,
        PNG + IHDR + IEND + b"\n\0",
        JFIF + SCAN + END,
        JFIF + SCAN + b"\xff\xc4\0\2" + SCAN + END,
        WEBP,
        avif(b"av01"),
        GIF + LOOP + TURN + GIF_PICTURE + b";",
        b"GIF89a\0\0\0\0;",
        icon(PNG + IHDR + IEND),
        icon(b"\x28\0\0\0 a bitmap"),
        b"",
        b"\xff\xd8\xff",
        PNG + b"\0\0",
    ],
)
def test_a_picture_without_notes_is_fine(picture):
    assert not has_notes(picture)


@pytest.mark.parametrize(
    "picture",
    [
        PNG + IHDR + TEXT + IEND,
        *(PNG + IHDR + TEXT.replace(b"tEXt", kind) + IEND for kind in (b"eXIf", b"iTXt", b"zTXt", b"tIME", b"prVW")),
        PNG + IHDR + IEND + JFIF,
        JFIF + EXIF + SCAN + END,
        JFIF + b"\xff\xed\0\x02" + SCAN + END,
        JFIF + b"\xff\xfe\0\x04by" + SCAN + END,
        JFIF + SCAN + END + b"\xff\xd8" + EXIF,
        JFIF + SCAN + EXIF + SCAN + END,
        b"\xff\xd8" + b"\xff\xe0\0\x0aJFXX\0\x10\0\0" + SCAN + END,
        b"\xff\xd8" + HEADER[:-2] + b"\1\1\0\0\0" + SCAN + END,
        b"\xff\xd8" + HEADER + b"\xff\xe2\0\x06MPF\0" + SCAN + END,
        WEBP + b"EXIF\0\0\0\0",
        WEBP.replace(b"VP8 ", b"XMP "),
        WEBP + b"GPS 38.6270",
        avif(b"Exif"),
        avif(b"av01") + b"\0\0\0\x0cuuidgps.",
        GIF + b"\x21\xfe\x02by\0" + GIF_PICTURE + b";",
        GIF + b"\x21\xff\x0bXMP DataXMP\1x\0" + GIF_PICTURE + b";",
        GIF + GIF_PICTURE + b";GPS",
        icon(PNG + IHDR + TEXT + IEND),
        icon(PNG + IHDR + IEND) + b"GPS",
    ],
)
def test_hidden_notes_are_found(picture):
    assert has_notes(picture)


def test_a_picture_that_nobody_answers_for_is_refused(coalition):
    (coalition.content / "images").mkdir()
    (coalition.content / "images" / "map.png").write_bytes(PNG + IEND)

    assert [
        "content/images/map.png: add this picture to data/images.yaml: "
        "who made it, and who in it has agreed to be shown."
    ] == coalition.problems()


def test_a_picture_in_extra_is_answered_for_too(coalition):
    coalition.write("extra/icon.png", PNG + IHDR + IEND)

    assert [
        "content/extra/icon.png: add this picture to data/images.yaml: "
        "who made it, and who in it has agreed to be shown."
    ] == coalition.problems()


def test_hidden_notes_are_refused_in_every_folder(coalition):
    coalition.write("images/map.png", PNG + IHDR + TEXT + IEND)
    coalition.write("extra/icon.png", PNG + IHDR + TEXT + IEND)
    entries = coalition.read("data/images.yaml")
    coalition.write("data/images.yaml", entries + entries.partition("\n")[2].replace("map.png", "extra/icon.png"))
    told = "this picture carries hidden notes, such as where, when or by whom it was made. "

    assert [
        f"content/extra/icon.png: {told}Save it again without them, as the guide says.",
        f"content/images/map.png: {told}Save it again without them, as the guide says.",
    ] == coalition.problems()


def test_people_are_shown_once_they_agreed(coalition):
    coalition.write("images/us.png", PNG + IHDR + IEND)
    coalition.change("data/images.yaml", "people: no", "people: yes, consent: 2026-10-01")

    assert [] == coalition.problems()


def test_an_entry_is_not_asked_for_a_file_that_is_no_picture_for_the_web(coalition):
    (coalition.content / "images").mkdir(exist_ok=True)
    (coalition.content / "images" / "us.heic").write_bytes(b"x")

    assert coalition.problems() == [
        'content/images/us.heic: "us.heic" is not a picture for the web. '
        "Expected one of: .svg, .png, .jpg, .jpeg, .webp, .avif, .gif, .ico."
    ]


def test_a_picture_has_one_entry(coalition):
    coalition.write("images/map.png", PNG + IHDR + IEND)
    entries = coalition.read("data/images.yaml")
    coalition.write("data/images.yaml", entries + entries.partition("\n")[2])

    assert coalition.problems() == [
        'content/data/images.yaml:3:12: image: "map.png" stands here twice, first in line 2.'
    ]


def test_an_icon_that_holds_itself_is_refused_at_once():
    size = 6 + 16
    icon = b"\0\0\1\0\1\0" + bytes(8) + size.to_bytes(4, "little") + bytes(4)

    assert has_notes(icon)
