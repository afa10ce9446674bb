"""A change of files in `content/` that is checked as a whole before the first byte of it is written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import unified_diff
from functools import cache, partial
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from checking.check import check
from sources.open_files import when_free
from sources.problems import Problem, ProblemsFound

from .change_rules import people_problems, unreviewed_numbers

Files = Mapping[str, bytes | None]


class ChangedMeanwhile(Exception):
    """Raised with the path of a file that no longer holds what the change was made for; nothing was written."""


def write_if_valid(
    content: Path,
    theme: Path,
    files: Files,
    forgiven: Callable[[Problem], bool] = lambda _: False,
    held: Files | None = None,
) -> None:
    """Write files, by their path below `content`, if everything fits together then; raise ProblemsFound if not.

    None in the place of bytes deletes a file, or says that there was none. Each file is replaced in one step, so that
    nobody ever reads half of one. Problems that are `forgiven` do not count. `held` is what the files held when the
    change was made: where one does not any more, ChangedMeanwhile is raised, and none is written.
    """
    held = {name: held_in(content / name) for name in files} | {**(held or {})}
    if problems := refusals(content, theme, files, held, forgiven):
        raise ProblemsFound(problems)
    _write(content, files, held)


def refusals(
    content: Path, theme: Path, files: Files, held: Files, forgiven: Callable[[Problem], bool] = lambda _: False
) -> list[Problem]:
    """Return what would be wrong if the files were written, without writing any."""
    with TemporaryDirectory() as folder:
        proposed = Path(folder) / content.name
        shutil.copytree(content, proposed, symlinks=True, copy_function=_linked)
        for name, written in files.items():
            path = proposed / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)  # which may be the file of `content` itself
            if written is not None:
                path.write_bytes(written)
        problems = [problem for problem in _problems(proposed, theme, files) if not forgiven(problem)]
        return [*problems, *unreviewed_numbers(proposed, held)]


def no_worse(content: Path, theme: Path) -> Callable[[Problem], bool]:
    """Return what tells whether a problem was there before: nobody has to mend all files to be able to save one."""

    @cache
    def known() -> set[tuple[str, str]]:
        everything = [path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file()]
        return {_without_line(problem) for problem in _problems(content, theme, everything)}

    return lambda problem: _without_line(problem) in known()


def _problems(content: Path, theme: Path, files: Iterable[str]) -> Iterator[Problem]:
    try:
        check(content, theme, production=True)
    except ProblemsFound as found:
        yield from found.problems
    yield from people_problems(content, files)


def _without_line(problem: Problem) -> tuple[str, str]:
    return problem.place.file, problem.message


def difference(before: bytes, after: bytes, file: str) -> str:
    """Return what changes in a file, as `diff -u` shows it; empty if nothing does."""
    old, new = (text.decode("utf-8", "replace").splitlines() for text in (before, after))
    return "\n".join(unified_diff(old, new, file, f"{file} (new)", lineterm=""))


def _write(content: Path, files: Files, held: Files) -> None:
    """Put all files in place, after one more look whether each still holds what it held."""
    new = {}
    try:
        for name, written in files.items():
            if written is not None:
                (content / name).parent.mkdir(parents=True, exist_ok=True)
                new[name] = _beside(content / name, written, content.parent)
        for name in files:
            if held_in(content / name) != held[name]:
                raise ChangedMeanwhile(name)
        for name in files:
            if name in new:
                when_free(partial(new[name].replace, content / name))
            else:
                when_free((content / name).unlink)
    finally:
        for path in new.values():
            path.unlink(missing_ok=True)


def _linked(source: str, copy: str) -> None:
    """Put the same file in a second place, without a copy of its bytes where the disk can do that."""
    try:
        os.link(source, copy)
    except (OSError, AttributeError):  # a browser's Python has no links
        shutil.copy2(source, copy)


def held_in(path: Path) -> bytes | None:
    """Return what a file holds; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _beside(path: Path, content: bytes, folder: Path) -> Path:
    """Return a file in the folder that holds the content and can take the place of another."""
    with NamedTemporaryFile(dir=folder, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, file.name)
            else:
                Path(file.name).chmod(0o644)
        except BaseException:
            file.close()  # Windows deletes no file that is open
            Path(file.name).unlink(missing_ok=True)
            raise
    return Path(file.name)
