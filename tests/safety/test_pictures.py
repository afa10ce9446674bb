"""A picture is shown with a right, with consent, and without hidden notes."""

import pytest

from safety.picture_notes import has_notes

PNG, IHDR, IEND = b"\x89PNG\r\n\x1a\n", b"\0\0\0\x01IHDRx\0\0\0\0", b"\0\0\0\0IEND\0\0\0\0"
TEXT = b"\0\0\0\x03tEXta\0b\0\0\0\0"
SCAN = b"\xff\xda\0\x02Exif\xff\xe1\xff\xd9"
JFIF = b"\xff\xd8\xff\xe0\0\x04JF\xff\xe2\0\x02\xff\xee\0\x02"


@pytest.mark.parametrize(
    "picture",
    [
        PNG + IHDR + IEND,
        JFIF + SCAN,
        b"RIFF\0\0\0\0WEBPVP8 \x01\0\0\0x\0",
        b"\0\0\0\x1cftypavif0000infe\x02\0\0\0\0\x01\0\0av01",
        b"GIF89a\0\0\0\0;",
        b"<svg xmlns='http://www.w3.org/2000/svg'><title>A map</title></svg>",
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
        *(PNG + IHDR + TEXT.replace(b"tEXt", kind) + IEND for kind in (b"eXIf", b"iTXt", b"zTXt", b"tIME")),
        JFIF + b"\xff\xe1\0\x08Exif\0\0" + SCAN,
        JFIF + b"\xff\xed\0\x02" + SCAN,
        JFIF + b"\xff\xfe\0\x04by" + SCAN,
        b"RIFF\0\0\0\0WEBPVP8X\x01\0\0\0x\0EXIF\0\0\0\0",
        b"RIFF\0\0\0\0WEBPXMP \0\0\0\0",
        b"\0\0\0\x1cftypavif0000infe\x02\0\0\0\0\x02\0\0Exif",
        b"GIF89a\x21\xfe\x02by\0;",
        b"<svg inkscape:export-filename='/home/jane/map.png'></svg>",
        b"<svg><metadata>Jane</metadata></svg>",
        b"<svg><!-- Jane --></svg>",
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


def test_hidden_notes_are_refused_in_every_folder(coalition):
    coalition.write("images/map.png", PNG + IHDR + TEXT + IEND)
    coalition.write("extra/icon.svg", b"<svg><!-- Jane --></svg>")
    told = "this picture carries hidden notes, such as where, when or by whom it was made. "

    assert [
        f"content/extra/icon.svg: {told}Save it again without them, as the guide says.",
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
