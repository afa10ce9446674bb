"""Programs that tests start: in which environment, and how those that a machine lacks get there."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).resolve().parent.parent / "run.py"
COMMANDS: dict[str, tuple] = runpy.run_path(str(RUN))["COMMANDS"]  # each with what it needs, what it does, its steps
VARIABLES: dict[str, str] = runpy.run_path(str(RUN))["DEFAULTS"]
EVERY_PROCESS = Path(__file__).resolve().parent / "every_process"
# What a program needs of the machine, and what a test has set by monkeypatch. Nothing else is handed on.
HANDED_ON = (
    *("PATH", "HOME", "USER", "TMPDIR", "LANG", "LC_ALL", "TZ"),
    *("SYSTEMROOT", "USERPROFILE", "TEMP", "PATHEXT"),  # on Windows
    *("SOURCE_DATE_EPOCH", "TEST_DAY", "LIKE_WINDOWS", "SITEURL", "HOST", "PYTHONHASHSEED"),
)
# What `make` and the publisher's shell may have set, which the software or a `make` within a test would heed.
FOREIGN = ("SITEURL", "HOST", "OUTPUT", "PORT", "RSYNC_RSH", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES")
FOREIGN += ("COMMANDS_BEGIN_WITH", "CODESPACE_NAME", "GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN")


def environment(*, plugins: str | Path = "plugins", **more: str) -> dict[str, str]:
    """Return the environment of a program: the day of the tests, our modules, what the machine needs, and `more`.

    `plugins` is where our modules are: those of the folder that the program runs in, unless told otherwise.
    """
    handed_on = {name: os.environ[name] for name in HANDED_ON if name in os.environ}
    return {**handed_on, "PYTHONPATH": f"{plugins}{os.pathsep}{EVERY_PROCESS}", **more}


def is_root() -> bool:
    """Tell whether we may do anything here, so that a folder without permission cannot be made."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def not_on_windows(why: str) -> pytest.MarkDecorator:
    """Return the mark of tests that only POSIX can run, with the reason."""
    return pytest.mark.skipif(not hasattr(os, "fork"), reason=f"not on Windows: {why}")


# What makes a process like one of Windows must know what it has open.
SHOWS_OPEN_FILES = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system tells of no open files")


def prepare(epoch: str) -> None:
    """Make the environment of the tests themselves one that nothing foreign is left in; programs inherit it."""
    for name in FOREIGN:
        os.environ.pop(name, None)
    os.environ["SOURCE_DATE_EPOCH"] = epoch
    os.environ["PYTHONPATH"] = str(EVERY_PROCESS)


def set_up(folder: Path, script: str) -> Path:
    """Make a folder a project that is set up already; what its commands start runs a shell script instead."""
    for name in ("run.py", "Makefile"):
        shutil.copy(RUN.with_name(name), folder)
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / "content").mkdir(exist_ok=True)
    for name in ("requirements.txt", "requirements-test.txt", ".venv/site", ".venv/test"):
        (folder / name).touch()
    (folder / ".venv" / "pyvenv.cfg").write_text(f"version = {sys.version.split()[0]}\n")
    (folder / ".venv" / "bin" / "python").touch(0o755)
    commands_run(script, folder)
    return folder


def commands_run(script: str, folder: Path) -> None:
    """Let what the commands of such a project start run this script, while `run.py` itself is run by a real Python."""
    itself = f'case $1 in -IS*) exec "{sys.executable}" "$@" ;; esac'
    (folder / ".venv" / "bin" / "python").write_text(f"#!/bin/sh\n{itself}\n{script}\n")


def by_apt(packages: tuple[str, ...], lock: Path) -> None:
    """Install packages if we are root and have apt; the first worker tries, the others wait.

    `lock` is a file that all workers share, whatever they install: apt does one thing at a time.
    """
    if not is_root() or not shutil.which("apt-get"):
        return
    import fcntl  # where apt is, this is too

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
