"""The pictures of site.yaml: the logo at the top of every page, and what other sites show beside a link to this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sources.formats.drawings import Drawing, drawing_of
from sources.formats.raster import Picture, is_raster
from sources.formats.sizes import card_size, fitting, sizes
from sources.problems import Problem, Section, guess, quoted
from sources.published import file_meant
from sources.yaml.nodes import Node

from ..loaded import Loaded, Sources

ROOM = (160, 40)  # in the header, in CSS pixels
HEAVIEST = 50_000  # bytes of a drawing that every visitor loads
SQUARE = 1.3  # how much longer than wide, or wider than long, what serves as the sign of a browser tab may be
FIELDS = ("file", "file_dark")
LEAST = (600, 315)  # dots, below which it is shown as a stamp beside the link, if at all


def logo_problems(site: Node, loaded: Loaded, files: Mapping[str, Path]) -> Iterator[Problem]:
    """Yield a problem for each file of a logo that does not exist, or that cannot be shown well."""
    node = site.get("logo")
    for field in FIELDS:
        file, name = (node.get(field), node.text_of(field)) if node else (None, None)
        if file and name and (complaint := _complaint(name, loaded.pictures, files)):
            yield Problem(file.place, f"logo {field}: {complaint}", Section.SITE)


def _complaint(name: str, pictures: Mapping[str, Picture], there: Mapping[str, Path]) -> str | None:
    shown = {file: path for file, path in there.items() if file in pictures or file.casefold().endswith(".svg")}
    file = file_meant(name, shown)
    if file is None:
        is_there = file_meant(name, there)
        return f"expected a drawing (SVG) or a picture, found {quoted(name)}." if is_there else _missing(name, shown)
    if file in pictures:
        return _of_picture(pictures[file])
    content = there[file].read_bytes()
    return _of_drawing(drawing_of(file, content), len(content))


def _missing(name: str, there: Mapping[str, Path]) -> str:
    return f"no file {quoted(name)} in content.{guess(name, there)}"


def _of_picture(picture: Picture) -> str | None:
    least = _in_header(picture.width, picture.height)
    if picture.width >= least[0]:
        return None
    return f"expected at least {least[0]} x {least[1]} pixels, found {picture.width} x {picture.height}."


def _of_drawing(drawing: Drawing | None, size: int) -> str | None:
    if size > HEAVIEST:
        found = f"found {-(-size // 1000)} kB. Save it as PNG, or with fewer points."
        return f"expected a drawing of at most {HEAVIEST // 1000} kB, since every visitor loads it, {found}"
    if drawing is None or drawing.scales:
        return None  # what is wrong with it is told already
    box = f"0 0 {drawing.width:g} {drawing.height:g}" if drawing.width and drawing.height else "0 0 width height"
    return f'this drawing would be cut off, not made smaller. Write viewBox="{box}" into it, behind "<svg".'


def logo_pictures(sources: Sources) -> tuple[Picture, ...]:
    """Return the logos that are pictures of dots, of which a small size is made."""
    return tuple(sources.pictures[file] for file in _files(sources) if file in sources.pictures)


def _files(sources: Sources) -> tuple[str, ...]:
    """Return the files of the logo below content: the one for light screens first, then that for dark ones, if any."""
    logo = sources.site.logo
    named = (logo.file, logo.file_dark) if logo else ()
    return tuple(filter(None, (file_meant(name, sources.published) for name in named if name)))


def shown_logo(sources: Sources) -> Mapping[str, object] | None:
    """Return what the header shows of the logo; None where there is none."""
    logo, files = sources.site.logo, _files(sources)
    light = _published(files[0], sources) if files else None
    if logo is None or light is None:
        return None
    file, (width, height) = light
    dark = _published(files[1], sources) if len(files) > 1 else None
    return {
        "file": file,
        "file_dark": dark[0] if dark else None,
        "width": width,
        "height": height,
        "words": (logo.words or sources.site.short_name) if logo.shows_name else None,
        "on_white": dark is None and _needs_ground(files[0], sources),
        "is_square": max(width, height) <= SQUARE * min(width, height),
    }


def _published(file: str, sources: Sources) -> tuple[str, tuple[int, int]] | None:
    """Return where a logo is published and how large it is shown."""
    if file in sources.pictures:
        picture = sources.pictures[file]
        return sizes(picture).logo, _in_header(picture.width, picture.height)
    drawing = sources.documents[file].drawing if file in sources.documents else None
    if drawing is None or not (drawing.width and drawing.height):
        return None
    return sources.published[file], _in_header(drawing.width, drawing.height)


def _needs_ground(file: str, sources: Sources) -> bool:
    """Tell whether a logo lets the page through, and knows nothing of dark ones."""
    if file in sources.pictures:
        return sources.pictures[file].transparent
    drawing = sources.documents[file].drawing
    return drawing is not None and not drawing.knows_dark


def _in_header(width: float, height: float) -> tuple[int, int]:
    """Return how large something of this shape is in the header; a drawing has no size of its own."""
    return fitting(width * ROOM[0], height * ROOM[0], ROOM)


def share_image_problems(site: Node, loaded: Loaded, files: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for a picture in site.yaml that does not exist, or that other sites would show as a stamp."""
    node = site.get("share_image")
    file = node and node.get("file")
    name = node and node.text_of("file")
    if file and name and (complaint := _of_shared(name, loaded.pictures, [one for one in files if is_raster(one)])):
        yield Problem(file.place, f"share_image file: {complaint}", Section.SITE)


def _of_shared(name: str, pictures: Mapping[str, Picture], there: list[str]) -> str | None:
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
