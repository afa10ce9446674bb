"""What is read: the folders of content and theme, and what is kept; and what came of reading one part of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from sources.problems import Gathering, Problem
from sources.result_store import ResultStore

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Inputs:
    """The same for every part that is read: `store` has earlier readings, problems go to `gathering`."""

    content: Path
    theme: Path
    gathering: Gathering
    store: ResultStore


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """One page or file, as far as it can be read, and what is wrong with it alone."""

    value: T
    problems: tuple[Problem, ...] = ()


def held_in(path: Path) -> object:
    """Return the bytes of a file, or why nobody can read them, which is told by whoever does."""
    try:
        return path.read_bytes()
    except OSError as error:
        return error.errno
