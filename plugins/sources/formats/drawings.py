"""How large an SVG drawing is, and whether it knows of dark screens; what in it may run or fetch is told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)\s*")
DARK = b"prefers-color-scheme"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing: its shape as width and height, if it tells that; whether it can be made smaller; its own dark look."""

    width: float | None
    height: float | None
    scales: bool
    knows_dark: bool


def drawing_of(file: str, content: bytes) -> Drawing | None:
    """Return what a file of this name is as a drawing; None for all others, and for what is no whole XML."""
    if PurePosixPath(file).suffix.casefold() != ".svg":
        return None
    from xml.parsers import expat  # late: most checks have what a drawing is from the store

    found: list[Mapping[str, str]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _, attributes: found.append(attributes) if not found else None
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        return None
    box = _box(found[0].get("viewBox", ""))
    width, height = _size(found[0]) or box or (None, None)
    return Drawing(width, height, box is not None, DARK in content)


def _box(text: str) -> tuple[float, float] | None:
    """Return width and height of a viewBox."""
    try:
        _, _, width, height = map(float, re.split(r"[\s,]+", text.strip()))
    except ValueError:
        return None
    return (width, height) if 0 < width < float("inf") and 0 < height < float("inf") else None


def _size(root: Mapping[str, str]) -> tuple[float, float] | None:
    """Return the size that a drawing gives itself, if it is in one unit."""
    width, height = (LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height"))
    if not (width and height and width[2] == height[2] and float(width[1]) and float(height[1])):
        return None
    return float(width[1]), float(height[1])
