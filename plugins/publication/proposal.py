"""A change of files in `content/` that is checked as a whole before the first byte of it is written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from difflib import unified_diff
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from sources.problems import Problem, ProblemsFound

from .check import check


def put(
    content: Path,
    theme: Path,
    files: Mapping[str, bytes | None],
    forgiven: Callable[[Problem], bool] = lambda _: False,
) -> None:
    """Write files, by their path below `content`, if everything fits together then; raise ProblemsFound if not.

    None in the place of bytes deletes a file. Each file is replaced in one step, so that nobody ever reads half of
    one. Problems that are `forgiven` do not count.
    """
    with TemporaryDirectory() as folder:
        proposed = Path(folder) / content.name
        shutil.copytree(content, proposed, symlinks=True)
        for name, written in files.items():
            path = proposed / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if written is None:
                path.unlink()
            else:
                path.write_bytes(written)
        if problems := [problem for problem in _problems(proposed, theme) if not forgiven(problem)]:
            raise ProblemsFound(problems)
    for name, written in files.items():
        path = content / name
        if written is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, written, beside=content.parent)


def no_worse(content: Path, theme: Path) -> Callable[[Problem], bool]:
    """Return what tells whether a problem was there before: nobody has to mend all files to be able to save one."""
    known = cache(lambda: {_without_line(problem) for problem in _problems(content, theme)})
    return lambda problem: _without_line(problem) in known()


def _problems(content: Path, theme: Path) -> tuple[Problem, ...]:
    try:
        check(content, theme, production=True)
    except ProblemsFound as found:
        return found.problems
    return ()


def _without_line(problem: Problem) -> tuple[str, str]:
    return problem.place.file, problem.message


def difference(before: bytes, after: bytes, file: str) -> str:
    """Return what changes in a file, as `diff -u` shows it; empty if nothing does."""
    old, new = (text.decode("utf-8", "replace").splitlines() for text in (before, after))
    return "\n".join(unified_diff(old, new, file, f"{file} (new)", lineterm=""))


def _replace(path: Path, content: bytes, beside: Path) -> None:
    with NamedTemporaryFile(dir=beside, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, file.name)
            else:
                Path(file.name).chmod(0o644)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
