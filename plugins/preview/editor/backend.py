"""Decap's protocol for local files, answered by our own reading, checking and writing.

The actions are those of decap-cms-backend-proxy 3.16 (its implementation.ts). Nothing outside `content/` is ever read
or written, and nothing that brings a problem is written at all: the editor then shows what `make check` would.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any

from saving.save import ChangedMeanwhile, Files, no_worse, write_if_valid
from sources.problems import Place, Problem, ProblemsFound, Section
from subjects import collections, forms

from ..guide import addresses
from .allowed_paths import existing_path, free_path, known_path
from .entries import entry, keeping_address, label, pages, saved
from .forms import KEY, Form, agreed
from .merging import Conflict
from .pictures import data_with, decoded, picture, pictures

Answer = tuple[HTTPStatus, Any]
Params = Mapping[str, Any]
NO_PICTURE = "this is not a picture that the editor could send."
CHANGED = "changed in another tab or program while this form was open. The file was left as it is."
DELETED = "deleted in another tab or program while this form was open. The file was left as it is."
RESTLESS = "another program changes this file all the time. Close it there, and save again."
TRIES = 8  # to save while the file changes


class TwoVersions(Exception):
    """Raised when the file and the form say different things, and only people can decide which is right."""

    def __init__(self, file: str, conflicts: Sequence[Conflict], seen: str, *, gone: bool) -> None:
        self.error = f"{file}: {DELETED if gone else CHANGED}"
        self.told = {"error": self.error, "over": seen, "versions": [one.told() for one in conflicts]}
        super().__init__(self.error)


def answer(action: str, params: Params, content: Path, theme: Path) -> Answer:
    """Return the status and the JSON that the editor gets."""
    found = ACTIONS.get(action)
    if found is None:
        return HTTPStatus.UNPROCESSABLE_ENTITY, {"error": f"unknown action {action!r}"}
    try:
        return HTTPStatus.OK, found(params, content, theme)
    except TwoVersions as told:
        return HTTPStatus.CONFLICT, told.told
    except ProblemsFound as refused:
        error = "\n".join(str(problem) for problem in refused.problems)
        return HTTPStatus.UNPROCESSABLE_ENTITY, {"error": error, "guide": addresses(refused.problems)}
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        return HTTPStatus.BAD_REQUEST, {"error": "this is not what the editor sends."}
    except OSError as error:
        return HTTPStatus.INTERNAL_SERVER_ERROR, {"error": f"the file could not be written: {error.strerror}"}


def _info(_params: Params, content: Path, _theme: Path) -> Any:
    return {"repo": content.name, "publish_modes": ["simple"], "type": "local_fs"}


def _shown(path: str, text: str, content: Path) -> dict[str, Any]:
    return {"data": text, "file": {"path": f"{content.name}/{path}", "id": f"{content.name}/{path}"}}


def _folder(params: Params, content: Path, _theme: Path) -> Any:
    folders = {f"{content.name}/pages/{folder}".rstrip("/"): f"pages/{folder}" for folder in ("", *collections())}
    if (folder := folders.get(params["folder"])) is None:
        return []
    return [_shown(path, label(path, content), content) for path in pages(content) if path.startswith(folder)]


def _files(params: Params, content: Path, _theme: Path) -> Any:
    paths = [known_path(file["path"], content) for file in params["files"]]
    return [_shown(path, label(path, content), content) for path in paths]


def _entry(params: Params, content: Path, _theme: Path) -> Any:
    path = existing_path(params["path"], content)
    return _shown(path, entry(path, content), content)


def _save(params: Params, content: Path, theme: Path) -> Any:
    for _ in range(TRIES):
        try:
            return _save_once(params, content, theme)
        except ChangedMeanwhile:  # while it was checked; what the file holds now is merged as well
            continue
    raise ProblemsFound(
        [Problem(Place(str(sent["path"]), 0), RESTLESS, Section.IN_BROWSER) for sent in params["dataFiles"]]
    )


def _save_once(params: Params, content: Path, theme: Path) -> Any:
    files: dict[str, bytes | None] = {}
    held: dict[str, bytes | None] = {}
    forms, merged = [], False
    for sent in params["dataFiles"]:
        path = known_path(sent["path"], content)
        save = saved(path, sent["raw"], content)
        seen = _seen(save.held)
        if save.conflicts and params.get("over") != seen:
            raise TwoVersions(f"{content.name}/{path}", save.conflicts, seen, gone=save.held is None)
        files[path], held[path] = save.written, save.held
        new_path = known_path(sent.get("newPath") or sent["path"], content)
        forms.append(agreed(Form(new_path, save.agreed)))
        merged = merged or save.merged
        if new_path != path:
            files[free_path(new_path, content)] = keeping_address(save.written, path, new_path)
            files[path], held[new_path] = None, None
    for asset in params.get("assets") or ():
        files[known_path(asset["path"], content)] = _bytes(asset)
    _put(files, content, theme, held)
    return {"message": "saved", KEY: forms[0]} | ({"merged": True} if merged else {})


def _seen(held: bytes | None) -> str:
    """Return a digest of this state of a file."""
    return sha256(held).hexdigest() if held is not None else "gone"


def _bytes(asset: dict[str, Any]) -> bytes:
    if (found := decoded(asset)) is None:
        raise ProblemsFound([Problem(Place(str(asset.get("path")), 0), NO_PICTURE, Section.PICTURES)])
    return found


def _put(files: Files, content: Path, theme: Path, held: Files | None = None) -> None:
    before = no_worse(content, theme)
    if any(new != _holds(content / path) for path, new in files.items()):
        write_if_valid(
            content, theme, files, forgiven=lambda problem: _mended_later(problem) or before(problem), held=held
        )


def _mended_later(problem: Problem) -> bool:
    return any(form.mended_later(problem) for _, form in forms().values())


def _holds(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _delete(params: Params, content: Path, theme: Path) -> Any:
    paths = [known_path(path, content) for path in params.get("paths") or [params["path"]]]
    _put({path: None for path in paths if (content / path).is_file()}, content, theme)
    return {"message": "deleted"}


def _picture(params: Params, content: Path, _theme: Path) -> Any:
    return picture(existing_path(params["path"], content), content)


def _save_picture(params: Params, content: Path, theme: Path) -> Any:
    path = known_path(params["asset"]["path"], content)
    said = {name: str(value) for name, value in dict(params.get("said") or {}).items()}
    _put({path: _bytes(params["asset"]), **(data_with(path, said, content) if said else {})}, content, theme)
    return picture(path, content)


ACTIONS: dict[str, Callable[[Params, Path, Path], Any]] = {
    "info": _info,
    "entriesByFolder": _folder,
    "entriesByFiles": _files,
    "getEntry": _entry,
    "persistEntry": _save,
    "deleteFile": _delete,
    "deleteFiles": _delete,
    "getMedia": lambda _, content, *__: pictures(content),
    "getMediaFile": _picture,
    "persistMedia": _save_picture,
    "getDeployPreview": lambda *_: None,
    "unpublishedEntries": lambda *_: [],
}
