"""Every picture of which sizes are made is looked at as a whole, on all processors, and once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from sources.formats.raster import NoPicture, Picture, is_raster, read_picture
from sources.problems import Place, Problem, Section
from sources.published import offered_files
from sources.result_store import ResultStore, digest, of_code

WORTH_A_FORK = 4  # a photograph takes some 50 ms


@dataclass(frozen=True, slots=True)
class PictureReading:
    """One picture, if it can be shown, and what is wrong with it if not."""

    picture: Picture | None
    problems: tuple[Problem, ...]


_known: dict[bytes, PictureReading] = {}  # in this process, for the editor, which checks all files at every save


def picture_readings(content: Path, store: ResultStore) -> Mapping[str, PictureReading]:
    """Return what every such picture is, by its path below content."""
    files = {file: path for file, path in offered_files(content).items() if is_raster(file) and not path.is_symlink()}
    keys = {file: digest("picture", of_code(), content.name, file, _sum(path)) for file, path in files.items()}
    new = [file for file in files if keys[file] not in _known]
    read = store.each(
        lambda file: picture_reading(content.name, file, files[file]), new, keys.__getitem__, WORTH_A_FORK
    )
    _known.update(zip(map(keys.__getitem__, new), read, strict=True))
    return {file: _known[keys[file]] for file in files}


def picture_reading(content_name: str, file: str, path: Path) -> PictureReading:
    """Return what one picture is."""
    try:
        return PictureReading(read_picture(path, file), ())
    except NoPicture as told:
        return PictureReading(None, (Problem(Place(f"{content_name}/{file}", 0), str(told), Section.PICTURES),))


def _sum(path: Path) -> bytes:
    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()
