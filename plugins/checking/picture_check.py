"""Every picture of which sizes are made is looked at as a whole, on all processors, and once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sources.formats.raster import NoPicture, Picture, is_raster, read_picture
from sources.problems import Place, Problem, Section
from sources.published import offered_files
from sources.result_store import ResultStore

from .inputs import Reading
from .page_check import readings

WORTH_A_FORK = 4  # a photograph takes some 50 ms


def picture_readings(content: Path, store: ResultStore) -> Mapping[str, Reading[Picture | None]]:
    """Return what every such picture is, by its path below content."""
    files = {file: path for file, path in offered_files(content).items() if is_raster(file) and not path.is_symlink()}

    def reading(file: str) -> Reading[Picture | None]:
        try:
            return Reading(read_picture(files[file], file))
        except NoPicture as told:
            return Reading(None, (Problem(Place(f"{content.name}/{file}", 0), str(told), Section.PICTURES),))

    return readings(reading, files, content, store, WORTH_A_FORK)
