"""Adds to an audited site what its host wants: files of its own, and compressed copies."""

from __future__ import annotations

from pathlib import Path

from releasing import manifest
from sources.result_store import ResultStore

from .compress import add_siblings
from .headers import Served
from .hosts import Host


def finish(folder: Path, sums: manifest.Sums, host: Host, served: Served, store: ResultStore) -> manifest.Sums:
    """Add to an audited site, served as `served` tells, the files and the compressed siblings that its host wants.

    `sums` are those of the audited files; return those of all files, so that the manifest tells what was audited.
    """
    own = {name: text.encode() for name, make in host.files.items() if (text := make(served)) is not None}
    for name, content in own.items():
        (folder / name).write_bytes(content)
    found = {**sums, **{name: manifest.digest(content) for name, content in own.items()}}
    return {**found, **add_siblings(folder, found, host.siblings, store)}
