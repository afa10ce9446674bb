"""Under which path each file of content is published, and which one a data file means."""

import re
from unicodedata import normalize

import pytest

from rasters import picture
from sources.formats.raster import read_picture
from sources.published import file_meant, published_as, published_paths

FILES = ("images/B\u00fcro.JPG", "images/map.svg", "images/Map.svg", "extra/icon.png")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("images/B\u00fcro.JPG", FILES[0]),
        ("B\u00fcro.JPG", FILES[0]),
        (normalize("NFD", "B\u00fcro.JPG"), FILES[0]),
        ("b\u00fcro.jpg", FILES[0]),
        ("content/images/B\u00fcro.JPG", FILES[0]),
        ("/images/B%C3%BCro.JPG", FILES[0]),
        ("map.svg", FILES[1]),
        ("Map.svg", FILES[2]),
        ("MAP.svg", None),
        ("extra/icon.png", FILES[3]),
        ("icon.png", None),
    ],
)
def test_a_data_file_names_a_file_in_any_spelling_that_leaves_no_doubt(typed, meant):
    assert meant == file_meant(typed, FILES)


def test_files_of_extra_are_published_from_the_root():
    assert ("a-b.pdf", "images/a-b.svg") == (published_as("extra/A b.pdf"), published_as("images/A b.svg"))


def test_each_file_has_one_path(coalition):
    coalition.write("images/map.svg", "<svg/>")
    coalition.write("images/staff/IMG_2041.JPG", picture())
    coalition.write("images/broken.jpg", b"")
    coalition.write("extra/notes/flyer.txt", "Come!")
    file = "images/staff/IMG_2041.JPG"

    found = published_paths(coalition.content, {file: read_picture(coalition.content / file, file)})

    assert re.fullmatch(r"images/-/img-2041-[0-9a-f]{10}\.jpg", found.pop(file))
    assert found == {
        "images/map.svg": "images/map.svg",
        "images/broken.jpg": "images/broken.jpg",
        "extra/notes/flyer.txt": "notes/flyer.txt",
    }
