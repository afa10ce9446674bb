"""Files that the site makes itself, beside the pages: no file in `content/` holds them, all come from the sources."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pelican import signals
from pelican.generators import PagesGenerator

from checking.check import Sources
from sources.files import TIERS_CSV, TIERS_JSON, TIERS_SCHEMA
from subjects.membership.csv_export import tiers_csv
from subjects.membership.published import tiers_file, tiers_json, tiers_schema


def made_files(sources: Sources, canonical: str, prefix: str) -> Mapping[str, bytes]:
    """Return what each file holds, by its path in the output.

    `canonical` is the public address of the site or empty, `prefix` the path below which it is served.
    """
    published = tiers_file(sources.membership, sources.site, sources.pages, canonical, prefix)
    return {
        TIERS_JSON: tiers_json(published),
        TIERS_SCHEMA: tiers_schema(canonical or prefix),
        TIERS_CSV: tiers_csv(sources.membership),
    }


def write_made_files(generator: PagesGenerator, **_: object) -> None:
    """Write them beside the pages, once those are written."""
    settings = generator.settings
    for name, content in made_files(settings["SOURCES"], settings["CANONICAL"], settings["SITEURL"]).items():
        path = Path(generator.output_path) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def register() -> None:
    """Connect to Pelican."""
    signals.page_writer_finalized.connect(write_made_files)
