"""One builder at a time for each output folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sources.problems import Place, Problem, ProblemsFound


@contextmanager
def building(output: Path) -> Iterator[None]:
    """Hold the lock of an output folder; raise ProblemsFound, saying who holds it, when another builder does.

    The system frees the lock when its holder ends, in whatever way; the file alone means nothing.
    """
    path = output.with_name(f".{output.name}.lock")
    output.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "another process"
            message = f"somebody is building this right now ({holder}). Try again when that is done."
            raise ProblemsFound([Problem(Place(output.name, 0), message)]) from None
        if not path.exists() or os.fstat(file.fileno()).st_ino != path.stat().st_ino:
            message = "another build has just ended. Try again."
            raise ProblemsFound([Problem(Place(output.name, 0), message)])
        file.truncate(0)
        file.write(f"process {os.getpid()}, since {datetime.now().astimezone():%H:%M:%S}")
        file.flush()
        try:
            yield
        finally:
            path.unlink(missing_ok=True)
