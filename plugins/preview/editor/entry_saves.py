"""A save of the editor: what was sent becomes files, which are checked together, written together, and noted down."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from saving.save import Files, held_in, no_worse, refusals, write_if_valid
from sources.problems import Place, Problem, ProblemsFound, Section
from subjects import forms

from .allowed_paths import free_path, known_path
from .entries import keeping_address, pages_along, saved
from .forms import Form, agreed
from .journal import Journal
from .merging import Conflict
from .pictures import decoded

NO_PICTURE = "this is not a picture that the editor could send."
CHANGED = "changed in another tab or program while this form was open. The file was left as it is."
DELETED = "deleted in another tab or program while this form was open. The file was left as it is."


class TwoVersions(Exception):
    """Raised when the file and the form say different things, and only people can decide which is right."""

    def __init__(self, file: str, conflicts: Sequence[Conflict], seen: str, *, gone: bool) -> None:
        self.error = f"{file}: {DELETED if gone else CHANGED}"
        self.told = {"error": self.error, "over": seen, "versions": [one.told() for one in conflicts]}
        super().__init__(self.error)


class Refused(ProblemsFound):
    """Raised when files cannot be written as they were proposed, which stay with the problems found in them."""

    def __init__(self, problems: Sequence[Problem], files: Files) -> None:
        super().__init__(problems)
        self.files = files


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a save would write, and what the files held for which it was made."""

    form: str  # what the form is given to send back
    files: dict[str, bytes | None] = field(default_factory=dict)
    held: dict[str, bytes | None] = field(default_factory=dict)
    along: tuple[str, ...] = ()  # what becomes of pages that come, change or go with the entries
    merged: bool = False
    more: bool = False  # whether the file will say more than the form shows


def proposal(params: Mapping[str, Any], content: Path, theme: Path, *, decided: bool = False) -> Proposal:
    """Return what a save would write; raise TwoVersions where people must decide first, and have not."""
    (sent,) = params["dataFiles"]
    path = known_path(sent["path"], content)
    new_path = known_path(sent.get("newPath") or sent["path"], content)
    save = saved(path, sent["raw"], content)
    over = seen(save.held)
    if save.conflicts and params.get("over") != over and not decided:
        raise TwoVersions(f"{content.name}/{path}", save.conflicts, over, gone=save.held is None)
    stays = new_path == path
    files: dict[str, bytes | None] = {path: save.written} if stays else moved(path, new_path, save.written, content)
    held = {new_path: None, path: save.held}
    along = pages_along(path, save, content, theme)
    files |= {**along}
    files |= {known_path(one["path"], content): bytes_of(one) for one in params.get("assets") or ()}
    form = agreed(Form(new_path, save.agreed))
    went = tuple(f"{content.name}/{name}: {_done(content / name, written)}." for name, written in along.items())
    return Proposal(form, files, held, went, save.merged, save.more)


def _done(path: Path, written: bytes | None) -> str:
    return "deleted" if written is None else "changed" if path.exists() else "made"


def moved(path: str, new_path: str, written: bytes, content: Path) -> dict[str, bytes | None]:
    """Return the files of a page that gets another address, to which its old one leads."""
    return {free_path(new_path, content): keeping_address(written, path, new_path), path: None}


def bytes_of(asset: Mapping[str, Any]) -> bytes:
    """Return what a file that was sent holds."""
    if (found := decoded(dict(asset))) is None:
        raise ProblemsFound([Problem(Place(str(asset.get("path")), 0), NO_PICTURE, Section.PICTURES)])
    return found


def seen(held: bytes | None) -> str:
    """Return the sum of what somebody has seen that a file holds, before deciding what becomes of it."""
    return "gone" if held is None else sha256(held).hexdigest()


def checked(found: Proposal, content: Path, theme: Path) -> None:
    """Raise Refused where a save would be refused; write nothing."""
    held = {name: held_in(content / name) for name in found.files} | found.held
    if problems := refusals(content, theme, found.files, held, _forgiven(content, theme)):
        raise Refused(problems, found.files)


def put(files: Files, content: Path, theme: Path, held: Files | None = None, mended: str = "") -> None:
    """Write files, None for one that is deleted, if that brings no problem; raise Refused if it does.

    In one that is to be mended nothing may be wrong at all.
    """
    now = {name: held_in(content / name) for name in files}
    if all(new == now[name] for name, new in files.items()) and not mended:
        return
    try:
        write_if_valid(content, theme, files, _forgiven(content, theme, mended), held)
    except ProblemsFound as refused:
        raise Refused(refused.problems, files) from None
    Journal(content).note({name: (now[name], new) for name, new in files.items()})


def _forgiven(content: Path, theme: Path, mended: str = "") -> Callable[[Problem], bool]:
    before, file = no_worse(content, theme), f"{content.name}/{mended}"
    return lambda problem: problem.place.file != file and (mended_later(problem) or before(problem))


def mended_later(problem: Problem) -> bool:
    """Tell whether a problem is one that only the next save can mend."""
    return any(form.mended_later(problem) for _, form in forms().values())
