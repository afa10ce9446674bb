"""Lines that end as on Windows, in whatever file, change nothing in what is published, nor where problems are."""

import shutil
from pathlib import Path

import pytest

from conftest import THEME, Built, build
from releasing import manifest
from sites import COALITIONS

TEXTS = (".md", ".yaml", ".html", ".css", ".js", ".txt", ".csv", ".xml")
AS_THEY_ARE = ("extra", "images", "static")  # files that are published as they are


def with_other_line_ends(source: Path, copy: Path) -> Path:
    """Copy a folder, with line ends of Windows in every text that is not published as it is."""
    shutil.copytree(source, copy)
    for path in copy.rglob("*"):
        inner = path.relative_to(copy).parts
        if path.suffix in TEXTS and not (inner[0] in AS_THEY_ARE and path.suffix != ".css"):
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    return copy


def published(content: Path, output: Path, *options: str | Path) -> Built:
    built = build(content, output, "publishconf.py", *options)
    assert 0 == built.status, built.said
    return built


@pytest.mark.parametrize("name", ["small", "cate", "federation"])
def test_the_same_site_is_published(tmp_path, name):
    content = with_other_line_ends(COALITIONS / name, tmp_path / "content")
    theme = with_other_line_ends(THEME, tmp_path / "theme")

    published(COALITIONS / name, tmp_path / "usual")
    published(content, tmp_path / "other", "-t", theme)

    assert manifest.sums(tmp_path / "usual") == manifest.sums(tmp_path / "other")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/membership.yaml", "category: outer", "category: outter"),
        ("data/site.yaml", "place: Anytown", "plaice: Anytown"),
        ("pages/index.md", "title: ", "titel: "),
        ("pages/index.md", "::: ways", "::: weighs"),
    ],
)
def test_problems_stand_at_the_same_places(coalition, file, old, new):
    coalition.change(file, old, new)
    usual = coalition.problems()

    coalition.write(file, (coalition.content / file).read_bytes().replace(b"\n", b"\r\n"))

    assert usual
    assert usual == coalition.problems()
