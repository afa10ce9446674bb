"""Other programs, started without a shell, and what goes wrong around them as problems."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from sources.problems import ProblemsFound, Section, refusal

Tell = Callable[[str], None]


class OutcomeUnknown(ProblemsFound):
    """Raised when the connection broke at the very step that shows the new site."""


def trouble(what: str, message: str) -> ProblemsFound:
    """Return one problem, of a command's variable or a place on a server, ready to be raised."""
    return refusal(what, message, Section.PUBLISHING)


def need(program: str) -> None:
    """Raise ProblemsFound when this computer lacks a program."""
    if shutil.which(program) is None:
        package = "openssh-client" if program == "ssh" else program
        raise trouble(program, f"this program is needed and not installed here. On Debian: apt install {package}")


def last_words(text: str) -> str:
    """Return what a program said at the end, on one line of a length that one can read; empty when it said nothing."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "".join(char for char in (lines[-1] if lines else "")[:300] if char.isprintable())
