"""Under which path each file of content is published."""

import re

from rasters import picture
from sources.formats.raster import read_picture
from sources.published import published_paths


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
