"""The picture that other sites show beside a link to this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sources.formats.raster import Picture, is_raster
from sources.formats.sizes import card_size, sizes
from sources.problems import Problem, Section, guess
from sources.published import file_meant
from sources.yaml.nodes import Node

from ..loaded import Loaded, Sources

LEAST = (600, 315)  # dots, below which it is shown as a stamp beside the link, if at all


def share_image_problems(site: Node, loaded: Loaded, files: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for a picture in site.yaml that does not exist, or that other sites would show as a stamp."""
    node = site.get("share_image")
    file = node and node.get("file")
    name = node and node.text_of("file")
    if file and name and (complaint := _complaint(name, loaded.pictures, [one for one in files if is_raster(one)])):
        yield Problem(file.place, f"share_image file: {complaint}", Section.SITE)


def _complaint(name: str, pictures: Mapping[str, Picture], there: list[str]) -> str | None:
    file = file_meant(name, there)
    if file is None:
        return f'no file "{name}" in content.{guess(name, there)}'
    if file not in pictures:
        return None  # what is wrong with it is told already
    picture = pictures[file]
    if picture.width >= LEAST[0] and picture.height >= LEAST[1]:
        return None
    return f"expected at least {LEAST[0]} x {LEAST[1]} pixels, found {picture.width} x {picture.height}."


def shared(sources: Sources) -> Picture | None:
    """Return the picture; None where there is none."""
    image = sources.site.share_image
    return sources.pictures.get(file_meant(image.file, sources.pictures) or "") if image else None


def shared_picture(sources: Sources) -> Mapping[str, object] | None:
    """Return where the picture is published and its size; None where there is none."""
    picture = shared(sources)
    if picture is None:
        return None
    width, height = card_size(picture)
    return {"file": sizes(picture).card, "width": width, "height": height}
