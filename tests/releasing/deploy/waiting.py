"""An upload that waits for the test, and the test that waits for it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from .published_site import program


def until(condition: Callable[[], bool], seconds: int = 20) -> None:
    """Wait for something that another process does."""
    for _ in range(seconds * 50):
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("waited in vain")


def waiting(folder: Path, gate: Path) -> str:
    """Return a PATH whose rsync waits, once it has sent everything, until the gate is there."""
    rsync = shutil.which("rsync")
    return program(
        folder,
        "rsync",
        f'"{rsync}" "$@"; status=$?; for _ in $(seq 1200); do [ -e "{gate}" ] && break; sleep 0.05; done; exit $status',
    )
