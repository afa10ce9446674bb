"""What is wrong with a picture: no right to show it, nobody's consent, notes that a camera left in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sources.files import PICTURES
from sources.formats.pictures import has_notes
from sources.problems import Place, Problem, Section, guess, quoted
from sources.published import offered_files
from sources.yaml.nodes import Mapping as Fields
from sources.yaml.nodes import Node

from ..subject import Loaded
from .records import PICTURES_FILE, Pictures

NOTES = (
    "this picture carries hidden notes, such as where, when or by whom it was made. "
    "Save it again without them, as the guide says."
)
UNLISTED = "add this picture to data/images.yaml: who made it, and who in it has agreed to be shown."


def picture_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each picture without a right to be shown or with hidden notes, and each entry without one."""
    content = loaded.content
    shown = {file.removeprefix("images/"): path for file, path in offered_files(content).items()}
    nodes, pictures_file = loaded.nodes(PICTURES_FILE), loaded.value(PICTURES_FILE)
    if PICTURES_FILE.path not in loaded.files:
        place = Place(PICTURES_FILE.file(content))
        nodes, pictures_file = Fields(place, place, {}), Pictures()
    if nodes is None or pictures_file is None:
        return  # what is listed there, nobody knows
    listed = {picture.file for picture in pictures_file.images}
    yield from _repeated(nodes)
    for node in nodes.each("images"):
        yield from _entry_problems(node, shown)
    pictures = {name: path for name, path in shown.items() if path.suffix.casefold() in PICTURES}
    for name in sorted(pictures.keys() - listed):
        yield Problem(Place(_file(content, shown[name]), 0), UNLISTED, Section.PICTURES)
    for path in sorted(pictures.values()):
        if not path.is_symlink() and has_notes(path.read_bytes()):
            yield Problem(Place(_file(content, path), 0), NOTES, Section.PICTURES)


def _file(content: Path, path: Path) -> str:
    return f"{content.name}/{path.relative_to(content).as_posix()}"


def unlisted(problem: Problem) -> bool:
    """Tell whether the problem is a picture without an entry, which nobody can write before the picture is there."""
    return problem.message == UNLISTED


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
