"""A picture is shown with a right, with consent, and without hidden notes."""

import pytest

from rasters import exif, picture
from sources.formats.pictures import has_notes
from sources.formats.raster import BROKEN
from subjects.pictures.subject import line_for

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


def icon(held: bytes) -> bytes:
    """Return an icon with one picture."""
    size = len(held).to_bytes(4, "little")
    return b"\0\0\1\0\1\0" + b"\x10\x10\0\0\1\0\x20\0" + size + (22).to_bytes(4, "little") + held


def avif(item: bytes) -> bytes:
    """Return an AVIF with one item."""
    return AVIF + b"\0\0\0\x18metainfe\x02\0\0\0\0\x01\0\0" + item + b"\0\0\0\x0amdatxx"


@pytest.mark.parametrize(
    "content",
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
def test_a_picture_without_notes_is_fine(content):
    assert not has_notes(content)


@pytest.mark.parametrize(
    "content",
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
def test_hidden_notes_are_found(content):
    assert has_notes(content)


ASKED = (
    "before this picture goes public, add a line to data/images.yaml that says who made it, why it may be shown, "
    "and whether anybody can be recognized in it (yes or no): "
)


def test_a_picture_that_nobody_answers_for_is_refused_with_the_line_to_add(coalition):
    (coalition.content / "images").mkdir()
    (coalition.content / "images" / "map, old.png").write_bytes(picture("png"))

    assert [
        f"""content/images/map, old.png: {ASKED}- {{file: "map, old.png", rights: "", people: }}"""
    ] == coalition.problems()


def test_the_line_that_is_offered_asks_for_what_only_people_know(coalition):
    coalition.write("images/office.jpg", picture())
    coalition.write("data/images.yaml", f"images:\n  {line_for('office.jpg')}\n")

    assert coalition.problems() == [
        "content/data/images.yaml:2:32: image 1, rights: expected text, found nothing.",
        "content/data/images.yaml:2:36: image 1, people: expected yes or no, found nothing.",
    ]


def test_a_picture_in_the_preview_needs_no_right_yet(coalition):
    (coalition.content / "images").mkdir()
    (coalition.content / "images" / "map.png").write_bytes(picture("png"))

    assert coalition.check(production=False).pictures.keys() == {"images/map.png"}


def test_a_picture_in_extra_is_answered_for_too(coalition):
    coalition.write("extra/icon.png", picture("png"))

    assert [f'content/extra/icon.png: {ASKED}- {{file: extra/icon.png, rights: "", people: }}'] == coalition.problems()


def test_hidden_notes_are_refused_in_what_is_published_as_it_is(coalition):
    coalition.write("images/map.jpg", picture("jpg", exif=exif(), comment=b"Jane Doe"))
    coalition.write("extra/icon.png", PNG + IHDR + TEXT + IEND)
    coalition.write("images/icon.ico", icon(PNG + IHDR + TEXT + IEND))
    entries = coalition.read("data/images.yaml")
    coalition.write("data/images.yaml", entries + entries.splitlines()[-1].replace("icon.ico", "extra/icon.png") + "\n")
    told = "this picture carries hidden notes, such as where, when or by whom it was made. "
    told += "Put it into content/images, where they are taken out, or save it again without them."

    assert [told in problem for problem in coalition.problems() if "hidden notes" in problem] == [True, True]
    assert not any("images/map.jpg" in problem for problem in coalition.problems())


def test_people_are_shown_once_they_agreed(coalition):
    coalition.write("images/us.png", picture("png"))
    coalition.change("data/images.yaml", "people: no", "people: yes, consent: 2026-10-01")

    assert [] == coalition.problems()


def test_a_picture_straight_from_a_phone_is_fine(coalition):
    coalition.write("images/IMG_2041.HEIC", picture("heic", exif=exif(6)))

    assert [] == coalition.problems()


def test_a_picture_that_is_damaged_is_told_at_its_file(coalition):
    coalition.write("images/map.jpg", picture()[:1000])

    assert coalition.problems() == [f"content/images/map.jpg: {BROKEN}"]


def test_an_entry_is_not_asked_for_a_file_that_is_no_picture_for_the_web(coalition):
    (coalition.content / "images").mkdir(exist_ok=True)
    (coalition.content / "images" / "us.bmp").write_bytes(b"x")

    assert coalition.problems() == [
        'content/images/us.bmp: "us.bmp" is not a picture for the web. '
        "Expected one of: .svg, .png, .jpg, .jpeg, .webp, .avif, .gif, .ico, .heic, .heif."
    ]


def test_a_heic_is_none_that_everybody_could_open_as_it_is(coalition):
    coalition.write("extra/us.heic", picture("heic"))

    assert coalition.problems() == ['content/extra/us.heic: "us.heic" does not belong here. Move it to content/images.']


def test_a_picture_has_one_entry(coalition):
    coalition.write("images/map.png", picture("png"))
    entries = coalition.read("data/images.yaml")
    coalition.write("data/images.yaml", entries + entries.partition("\n")[2])

    assert coalition.problems() == [
        'content/data/images.yaml:3:12: image: "map.png" stands here twice, first in line 2.'
    ]


def test_an_icon_that_holds_itself_is_refused_at_once():
    size = 6 + 16
    icon = b"\0\0\1\0\1\0" + bytes(8) + size.to_bytes(4, "little") + bytes(4)

    assert has_notes(icon)
