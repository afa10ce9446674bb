"""The picture that other sites show beside a link to this one, and the size of a picture file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sources.problems import Problem, Section, guess
from sources.text import too_large
from sources.yaml.nodes import Node

from .records import SHARED_HEIGHT, SHARED_WIDTH

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
# The segments of a JPEG that give its size (ITU-T T.81, table B.1): "start of frame", of whatever coding.
START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
SHARED_LIMIT = 60_000  # bytes; some messengers show no larger picture to people who pay for each of them


def share_image_problems(site: Node, statics: Mapping[str, Path]) -> Iterator[Problem]:
    """Yield a problem for a picture in site.yaml that does not exist, or that other sites would cut or leave out."""
    node = site.get("share_image")
    file = node and node.get("file")
    name = node and node.text_of("file")
    if file and name and (complaint := _complaint(name, statics)):
        yield Problem(file.place, f"share_image file: {complaint}", Section.SITE)


def _complaint(name: str, statics: Mapping[str, Path]) -> str | None:
    pictures = [known for known in statics if known.startswith("images/")]
    if name not in pictures:
        return f'no file "{name}" in content.{guess(name, pictures)}'
    content = statics[name].read_bytes()
    size = picture_size(content)
    if size is None:
        return f'expected a PNG or JPEG picture, found "{name}".'
    if size != (SHARED_WIDTH, SHARED_HEIGHT):
        return f"expected {SHARED_WIDTH} x {SHARED_HEIGHT} pixels, found {size[0]} x {size[1]}."
    return too_large(len(content), SHARED_LIMIT) if len(content) > SHARED_LIMIT else None


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG or JPEG; None for anything else.

    A PNG begins with its signature and the chunk IHDR, which begins with the size (PNG specification, 11.2.1).
    """
    if content.startswith(PNG) and content[12:16] == b"IHDR":
        return _number(content[16:20]), _number(content[20:24])
    return _jpeg_size(content) if content.startswith(JPEG) else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = len(JPEG) - 1
    while at + 9 <= len(content) and content[at] == JPEG[-1]:
        if content[at + 1] in START_OF_FRAME:
            return _number(content[at + 7 : at + 9]), _number(content[at + 5 : at + 7])
        at += 2 + _number(content[at + 2 : at + 4])
    return None


def _number(content: bytes) -> int:
    return int.from_bytes(content, "big")
