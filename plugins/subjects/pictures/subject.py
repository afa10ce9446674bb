"""Pictures as a subject: the right to show each, and what they must not carry."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

from pydantic import Field

from sources.files import FOR_THE_WEB
from sources.formats.pictures import has_notes
from sources.formats.raster import is_raster
from sources.problems import Place, Problem, Section, guess, quoted
from sources.published import file_meant, offered_files
from sources.records.data_file import DataFile
from sources.records.fields import ForStaff, Line, Named, PastDay, Record, YesNo, is_yes
from sources.yaml.nodes import Mapping as Fields
from sources.yaml.nodes import Node

from ..form import Form
from ..loaded import Loaded, Sources
from ..subject import Subject, of_file

NOTES = (
    "this picture carries hidden notes, such as where, when or by whom it was made. "
    "Put it into content/images, where they are taken out, or save it again without them."
)
UNLISTED = (
    "before this picture goes public, add a line to data/images.yaml that says who made it, why it may be shown, "
    "and whether anybody can be recognized in it (yes or no): "
)


class Picture(Record):
    """One picture, and the right to show it."""

    called = "image"

    file: Named = Field(
        description="Its name below content/images, such as map.png; of one in content/extra, such as extra/icon.png."
    )
    rights: Annotated[Line, ForStaff()] = Field(
        description="Who made it, and why it may be shown: a license, or who allowed it."
    )
    people: YesNo = Field(description="yes if anybody can be recognized in it.")
    consent: PastDay | None = Field(default=None, description="The day on which all of them agreed in writing.")


class Pictures(Record):
    """All pictures of the site."""

    images: tuple[Picture, ...] = Field(default=(), description="The pictures, in any order.")


PICTURES_FILE = DataFile("data/images.yaml", Pictures, Section.PICTURES)


def picture_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each picture without a right to be shown or with hidden notes, and each entry without one.

    That nobody has said yet why a picture may be shown is no problem in the preview, which marks it instead.
    """
    content = loaded.content
    files = offered_files(content)
    shown = {listed_as(file): path for file, path in files.items()}
    nodes, pictures_file = loaded.nodes(PICTURES_FILE), loaded.value(PICTURES_FILE)
    if PICTURES_FILE.path not in loaded.files:
        place = Place(PICTURES_FILE.file(content))
        nodes, pictures_file = Fields(place, place, {}), Pictures()
    if nodes is None or pictures_file is None:
        return  # what is listed there, nobody knows
    listed = {listed_as(file_meant(picture.file, files) or "") for picture in pictures_file.images}
    yield from _repeated(nodes, files)
    for node in nodes.each("images"):
        yield from _entry_problems(node, files)
    pictures = {name: path for name, path in shown.items() if _is_picture(path.relative_to(content).as_posix())}
    for name in sorted(pictures.keys() - listed) if loaded.production else ():
        yield Problem(_place(content, shown[name]), UNLISTED + line_for(name), Section.PICTURES)
    for path in sorted(pictures.values()):
        as_it_is = not (path.is_symlink() or is_raster(path.relative_to(content).as_posix()))
        if as_it_is and has_notes(path.read_bytes()):
            yield Problem(_place(content, path), NOTES, Section.PICTURES)


def _is_picture(file: str) -> bool:
    return is_raster(file) or PurePosixPath(file).suffix.casefold() in FOR_THE_WEB


def listed_as(file: str) -> str:
    """Return the name of a picture in images.yaml, by its path below content."""
    return file.removeprefix("images/")


def line_for(name: str) -> str:
    """Return the line of images.yaml that is missing for a picture, without what only people know."""
    from sources.yaml.write import in_brackets  # late: most sites lack nothing, and it loads what reads YAML

    return f'- {{file: {in_brackets(name)}, rights: "", people: }}'


def _place(content: Path, path: Path) -> Place:
    return Place(f"{content.name}/{path.relative_to(content).as_posix()}", 0)


def unlisted(problem: Problem) -> bool:
    """Tell whether the problem is a picture without an entry, which nobody can write before the picture is there."""
    return problem.message.startswith(UNLISTED)


def _repeated(nodes: Node, files: Collection[str]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for node in nodes.each("images"):
        name, file = node.text_of("file"), node.get("file")
        meant = file_meant(name, files) if name else None
        if name and file and (earlier := first.setdefault(meant or name, file.place)) is not file.place:
            yield Problem(
                file.place, f"image: {quoted(name)} stands here twice, first in line {earlier.line}.", Section.PICTURES
            )


def _entry_problems(node: Node, files: Collection[str]) -> Iterator[Problem]:
    name, file = node.text_of("file") or "", node.get("file")
    if file and not file_meant(name, files):
        near = guess(name, map(listed_as, files))
        yield Problem(file.place, f'image: no file "{name}" in content/images.{near}', Section.PICTURES)
    people = node.get("people")
    if people and is_yes(node.text_of("people")) and not node.text_of("consent"):
        message = f'image "{name}": people can be recognized in it, so "consent" needs the day on which they agreed.'
        yield Problem(people.place, message, Section.PICTURES)


def values(sources: Sources) -> dict[str, object]:
    """Return the pictures that may be shown, by their files below content."""
    files = (*sources.pictures, *sources.documents)
    listed = sources.of(PICTURES_FILE).images
    return {"listed_pictures": frozenset(file_meant(picture.file, files) for picture in listed)}


def with_entry(values: dict[str, Any], file: str, said: Mapping[str, str]) -> dict[str, Any]:
    """Return what images.yaml should hold once somebody has said of a picture why it may be shown."""
    entry = {"file": listed_as(file), "rights": said["rights"], "people": said["people"]}
    entry |= {"consent": said["consent"]} if said.get("consent") else {}
    return values | {"images": [*(values.get("images") or ()), entry]}


SUBJECT = Subject(
    name="pictures",
    data=PICTURES_FILE,
    form=Form("Pictures", mended_later=unlisted, of_picture=with_entry),
    parts=lambda loaded: (of_file("pictures", "there are no pictures", PICTURES_FILE, loaded),),
    problems=picture_problems,
    values=values,
)
