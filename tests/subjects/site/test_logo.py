"""The logo: in place of the drawn mark at the top of every page, in words for those who do not see it."""

import pytest
from bs4 import Tag
from PIL import Image

from conftest import Built, build
from rasters import picture, saved

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}><path d="M0 0h9v9z"/></svg>'
WIDE, SQUARE = SVG.format('viewBox="0 0 400 80"'), SVG.format('viewBox="0 0 64 64"')
MOVED = "formerly: /old/\ntier: friend"


def give(coalition, content: str | bytes, *more: str, name: str = "logo.svg") -> None:
    """Give the coalition a logo."""
    coalition.write(f"images/{name}", content)
    fields = ", ".join([f"file: images/{name}", *more])
    coalition.change("data/site.yaml", "place:", f"logo: {{{fields}}}\nplace:")


def published(coalition) -> Built:
    built = coalition.build("publishconf.py", "https://www.our-name.org/below")
    assert built.status == 0, built.said
    return built


def brand(built: Built, url: str = "") -> Tag:
    return built.page(url).select_one("header .brand")


def test_beside_the_written_name_a_logo_says_nothing(coalition):
    give(coalition, SQUARE)

    found = brand(published(coalition))

    assert ["img", "span"] == [one.name for one in found.find_all(True)]
    assert ("", "true") == (found.img["alt"], found.img["aria-hidden"])
    assert "Small" == found.get_text()
    assert "/below/images/logo.svg" == found.img["src"]


@pytest.mark.parametrize(("more", "words"), [((), "Small"), (("words: The Small Ones",), "The Small Ones")])
def test_where_the_name_stands_in_it_the_logo_says_it(coalition, more, words):
    give(coalition, WIDE, "shows_name: yes", *more)

    found = brand(published(coalition))

    assert ["img"] == [one.name for one in found.find_all(True)]
    assert words == found.img["alt"]
    assert not found.img.get("aria-hidden")


@pytest.mark.parametrize(
    ("content", "name", "size"),
    [
        (SQUARE, "logo.svg", ("40", "40")),
        (WIDE, "logo.svg", ("160", "32")),
        (SVG.format('viewBox="0 0 10 20"'), "logo.svg", ("20", "40")),
        (picture("png", (1200, 300)), "logo.png", ("160", "40")),
        (picture("jpg", (800, 800)), "logo.jpg", ("40", "40")),
    ],
)
def test_it_fits_into_the_header_whatever_its_shape(coalition, content, name, size):
    give(coalition, content, name=name)

    image = brand(published(coalition)).img

    assert size == (image["width"], image["height"])


def test_visitors_load_a_small_picture_and_no_other_size_of_it(coalition):
    give(coalition, picture("png", (2000, 1000), "RGBA"), name="Our Logo.png")

    built = published(coalition)

    image = brand(built).img
    files = list((built.output / "images").rglob("*.*"))
    assert [image["src"].removeprefix("/below/")] == [file.relative_to(built.output).as_posix() for file in files]
    assert (240, 120) == Image.open(files[0]).size
    assert files[0].stat().st_size <= 30_000


def test_the_page_that_leads_on_from_an_old_address_has_it_too(coalition):
    coalition.change("pages/membership/friend.md", "tier: friend", MOVED)
    give(coalition, WIDE, "shows_name: yes")

    built = published(coalition)

    assert str(brand(built)) == str(brand(built, "old"))


def test_there_is_no_drawn_mark_beside_it(coalition):
    give(coalition, SQUARE)

    assert not published(coalition).page().select("header .mark, .hero .mark")


def test_without_a_logo_the_drawn_mark_stays(coalition):
    home = published(coalition).page()

    assert ["svg", "span"] == [one.name for one in home.select_one(".brand").find_all(True, recursive=False)]
    assert home.select_one(".hero > .mark")
    assert not home.select("img")


@pytest.mark.parametrize(
    ("content", "name", "grounded"),
    [
        (SQUARE, "logo.svg", True),
        (SQUARE.replace("<path", "<style>@media (prefers-color-scheme: dark) {path {fill: #fff}}</style><path"),
         "logo.svg", False),
        (saved(Image.new("RGBA", (200, 200)), "png"), "logo.png", True),
        (picture("png", (200, 200)), "logo.png", False),
    ],
    ids=["a drawing", "a drawing that knows of dark screens", "a picture to look through", "a picture with a ground"],
)  # fmt: skip
def test_on_dark_screens_it_gets_a_white_ground_if_it_has_none(coalition, content, name, grounded):
    give(coalition, content, name=name)

    assert grounded == ("on-white" in brand(published(coalition)).img["class"])


def test_dark_screens_may_have_one_of_their_own(coalition):
    coalition.write("images/night.png", picture("png", (200, 200), "RGBA"))
    give(coalition, SQUARE, "file_dark: night.png")

    found = brand(published(coalition))

    source = found.select_one("picture > source")
    assert "screen and (prefers-color-scheme: dark)" == source["media"]
    assert source["srcset"].startswith("/below/images/-/night-")
    assert ["logo"] == found.select_one("picture > img")["class"]


@pytest.mark.parametrize(("content", "is_sign"), [(SQUARE, True), (WIDE, False)], ids=["square", "wide"])
def test_a_logo_that_is_as_wide_as_high_is_the_sign_of_the_tab(coalition, content, is_sign):
    give(coalition, content)

    icon = published(coalition).page("membership").find("link", rel="icon")["href"]

    assert is_sign == (icon == "/below/images/logo.svg")
    assert is_sign != icon.startswith("data:")


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (
            SVG.format('width="512" height="256"'),
            "logo.svg",
            "this drawing would be cut off, not made smaller. "
            'Write viewBox="0 0 512 256" into it, behind "<svg".',
        ),
        (
            SVG.format(""),
            "logo.svg",
            "this drawing would be cut off, not made smaller. "
            'Write viewBox="0 0 width height" into it, behind "<svg".',
        ),
        (
            WIDE.replace("M0 0", "M0 0 " * 20_000),
            "logo.svg",
            "expected a drawing of at most 50 kB, since every visitor loads it, found 101 kB. "
            "Save it as PNG, or with fewer points.",
        ),
        (picture("png", (16, 16)), "logo.png", "expected at least 40 x 40 pixels, found 16 x 16."),
        (b"\0\0\1\0", "logo.ico", 'expected a drawing (SVG) or a picture, found "images/logo.ico".'),
    ],
    ids=["no view", "no size at all", "too heavy", "too small", "an icon"],
)  # fmt: skip
def test_a_logo_that_cannot_be_shown_well_is_refused_at_its_place(coalition, content, name, told):
    give(coalition, content, name=name)

    assert f"content/data/site.yaml:3:14: logo file: {told}" in coalition.problems()


def test_a_misspelt_name_is_guessed_among_the_pictures(coalition):
    give(coalition, SQUARE, "file_dark: images/lgoo.svg")

    assert [
        'content/data/site.yaml:3:42: logo file_dark: no file "images/lgoo.svg" in content. '
        'Did you mean "images/logo.svg"?'
    ] == coalition.problems()


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<script>alert(1)</script>", "2:1: <script> has no place in a picture: it could run or fetch something."),
        ('<path onload="x()"/>', "2:1: <path onload> would run something."),
        (
            '<image href="https://far.org/logo.png"/>',
            '2:1: <image href>: expected #a-part-of-this-picture, found "https://far.org/logo.png".',
        ),
    ],
)
def test_a_drawing_that_would_run_or_fetch_something_is_refused(coalition, inside, told):
    give(coalition, WIDE.replace("<path", f"\n{inside}\n<path", 1))

    assert [f"content/images/logo.svg:{told}"] == [one[: len(told) + 24] for one in coalition.problems()]


def test_another_drawing_of_the_same_name_reaches_pages_that_are_kept(coalition, tmp_path):
    give(coalition, SQUARE)
    before = brand(build(coalition.content, tmp_path / "before", cache=tmp_path / "cache")).img
    coalition.write("images/logo.svg", WIDE)

    after = brand(build(coalition.content, tmp_path / "after", cache=tmp_path / "cache")).img

    assert ("40", "32") == (before["height"], after["height"])
