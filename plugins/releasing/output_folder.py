"""The folder a site is published to: which folders are refused, and how one whole site replaces another.

Beside an output folder `public` stand, while somebody builds, `.public.new` (the site being built) and `.public.lock`;
where the system cannot exchange two folders in one step, also `.public.old` for a moment. What of an earlier site may
not be deleted stays as `.public.left-1`, out of the way, until it may.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from sources.open_files import when_free
from sources.problems import Section, refusal

from .manifest import MARKER

RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # macOS, sys/stdio.h
AT_FDCWD = {"linux": -100, "darwin": -2}


def staging(output: Path) -> Path:
    """Return the folder in which the next site for `output` is built."""
    return output.with_name(f".{output.name}.new")


def retired(output: Path) -> Path:
    """Return where the last site waits for its deletion, on systems that cannot exchange folders."""
    return output.with_name(f".{output.name}.old")


def remarks(output: Path) -> Iterator[str]:
    """Yield what staff read about what is left beside a site."""
    for path in undeleted(output):
        what = "what is left of an earlier site may not be deleted"
        yield f"{path.as_posix()}: {what}: permission is missing. Delete it by hand."


def undeleted(output: Path) -> Sequence[Path]:
    """Return what is left of earlier sites because it may not be deleted."""
    beside = output.parent.iterdir() if os.access(output.parent, os.R_OK) else ()
    return sorted(path for path in beside if path.name.startswith(_left(output, "").name))


def _left(output: Path, number: object) -> Path:
    return output.with_name(f".{output.name}.left-{number}")


def refuse(output: Path, sources: tuple[Path, ...]) -> None:
    """Raise ProblemsFound when `output` is no folder to publish to: building there could destroy something else."""
    if message := _complaint(output, sources):
        raise refusal(output.name or str(output), f"not published to: {message}", Section.PUBLISHING)


def _complaint(output: Path, sources: tuple[Path, ...]) -> str | None:
    if output.is_symlink():
        return "it is a link to another place."
    real = output.resolve()
    if real in (Path(real.anchor), Path.home().resolve()):
        return "it is a home folder or a whole disk."
    if os.path.ismount(output):
        return "a disk is mounted there, which stays where it is. Choose a folder in it."
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
        when_free(lambda: old.rename(output))
    for leftover in (old, staging(output), *undeleted(output)):
        discard(leftover, output)


def swap(output: Path) -> None:
    """Put the built site in the place of the last one, in one step where the system knows how, and delete the last.

    Without that step there is an instant between two renames in which `output` is missing; `recover` mends it if the
    builder is killed right then. An error is raised only if the last site stands where it stood: what goes wrong
    after that changes nothing for visitors, and the next build meets it first.
    """
    new = staging(output)
    _open_to_all(new)
    _onto_the_disk(new)
    last = _exchanged(new, output)
    with suppress(OSError):
        if hasattr(os, "sync"):
            _onto_the_disk(output.parent)
        if last:
            discard(last, output)


def _exchanged(new: Path, output: Path) -> Path | None:
    """Put the new folder in place; return where the one is that stood there."""
    if not output.exists() or not any(output.iterdir()):
        with suppress(FileNotFoundError):  # Windows puts a folder in the place of none, be it empty
            output.rmdir()
        when_free(lambda: new.rename(output))
        return None
    if exchange(new, output):
        return new
    old = retired(output)
    when_free(lambda: output.rename(old))
    try:
        when_free(lambda: new.rename(output))
    except OSError:
        old.rename(output)
        raise
    return old


def discard(folder: Path, output: Path) -> None:
    """Delete a folder that `output` needs no more; what may not be deleted goes out of the way."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
        return
    with suppress(OSError):
        shutil.rmtree(folder)
    if folder.exists():
        _open_up(folder)
        shutil.rmtree(folder, ignore_errors=True)
    if folder.exists() and folder not in undeleted(output):
        folder.rename(next(free for number in count(1) if not os.path.lexists(free := _left(output, number))))


def _open_up(folder: Path) -> None:
    """Let us delete what is in our own folders, whoever has closed them."""
    for where, inner, _ in os.walk(folder):
        for name in (".", *inner):
            _set_mode(os.path.join(where, name), 0o700)


def _open_to_all(folder: Path) -> None:
    """Let every user of this computer read a site, above all its web server, whatever the umask of whoever builds."""
    for where, _, names in os.walk(folder):
        _set_mode(where, 0o755)
        for name in names:
            _set_mode(os.path.join(where, name), 0o644)


def _set_mode(path: str, mode: int) -> None:
    """Set the mode of a file or folder of ours, on disks that know modes; what a link leads to is not ours."""
    if not os.path.islink(path):
        with suppress(OSError):
            os.chmod(path, mode)


def _onto_the_disk(folder: Path) -> None:
    """Wait until all that was written to the disk of a folder is there, so that no power cut leaves empty pages."""
    if not hasattr(os, "sync"):  # on Windows, which is asked for each file
        for where, _, names in os.walk(folder):
            for name in names:
                with open(os.path.join(where, name), "rb+") as file:
                    os.fsync(file.fileno())
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        if sync := getattr(ctypes.CDLL(None), "syncfs", None):  # Linux: one disk; Python only offers all of them
            sync(held)
        else:
            os.sync()
    finally:
        os.close(held)


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
