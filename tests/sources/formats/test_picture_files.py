"""What is published of a picture: upright, in sRGB, without notes, in a few widths, each small enough for a phone."""

import re
from io import BytesIO

import pytest
from PIL import Image

from rasters import deep_png, drawn, exif, noise, p3_profile, picture, saved
from sources.formats.picture_files import card, logo, made
from sources.formats.pictures import has_notes
from sources.formats.raster import Picture, read_picture
from sources.formats.sizes import CARD_LIMIT, LIMIT, LOGO_LIMIT, Use, card_size, logo_size, size_for, sizes

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
GRAY = [(76,) * 3, (150,) * 3, (29,) * 3, WHITE]


@pytest.fixture
def shown(tmp_path):
    """Return what makes the files of a picture: images by what follows the hash in their names."""

    def files(content: bytes, ending: str = "jpg") -> dict[str, Image.Image]:
        return {_after_the_hash(name): Image.open(BytesIO(held)) for name, held in held(content, ending).items()}

    def held(content: bytes, ending: str) -> dict[str, bytes]:
        path = tmp_path / f"a.{ending}"
        path.write_bytes(content)
        return made(path, read_picture(path, f"images/a.{ending}"))

    files.held = held
    return files


def _after_the_hash(name: str) -> str:
    return name[len("images/-/a-0123456789") :]


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """Return the colors near the four corners, from the top left."""
    width, height = image.size
    plain = image.convert("RGB")
    return [plain.getpixel((width * x // 8, height * y // 8)) for y in (1, 7) for x in (1, 7)]


def alike(found: list[tuple[int, ...]], wanted: list[tuple[int, ...]], off: int = 24) -> bool:
    return all(
        abs(a - b) <= off for one, other in zip(found, wanted, strict=True) for a, b in zip(one, other, strict=True)
    )


def a_picture(width: int, height: int, file: str = "images/a.jpg", *, transparent: bool = False) -> Picture:
    return Picture(file, width, height, transparent, moving=False, digest="0")


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4032, 3024), (480, 960, 1440)),
        ((1440, 1080), (480, 960, 1440)),
        ((1100, 800), (480, 1100)),
        ((1000, 800), (480, 1000)),
        ((500, 400), (500,)),
        ((64, 64), (64,)),
        ((1080, 24_000), (360,)),
        ((30_000, 1_000), (480, 960, 1440)),
        ((1, 9_000), (1,)),
    ],
)
def test_widths_suit_phones_and_desks_and_are_never_larger_than_the_picture(size, widths):
    assert widths == sizes(a_picture(*size)).widths


def test_files_are_named_by_their_picture_and_what_it_holds():
    names = sizes(a_picture(500, 400, "images/staff/Büro (Nr. 2).JPG")).names

    assert [re.sub("[0-9a-f]{10}", "sum", name) for name in names] == [
        "images/-/buro-nr-2-sum-500.webp",
        "images/-/buro-nr-2-sum.jpg",
    ]
    assert sizes(a_picture(500, 400)).fallback.endswith(".jpg")
    assert sizes(a_picture(500, 400, transparent=True)).fallback.endswith(".png")
    assert sizes(a_picture(5, 4, "images/写真.jpg")).fallback.startswith("images/-/picture-")


def test_a_photograph_is_made_in_three_widths_and_for_old_browsers(shown):
    files = shown(picture("jpg", (2000, 1500)))

    assert {name: (one.format, one.size) for name, one in files.items()} == {
        ".jpg": ("JPEG", (1440, 1080)),
        "-480.webp": ("WEBP", (480, 360)),
        "-960.webp": ("WEBP", (960, 720)),
        "-1440.webp": ("WEBP", (1440, 1080)),
    }
    assert all(alike(corners(one), [RED, GREEN, BLUE, WHITE]) for one in files.values())


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_a_picture_is_upright_however_the_phone_was_held(shown, orientation, ending):
    upright = drawn((96, 64))
    turned = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    as_held = upright.transpose(turned[orientation]) if orientation in turned else upright

    for one in shown(saved(as_held, ending, exif=exif(orientation)), ending).values():
        assert one.size == (96, 64)
        assert alike(corners(one), [RED, GREEN, BLUE, WHITE])


def test_a_heic_from_a_phone_is_upright_too(shown):
    for one in shown(picture("heic", (96, 64), exif=exif(6), quality=95), "heic").values():
        assert one.size == (64, 96)
        assert alike(corners(one), [BLUE, RED, WHITE, GREEN], off=40)


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        ("jpg", picture("jpg", exif=exif(), comment=b"Jane Doe", xmp=b"<x:xmpmeta/>", icc_profile=p3_profile())),
        ("png", picture("png", exif=exif(), icc_profile=p3_profile())),
        ("webp", picture("webp", exif=exif(), xmp=b"<x:xmpmeta/>", icc_profile=p3_profile())),
        ("heic", picture("heic", exif=exif(), xmp=b"<x:xmpmeta/>")),
        ("gif", picture("gif", comment=b"Jane Doe")),
    ],
)
def test_no_byte_of_a_note_is_left(shown, ending, content):
    for held in shown.held(content, ending).values():
        assert not has_notes(held)
        assert not any(note in held for note in (b"Jane", b"Exif", b"EXIF", b"xmp", b"ICC", b"iCCP", b"acsp"))
        assert not {"exif", "icc_profile", "xmp", "comment", "dpi"} & Image.open(BytesIO(held)).info.keys()


def test_the_colors_of_a_phone_become_those_that_all_screens_share(shown):
    content = saved(Image.new("RGB", (64, 48), (180, 60, 60)), "png", icc_profile=p3_profile())

    for one in shown(content, "png").values():
        red, green, _ = one.convert("RGB").getpixel((32, 24))
        assert red > 186
        assert green < 56


def test_a_profile_that_cannot_be_read_is_left_out(shown):
    content = saved(Image.new("RGB", (64, 48), (180, 60, 60)), "png", icc_profile=b"no profile")

    assert alike([shown(content, "png")["-64.webp"].convert("RGB").getpixel((32, 24))], [(180, 60, 60)], off=3)


@pytest.mark.parametrize(
    ("mode", "ending", "wanted"),
    [
        ("P", "png", [RED, GREEN, BLUE, WHITE]),
        ("P", "gif", [RED, GREEN, BLUE, WHITE]),
        ("CMYK", "jpg", [RED, GREEN, BLUE, WHITE]),
        ("L", "jpg", GRAY),
        ("LA", "png", GRAY),
        ("I;16", "png", [(0,) * 3, (0,) * 3, (0,) * 3, (0,) * 3]),
        ("1", "png", None),
    ],
)
def test_every_mode_is_shown_in_its_colors(shown, mode, ending, wanted):
    for one in shown(picture(ending, (96, 64), mode), ending).values():
        assert one.mode in ("RGB", "L", "RGBA")
        assert wanted is None or alike(corners(one), wanted)


def test_16_bits_are_shown_as_8(shown):
    gray = Image.new("I;16", (64, 48), 0x8080)

    assert alike([shown(saved(gray, "png"), "png")["-64.webp"].convert("RGB").getpixel((9, 9))], [(128,) * 3], off=2)
    assert alike([shown(deep_png(), "png")["-64.webp"].convert("RGB").getpixel((9, 9))], [(128, 64, 192)], off=3)


@pytest.mark.parametrize("ending", ["png", "webp", "avif", "gif"])
def test_what_can_be_seen_through_stays_so(shown, ending):
    glass = drawn((96, 64), "RGBA")
    glass.paste((0, 0, 0, 0), (0, 0, 48, 32))
    files = shown(saved(glass, ending), ending)

    assert {".png", "-96.webp"} == files.keys()
    for one in files.values():
        assert one.convert("RGBA").getpixel((8, 8))[3] == 0
        assert one.convert("RGBA").getpixel((80, 56))[3] == 255


def test_a_moving_picture_stands_still(shown):
    frames = picture("gif", (64, 48), save_all=True, append_images=[drawn((64, 48)).rotate(180)], loop=0)

    for one in shown(frames, "gif").values():
        assert not getattr(one, "is_animated", False)
        assert alike(corners(one), [RED, GREEN, BLUE, WHITE])


def test_a_drawing_loses_nothing(shown):
    content = picture("png", (300, 200))

    assert shown(content, "png")["-300.webp"].convert("RGB").tobytes() == drawn((300, 200)).tobytes()


@pytest.mark.parametrize(("ending", "mode"), [("jpg", "RGB"), ("png", "RGB"), ("png", "RGBA")])
def test_each_file_suits_a_phone_that_pays_for_it(shown, ending, mode):
    busy = noise((1600, 1200), mode)
    if mode == "RGBA":
        busy.putpixel((0, 0), (0, 0, 0, 0))

    weights = {name: len(held) for name, held in shown.held(saved(busy, ending), ending).items()}

    assert all(weight <= LIMIT for weight in weights.values()), weights


def test_the_same_picture_gives_the_same_bytes(shown):
    content = saved(noise((700, 500)), "png")

    assert shown.held(content, "png") == shown.held(content, "png")


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1200, 630), (1200, 630)),
        ((4032, 3024), (1200, 630)),
        ((3024, 4032), (1200, 630)),
        ((800, 800), (800, 420)),
        ((2000, 420), (800, 420)),
    ],
)
def test_messengers_show_the_middle(tmp_path, size, expected):
    path = tmp_path / "a.png"
    path.write_bytes(picture("png", size))
    found = read_picture(path, "images/a.png")
    held = card(path, found)

    assert expected == card_size(found) == Image.open(BytesIO(held)).size
    assert len(held) <= CARD_LIMIT
    assert alike(corners(Image.open(BytesIO(held))), [RED, GREEN, BLUE, WHITE], off=40)


@pytest.mark.parametrize(
    ("size", "expected"), [((2000, 1000), (240, 120)), ((3000, 300), (480, 48)), ((100, 90), (100, 90))]
)
def test_a_logo_is_small_and_never_made_larger(tmp_path, size, expected):
    path = tmp_path / "a.png"
    path.write_bytes(saved(noise(size, "RGBA"), "png"))
    read = read_picture(path, "images/a.png")

    found = logo(path, read)

    assert {sizes(read).logo: found} == made(path, read, Use.LOGO)
    assert len(found) <= LOGO_LIMIT
    width, height = Image.open(BytesIO(found)).size
    assert expected == logo_size(read) == size_for(read, Use.LOGO)
    assert width <= expected[0]
    assert width / height == pytest.approx(expected[0] / expected[1], rel=0.03)
    assert not has_notes(found)
