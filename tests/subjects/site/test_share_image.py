"""The picture for link previews."""

import pytest

from conftest import CATE_CONTENT
from rasters import picture

SHARE = (CATE_CONTENT / "images" / "share.png").read_bytes()


def give(coalition, content: bytes | None, name: str = "share.png") -> list[str]:
    """Give the coalition a picture for link previews; return the problems."""
    if content is not None:
        coalition.write(f"images/{name}", content)
    coalition.change("data/site.yaml", "place:", f"share_image:\n  file: images/{name}\n  words: Circles\nplace:")
    return coalition.problems()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (SHARE, "share.png"),
        (picture("jpg", (4032, 3024)), "IMG_2041.JPG"),
        (picture("heic", (640, 480)), "share.heic"),
        (picture("png", (600, 315)), "share.png"),
    ],
)
def test_any_picture_is_fine_that_is_large_enough(coalition, content, name):
    assert [] == give(coalition, content, name)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (picture("png", (1200, 300)), "expected at least 600 x 315 pixels, found 1200 x 300."),
        (picture("png", (500, 630)), "expected at least 600 x 315 pixels, found 500 x 630."),
        (None, 'no file "images/share.png" in content.'),
    ],
    ids=["too flat", "too narrow", "missing"],
)
def test_another_is_refused_at_its_place(coalition, content, complaint):
    assert [f"content/data/site.yaml:4:9: share_image file: {complaint}"] == give(coalition, content)


def test_a_misspelt_name_is_guessed(coalition):
    coalition.write("images/share.png", SHARE)

    assert [
        'content/data/site.yaml:4:9: share_image file: no file "images/shaer.png" in content. '
        'Did you mean "images/share.png"?'
    ] == give(coalition, None, "shaer.png")


def test_messengers_get_its_middle_and_visitors_never_load_it(coalition):
    give(coalition, picture("png", (2000, 2000)))

    built = coalition.build("publishconf.py", "https://www.our-name.org")

    assert built.status == 0, built.said
    shown = {meta["property"]: meta["content"] for meta in built.page().select('meta[property^="og:image"]')}
    published = [path.relative_to(built.output).as_posix() for path in built.output.glob("images/-/*")]
    assert [f"https://www.our-name.org/{name}" for name in published] == [shown["og:image"]]
    assert ("1200", "630") == (shown["og:image:width"], shown["og:image:height"])
    assert not built.page().select("img")
