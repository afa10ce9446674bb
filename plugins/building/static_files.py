"""Files that are published as they are, under their clean names; the preview serves them from where they lie."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

from pelican import signals
from pelican.generators import PagesGenerator
from pelican.writers import Writer

from sources.published import static_files


def copy_static_files(generator: PagesGenerator, writer: Writer) -> None:
    """Copy them into a site that is built."""
    del writer  # which writes what is made
    if generator.settings["STORE"] is None or generator.settings["SOURCES"].language:
        return
    for name, source in static_files(Path(generator.settings["PATH"])).items():
        path = Path(generator.output_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        copyfile(source, path)


def register() -> None:
    """Connect to Pelican."""
    signals.page_writer_finalized.connect(copy_static_files)
