"""The folder a site is published to: which folders are refused, and how one whole site replaces another.

Beside an output folder `public` stand, while somebody builds, `.public.new` (the site being built) and `.public.lock`;
where the system cannot exchange two folders in one step, also `.public.old` for a moment.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from sources.problems import Place, Problem, ProblemsFound

MARKER = "SHA256SUMS"
RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # macOS, sys/stdio.h
AT_FDCWD = {"linux": -100, "darwin": -2}


def staging(output: Path) -> Path:
    """Return the folder in which the next site for `output` is built."""
    return output.with_name(f".{output.name}.new")


def retired(output: Path) -> Path:
    """Return where the last site waits for its deletion, on systems that cannot exchange folders."""
    return output.with_name(f".{output.name}.old")


def refuse(output: Path, sources: tuple[Path, ...]) -> None:
    """Raise ProblemsFound when `output` is no folder to publish to: building there could destroy something else."""
    message = _complaint(output, sources)
    if message:
        raise ProblemsFound([Problem(Place(output.name or str(output), 0), f"not published to: {message}")])


def _complaint(output: Path, sources: tuple[Path, ...]) -> str | None:
    if output.is_symlink():
        return "it is a link to another place."
    real = output.resolve()
    if real in (Path(real.anchor), Path.home().resolve()):
        return "it is a home folder or a whole disk."
    for source in sources:
        if real == source or real in source.parents:
            return f'it holds the sources ("{source.name}").'
        if source in real.parents and source != Path.cwd().resolve():
            return f'it lies within the sources ("{source.name}").'
    if output.exists() and not output.is_dir():
        return "it is a file."
    if output.is_dir() and any(output.iterdir()) and not (output / MARKER).is_file():
        return f"it holds other things (there is no {MARKER} of an earlier site in it). Empty it, or choose another."
    return None


def recover(output: Path) -> None:
    """Clear what a builder that was killed has left; called by whoever holds the lock, before building."""
    old = retired(output)
    if old.exists() and not output.exists():
        old.rename(output)
    for leftover in (old, staging(output)):
        if leftover.exists():
            shutil.rmtree(leftover)


def swap(output: Path) -> None:
    """Put the built site in the place of the last one, in one step where the system knows how.

    Without that step there is an instant between two renames in which `output` is missing; `recover` mends it if the
    builder is killed right then.
    """
    new = staging(output)
    if not output.exists() or not any(output.iterdir()):
        new.rename(output)
    elif exchange(new, output):
        shutil.rmtree(new)
    else:
        old = retired(output)
        output.rename(old)
        new.rename(output)
        shutil.rmtree(old)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return False where system or file system cannot.

    Linux has renameat2(RENAME_EXCHANGE), macOS renameatx_np(RENAME_SWAP); Python offers neither.
    """
    name, flag = {"linux": ("renameat2", RENAME_EXCHANGE), "darwin": ("renameatx_np", RENAME_SWAP)}.get(
        sys.platform, ("", 0)
    )
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if function is None:
        return False
    here = AT_FDCWD[sys.platform]
    return bool(function(here, os.fsencode(one), here, os.fsencode(other), flag) == 0)
