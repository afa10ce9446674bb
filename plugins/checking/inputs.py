"""What is read: the folders of content and theme, what is kept of earlier readings, and where problems go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sources.problems import Gathering
from sources.result_store import ResultStore


@dataclass(frozen=True, slots=True)
class Inputs:
    """The same for every part that is read."""

    content: Path
    theme: Path
    gathering: Gathering
    store: ResultStore
