"""What text editors know about the data files while staff type: a JSON Schema for each, which the file names."""

from __future__ import annotations

from pathlib import Path

from sources.records.shapes import editor_schema
from subjects import data_files

MODELINE = "# yaml-language-server: $schema="  # https://github.com/redhat-developer/yaml-language-server


def schemas() -> dict[str, bytes]:
    """Return what each file of `schemas/` holds, by its name."""
    return {f"{Path(file.path).stem}.json": editor_schema(file.model) for file in data_files()}


def write_schemas(folder: Path) -> None:
    """Write them anew."""
    folder.mkdir(exist_ok=True)
    for name, content in schemas().items():
        (folder / name).write_bytes(content)
