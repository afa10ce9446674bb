"""One file as it was before: after each save of the editor, and in each commit where the content is kept in git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from saving.save import difference, held_in
from sources.problems import Place, Problem, ProblemsFound, Section

from .journal import Journal

COMMITS = 30  # that are looked at
SAVED = "saved here"
GONE = "this state of the file is not known any more."


@dataclass(frozen=True, slots=True)
class State:
    """What a file held from some moment on, and who said so: the subject of a commit, or that it was saved here."""

    at: datetime
    words: str
    held: bytes

    def told(self, now: bytes) -> dict[str, str]:
        """Return it as the editor lists it, with what differs from `now`."""
        shown = difference(now, self.held, "").split("\n")[2:]
        return {"at": self.at.isoformat(), "words": self.words, "difference": "\n".join(shown)}


def states(path: str, content: Path) -> list[State]:
    """Return what a file held before, other than now, the newest first; each text once, where it is the newest."""
    now = held_in(content / path)
    found = sorted([*_saved(path, content), *_committed(path, content)], key=lambda one: one.at, reverse=True)
    newest = {one.held: one for one in reversed(found) if one.held != now}
    return sorted(newest.values(), key=lambda one: one.at, reverse=True)


def listed(path: str, content: Path) -> list[dict[str, str]]:
    """Return the same as the editor lists it."""
    now = held_in(content / path) or b""
    return [one.told(now) for one in states(path, content)]


def state(path: str, at: str, content: Path) -> bytes:
    """Return what a file held from a moment on; raise ProblemsFound where nobody knows that any more."""
    for one in states(path, content):
        if one.at.isoformat() == at:
            return one.held
    raise ProblemsFound([Problem(Place(f"{content.name}/{path}", 0), GONE, Section.IN_BROWSER)])


def _saved(path: str, content: Path) -> Iterator[State]:
    for save in Journal(content).saves():
        if held := save.files.get(path, (None, None))[1]:
            yield State(datetime.fromisoformat(save.at), SAVED, held)


def _committed(path: str, content: Path) -> Iterator[State]:
    log = _git(content, "log", f"-{COMMITS}", "--format=%H %cI %s", "--", f"./{path}")
    for line in log.decode("utf-8", "replace").splitlines():
        commit, at, words = line.split(" ", 2)
        if held := _git(content, "show", f"{commit}:./{path}"):
            yield State(datetime.fromisoformat(at), words, held)


def _git(folder: Path, *arguments: str) -> bytes:
    """Return what git answers in a folder; nothing where there is no git, or none there."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        return subprocess.run(["git", *arguments], cwd=folder, env=kept, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""
