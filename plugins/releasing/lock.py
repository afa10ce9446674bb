"""One builder at a time for each output folder."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

from sources.problems import Place, Problem, ProblemsFound, Section

NO_LOCK = "something else stands where the builder keeps its lock. Delete it."


@contextmanager
def building(output: Path) -> Iterator[None]:
    """Hold the lock of an output folder; raise ProblemsFound, saying who holds it, when another builder does.

    The system frees the lock when its holder ends, in whatever way; the file alone means nothing.
    """
    path = output.with_name(f".{output.name}.lock")
    output.parent.mkdir(parents=True, exist_ok=True)
    with _opened(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = file.read().strip() or "another process"
            message = f"somebody is building this right now ({holder}). Try again when that is done."
            raise ProblemsFound([Problem(Place(output.name, 0), message, Section.PUBLISHING)]) from None
        if not path.exists() or os.fstat(file.fileno()).st_ino != path.stat().st_ino:
            message = "another build has just ended. Try again."
            raise ProblemsFound([Problem(Place(output.name, 0), message, Section.PUBLISHING)])
        file.truncate(0)
        file.write(f"process {os.getpid()}, since {datetime.now().astimezone():%H:%M:%S}")
        file.flush()
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _opened(path: Path) -> TextIOWrapper:
    """Open the file of a lock; raise ProblemsFound for a link or a name of another file, which would be overwritten."""
    try:
        number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o666)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EISDIR, errno.ENXIO):
            raise ProblemsFound([Problem(Place(str(path), 0), NO_LOCK, Section.PUBLISHING)]) from None
        error.filename = str(path if os.path.lexists(path) else path.parent)
        raise
    held = os.fstat(number)
    if not stat.S_ISREG(held.st_mode) or held.st_nlink > 1:
        os.close(number)
        raise ProblemsFound([Problem(Place(str(path), 0), NO_LOCK, Section.PUBLISHING)])
    return os.fdopen(number, "r+", encoding="utf-8", errors="replace")
