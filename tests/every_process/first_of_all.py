"""What every Python process of the tests does first: the suite's own, and each that a test starts.

`TEST_DAY=2031-01-01` moves the clock of all of them to that day; of several days behind commas each worker takes one.
`LIKE_WINDOWS=1` takes away what Windows lacks.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

CONTENT = str(Path(__file__).resolve().parents[2] / "content")
READING = {"open", "os.listdir", "os.scandir"}  # what Python tells a hook of, see "Audit events table" in its manual

reads_content = False  # the tests of what holds of any content turn this on


def travel() -> None:
    """Move the clock of this process to noon of TEST_DAY, if that is one day; from there it goes on."""
    day = os.environ.get("TEST_DAY", "")
    if day and "," not in day:
        import time_machine

        time_machine.travel(datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC), tick=True).start()


def travel_as_worker() -> None:
    """Take one of several days behind commas, each worker another, and move this process and its programs there."""
    days, worker = os.environ.get("TEST_DAY", "").split(","), os.environ.get("PYTEST_XDIST_WORKER", "")
    if len(days) > 1 and worker:
        os.environ["TEST_DAY"] = days[int(worker.removeprefix("gw")) % len(days)]
        travel()


def hear_ctrl_c() -> None:
    """Listen to SIGINT though a shell that runs the suite in the background has its programs ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def hands_off(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse to open what belongs to the coalition: a change of content/ must never make a test of the software red."""
    if event not in READING or reads_content or not isinstance(arguments[0], str | os.PathLike):
        return
    name = os.fspath(arguments[0])
    if event == "open" and arguments[1] is None and not os.path.isabs(name):
        return  # os.open, whose names may be those of another folder
    path = os.path.abspath(name)
    if path == CONTENT or path.startswith(CONTENT + os.sep):
        raise AssertionError(f"{path}: a test of the software reads content/. Use a coalition below tests/.")


travel()
hear_ctrl_c()
sys.addaudithook(hands_off)
if os.environ.get("LIKE_WINDOWS"):
    import like_windows

    like_windows.become()
