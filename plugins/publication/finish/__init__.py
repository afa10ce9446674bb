"""The last hand on a site: its style and policy, its weight, and what its host wants beside the audited pages."""

from __future__ import annotations

from pathlib import Path

from sources.kept import Kept

from .compress import add_siblings
from .hosts import Host


def finish(folder: Path, host: Host, prefix: str, kept: Kept) -> None:
    """Add to an audited site, served below `prefix`, the files and the compressed siblings that its host wants."""
    for name, text in host.files.items():
        (folder / name).write_text(text(prefix), encoding="utf-8")
    add_siblings(folder, host.siblings, kept)
