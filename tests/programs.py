"""Programs that tests need besides Python: the first worker that misses one installs it by apt, if it may."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from pathlib import Path


def by_apt(packages: tuple[str, ...], lock: Path) -> None:
    """Install packages if we are root and have apt; the first worker tries, the others wait.

    `lock` is a file that all workers share, whatever they install: apt does one thing at a time.
    """
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    with lock.open("a+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        held.seek(0)
        wanted = " ".join(packages)
        if wanted not in held.read().splitlines():
            held.write(f"{wanted}\n")
            held.flush()
            _apt_get("update", "-qq")
            _apt_get("install", "-y", "-qq", "--no-install-recommends", *packages)


def _apt_get(*arguments: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", *arguments], env=quiet, capture_output=True, check=False)
