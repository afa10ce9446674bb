"""The cache key that all pages share: when it changes, no page that was rendered before is used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sources.result_store import digest, files_below, of_code
from subjects import present
from subjects.loaded import Sources

PLAIN = (str, bool, int, list, tuple, dict, type(None))
# Where things lie does not show on a page; what they hold is read.
PLACES = ("PATH", "OUTPUT_PATH", "CACHE_PATH", "THEME", "ROOT", "SOURCES", "MAIN_SOURCES", "RECIPES", "PLUGINS")


def of_site(sources: Sources, settings: Mapping[str, Any]) -> bytes:
    """Return a digest of all that pages share."""
    plain = {name: value for name, value in settings.items() if name.isupper() and name not in PLACES}
    return digest(
        of_code(),
        sorted((name, repr(value)) for name, value in plain.items() if isinstance(value, PLAIN)),
        *files_below(Path(settings["THEME"])),
        *files_below(Path(settings["PATH"]) / "data"),
        (sources.today, sources.production, sources.language, sorted(sources.translated)),
        [(page.url, page.front_matter.title, page.name) for page in sources.others],
        [one.depends_on(sources) for one in present(sources)],
    )
