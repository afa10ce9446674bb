"""One builder at a time for each output folder.

By the two calls of the systems themselves: the package filelock, which knows them too, has 15,000 lines.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from sources.problems import Section, refusal

fcntl: Any
msvcrt: Any
try:
    import fcntl
except ImportError:  # on Windows
    import msvcrt

    fcntl = None

# Of Windows' locks, which keep everybody from reading what is locked: a byte far behind the words of who holds it.
LOCKED_BYTE = 1 << 30
# To follow no link and wait for no pipe, where the system knows these; on Windows, to leave line ends as they are.
WITH_CARE = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")
NO_LOCK = "something else stands where the builder keeps its lock. Delete it."


@contextmanager
def building(output: Path) -> Iterator[None]:
    """Hold the lock of an output folder; raise ProblemsFound, saying who holds it, when another builder does.

    The system frees the lock when its holder ends, in whatever way; the file alone means nothing.
    """
    path = output.with_name(f".{output.name}.lock")
    output.parent.mkdir(parents=True, exist_ok=True)
    with _opened(path) as file:
        if not taken(file):
            holder = file.read().strip() or "another process"
            message = f"somebody is building this right now ({holder}). Try again when that is done."
            raise refusal(output.name, message, Section.PUBLISHING) from None
        if not path.exists() or os.fstat(file.fileno()).st_ino != path.stat().st_ino:
            message = "another build has just ended. Try again."
            raise refusal(output.name, message, Section.PUBLISHING)
        file.truncate(0)
        file.write(f"process {os.getpid()}, since {datetime.now().astimezone():%H:%M:%S}")
        file.flush()
        try:
            yield
        finally:
            if not fcntl:
                file.close()  # Windows deletes no file that is open; and so none that the next builder holds by now
            with suppress(PermissionError):
                path.unlink(missing_ok=True)


def taken(file: TextIOWrapper) -> bool:
    """Take the lock of an open file, and tell whether nobody else holds it; the system frees it with the file."""
    try:
        if fcntl:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            os.lseek(file.fileno(), LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    except (BlockingIOError, PermissionError):
        return False
    finally:
        os.lseek(file.fileno(), 0, os.SEEK_SET)
    return True


def _opened(path: Path) -> TextIOWrapper:
    """Open the file of a lock; raise ProblemsFound for a link or a name of another file, which would be overwritten."""
    flags = os.O_RDWR | os.O_CREAT
    for name in WITH_CARE:
        flags |= getattr(os, name, 0)
    if path.is_symlink() or path.is_dir():
        raise refusal(path.as_posix(), NO_LOCK, Section.PUBLISHING)
    try:
        number = os.open(path, flags, 0o666)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EISDIR, errno.ENXIO):
            raise refusal(path.as_posix(), NO_LOCK, Section.PUBLISHING) from None
        error.filename = str(path if os.path.lexists(path) else path.parent)
        raise
    held = os.fstat(number)
    if not stat.S_ISREG(held.st_mode) or held.st_nlink > 1:
        os.close(number)
        raise refusal(path.as_posix(), NO_LOCK, Section.PUBLISHING)
    return os.fdopen(number, "r+", encoding="utf-8", errors="replace")
