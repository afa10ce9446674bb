"""Measure candidates in turn: each builds its site cold, and again after one edit, in a fresh process each time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from candidates import Candidate
from site_of_pages import edit, shows

MEMORY_DISK, ROOM = Path("/dev/shm"), 6_000_000_000
KIBI = 1024 if sys.platform == "linux" else 1  # getrusage counts in kibibytes on Linux, in bytes on a Mac


class BuildFailed(Exception):
    """A candidate did not build what it should; its last words say why."""


@dataclass(frozen=True)
class Build:
    """What one build cost: the memory of its largest process, the processor time of all its processes."""

    seconds: float
    processor: float
    megabytes: float


@dataclass
class Result:
    """What a candidate cost at one number of pages, in all rounds."""

    cold: list[Build] = field(default_factory=list)
    edited: list[Build] = field(default_factory=list)
    files: int = 0
    size: int = 0

    @property
    def seconds(self) -> tuple[float, float]:
        """Return the median seconds of a cold build and of one after an edit."""
        return median(one.seconds for one in self.cold), median(one.seconds for one in self.edited)

    @property
    def megabytes(self) -> float:
        """Return the most memory that any of the builds took."""
        return max(one.megabytes for one in (*self.cold, *self.edited))


Results = dict[int, dict[str, Result]]  # by number of pages, then by name; the first name is ours


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Build:
    """Run a command that must succeed and return its cost. Raises BuildFailed."""
    inherited = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "SOURCE_DATE_EPOCH"}}
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, env={**inherited, **environment})
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().decode(errors="replace").strip()
    if process.returncode:
        raise BuildFailed(words or f"exit status {process.returncode}")
    return Build(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIBI / 1e6)


def take_turn(candidate: Candidate, site: Path, result: Result, turn: int) -> None:
    """Build a site cold and after an edit, and add both costs to the result. Raises BuildFailed."""
    command, output = [part.replace("{site}", str(site)) for part in candidate.command], site / "output"
    for left in ("output", *candidate.kept):
        shutil.rmtree(site / left, ignore_errors=True)
    result.cold.append(run(command, site, candidate.environment))
    files = [path for path in output.rglob("*") if path.is_file()]
    result.files, result.size = len(files), sum(path.stat().st_size for path in files)
    mark = f"edit{turn}"
    edit(site / candidate.pages, turn, mark)
    result.edited.append(run(command, site, candidate.environment))
    if not shows(output, turn, mark):
        raise BuildFailed(f"page {turn} does not show the edit")


@contextmanager
def folder_for_sites() -> Iterator[Path]:
    """Give a folder that is deleted at the end: in memory, if there is room, since disks differ more than programs."""
    roomy = MEMORY_DISK.is_dir() and shutil.disk_usage(MEMORY_DISK).free > ROOM
    with tempfile.TemporaryDirectory(dir=MEMORY_DISK if roomy else None) as name:
        yield Path(name)


def measure(candidates: Sequence[Candidate], sizes: Sequence[int], rounds: int) -> tuple[Results, dict[str, str]]:
    """Return the results, and why a candidate has none for some size.

    A round is every size of every candidate, so that what else the machine does hits all, and growth is not drift.
    """
    results: Results = {pages: {candidate.name: Result() for candidate in candidates} for pages in sizes}
    failed: dict[str, str] = {}
    with folder_for_sites() as folder:
        turns = [
            (pages, candidate, folder / f"{pages}-{number}")
            for pages in sizes
            for number, candidate in enumerate(candidates)
        ]
        for pages, candidate, site in turns:
            candidate.make_site(site, pages)
        for turn in range(rounds):
            for pages, candidate, site in turns:
                if candidate.name not in results[pages]:
                    continue
                try:
                    take_turn(candidate, site, results[pages][candidate.name], turn)
                except BuildFailed as error:
                    failed[f"{candidate.name}, {pages} pages"] = str(error)
                    del results[pages][candidate.name]
    return results, failed
