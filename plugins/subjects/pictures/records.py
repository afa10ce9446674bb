"""The records of `content/data/images.yaml`: why each picture may be shown, and who in it has agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from pydantic import Field

from sources.files import PICTURES
from sources.formats.pictures import has_notes
from sources.problems import Place, Problem, ProblemsFound, Section, guess, quoted
from sources.records.data_file import DataFile
from sources.records.fields import Line, PastDay, Record, YesNo
from sources.records.past_days import past_day_problems
from sources.yaml.nodes import Mapping as Fields
from sources.yaml.nodes import Node

NOTES = (
    "this picture carries hidden notes, such as where, when or by whom it was made. "
    "Save it again without them, as the guide says."
)
UNLISTED = "add this picture to data/images.yaml: who made it, and who in it has agreed to be shown."


class Picture(Record):
    """One picture, and the right to show it."""

    file: Line = Field(
        description="Its name below content/images, such as map.png; of one in content/extra, such as extra/icon.png."
    )
    rights: Line = Field(description="Who made it, and why it may be shown: a license, or who allowed it.")
    people: YesNo = Field(description="yes if anybody can be recognized in it.")
    consent: PastDay | None = Field(default=None, description="The day on which all of them agreed in writing.")


class Pictures(Record):
    """All pictures of the site."""

    images: tuple[Picture, ...] = Field(default=(), description="The pictures, in any order.")


PICTURES_FILE = DataFile("data/images.yaml", Pictures, Section.PICTURES)


def picture_problems(content: Path, statics: Mapping[str, Path]) -> Iterator[Problem]:
    """Yield a problem for each picture without a right to be shown or with hidden notes, and each entry without one."""
    shown = {_listed_as(path.relative_to(content)): path for path in statics.values()}
    try:
        nodes = _nodes(content)
        listed = {picture.file for picture in PICTURES_FILE.record(nodes).images}
    except ProblemsFound as found:
        yield from found.problems
        return
    yield from _repeated(nodes)
    for node in nodes.each("images"):
        yield from _entry_problems(node, shown)
    pictures = {name: path for name, path in shown.items() if path.suffix.casefold() in PICTURES}
    for name in sorted(pictures.keys() - listed):
        yield Problem(Place(_file(content, shown[name]), 0), UNLISTED, Section.PICTURES)
    for path in sorted(pictures.values()):
        if not path.is_symlink() and has_notes(path.read_bytes()):
            yield Problem(Place(_file(content, path), 0), NOTES, Section.PICTURES)


def _listed_as(path: Path) -> str:
    """Return the name of a picture in images.yaml, by its path below content."""
    return path.as_posix().removeprefix("images/")


def _file(content: Path, path: Path) -> str:
    return f"{content.name}/{path.relative_to(content).as_posix()}"


def consent_problems(content: Path, today: date) -> Iterator[Problem]:
    """Yield a problem for each consent that is still to come."""
    try:
        nodes = _nodes(content)
        pictures = PICTURES_FILE.record(nodes)
    except ProblemsFound:
        return  # which is told already
    yield from past_day_problems(pictures, nodes, today, Section.PICTURES)


def unlisted(problem: Problem) -> bool:
    """Tell whether the problem is a picture without an entry, which nobody can write before the picture is there."""
    return problem.message == UNLISTED


def _nodes(content: Path) -> Node:
    """Return what the file holds; a site without pictures needs none."""
    if (content / PICTURES_FILE.path).is_file():
        return PICTURES_FILE.nodes(content)
    place = Place(PICTURES_FILE.file(content))
    return Fields(place, place, {})


def _repeated(nodes: Node) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for node in nodes.each("images"):
        name, file = node.text_of("file"), node.get("file")
        if name and file and (earlier := first.setdefault(name, file.place)) is not file.place:
            yield Problem(
                file.place, f"image: {quoted(name)} stands here twice, first in line {earlier.line}.", Section.PICTURES
            )


def _entry_problems(node: Node, shown: Mapping[str, Path]) -> Iterator[Problem]:
    name, file = node.text_of("file") or "", node.get("file")
    if file and name not in shown:
        yield Problem(file.place, f'image: no file "{name}" in content/images.{guess(name, shown)}', Section.PICTURES)
    people = node.get("people")
    if people and (node.text_of("people") or "").casefold() in ("yes", "true") and not node.text_of("consent"):
        message = f'image "{name}": people can be recognized in it, so "consent" needs the day on which they agreed.'
        yield Problem(people.place, message, Section.PICTURES)
