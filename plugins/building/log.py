"""Build errors as problems: Pelican's warnings, an error in theme or plugins, a full disk."""

from __future__ import annotations

import errno
import logging
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateSyntaxError
from pelican.log import FatalLogger, LimitFilter, console

from sources.open_files import is_held
from sources.problems import Place, Problem, ProblemsFound
from sources.text import UNREADABLE

# Pelican's words for what the audit finds too, and tells in the words of staff and at its place.
LEFT_TO_THE_AUDIT = ("Empty alt attribute", "Replacement Indicator", "Unable to find '%s', skipping url")
ROOT = Path(__file__).resolve().parent.parent.parent
DISK_TROUBLE = {
    errno.ENOSPC: "the disk is full. Make room and publish again.",
    errno.EDQUOT: "the disk is full. Make room and publish again.",
    errno.EFBIG: "the disk is full. Make room and publish again.",
    errno.EROFS: "nothing can be written here: the disk is read-only.",
    errno.EACCES: "nothing can be written here: permission is missing.",
    errno.EPERM: "nothing can be written here: permission is missing.",
    errno.EBUSY: "the system keeps this where it is; is a disk mounted here? Choose another folder.",
    errno.EIO: "the disk could not be read or written. Is it damaged?",
}
HELD = "this cannot be changed: another program has it open, or permission is missing. Close it there, and try again."


class PelicanLog(logging.Handler):
    """Keeps every warning and error of Pelican, and the problem behind it where there is one."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message; Pelican logs within `except`, so the error itself is still at hand."""
        error = sys.exc_info()[1]
        if isinstance(error, ProblemsFound):
            self.problems.extend(error.problems)
        elif isinstance(error, Exception):
            self.problems.append(fault(error, f"{record.getMessage()}: "))
        elif not str(record.msg).startswith(LEFT_TO_THE_AUDIT):
            self.problems.append(Problem(Place("Pelican", 0), record.getMessage()))


@contextmanager
def listening(log: PelicanLog, *, debug: bool) -> Iterator[None]:
    """Let `log`, and nobody else, hear all that Pelican says from WARNING up: no limit, no stop at the first."""
    logger = logging.getLogger("pelican")
    before = (logger.level, logger.propagate, LimitFilter.LOGS_DEDUP_MIN_LEVEL, FatalLogger.fatal_lvl)
    if logger.getEffectiveLevel() > logging.WARNING:
        logger.setLevel(logging.WARNING)
    logger.propagate = debug
    console.quiet = not debug
    LimitFilter.LOGS_DEDUP_MIN_LEVEL = logging.INFO
    FatalLogger.fatal_lvl = logging.CRITICAL + 1
    logger.addHandler(log)
    try:
        yield
    finally:
        logger.removeHandler(log)
        console.quiet = False
        level, logger.propagate, LimitFilter.LOGS_DEDUP_MIN_LEVEL, FatalLogger.fatal_lvl = before
        logger.setLevel(level)


@contextmanager
def hearing() -> Iterator[PelicanLog]:
    """Hear what goes wrong in the block, as a process must that does not share its memory with who tells staff."""
    log, logger = PelicanLog(), logging.getLogger("pelican")
    logger.addHandler(log)
    try:
        yield log
    except ProblemsFound as found:
        log.problems.extend(found.problems)
    except Exception as error:
        if logger.isEnabledFor(logging.DEBUG):
            raise
        log.problems.append(fault(error))
    finally:
        logger.removeHandler(log)


def fault(error: Exception, before: str = "") -> Problem:
    """Return an error as a problem: where in theme or plugins it happened, or that the disk refused."""
    if isinstance(error, OSError) and error.errno in DISK_TROUBLE:
        path = os.path.abspath(os.fsdecode(error.filename or "output"))
        message = UNREADABLE if isinstance(error, PermissionError) and _closed(path) else DISK_TROUBLE[error.errno]
        return Problem(Place(_from_root(Path(path)) or Path(path).as_posix(), 0), HELD if is_held(error) else message)
    said = f"{type(error).__name__}: {error}".rstrip(": ")
    return Problem(_place(error), f"a fault in the software, not in the content: {before}{said}")


def _place(error: Exception) -> Place:
    if isinstance(error, TemplateSyntaxError):
        return Place(_shown(Path(error.filename or error.name or "theme")), error.lineno)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(ROOT) and ".venv" not in frame.filename]
    return Place(_shown(Path(ours[-1].filename)), ours[-1].lineno or 0) if ours else Place("Pelican", 0)


def _closed(path: str) -> bool:
    """Tell whether permission to read is what is missing, for the thing itself or for the folder around it."""
    there = os.path.lexists(path)
    return not (os.access(path, os.R_OK) if there else os.access(os.path.dirname(path), os.X_OK))


def _shown(path: Path) -> str:
    return _from_root(path) or path.name


def _from_root(path: Path) -> str | None:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else None
