"""Where visitors see what an entry of the editor says."""

from __future__ import annotations

from pathlib import Path

from sources.kinds import ID
from sources.page_names import address

from .config import DATA_FILES

SHOWN_ON = {Path(source.path).stem: shown_on for source, _, shown_on in DATA_FILES}


def place(entry: str) -> str:
    """Return the address of the page that shows an entry: `data/membership`, or `pages/about`."""
    kind, _, name = entry.partition("/")
    if kind == "data":
        return f"/{SHOWN_ON.get(name, '')}"
    return f"/{address(name)}" if all(ID.fullmatch(part) for part in name.split("/")) else "/"
