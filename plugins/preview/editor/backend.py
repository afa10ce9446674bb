"""What the editor asks for, answered: Decap's protocol for local files, over our own reading, checking and writing.

The actions are those of decap-cms-backend-proxy 3.16 (its implementation.ts). Nothing outside `content/` is ever read
or written, and nothing that brings a problem is written at all: the editor then shows what `make check` would.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

from publication.proposal import no_worse, put
from safety.pictures import unlisted
from sources.problems import Place, Problem, ProblemsFound

from .entries import entry, label, pages, written
from .pictures import decoded, picture, pictures
from .reach import existing_path, free_path, known_path

Answer = tuple[HTTPStatus, Any]
Params = Mapping[str, Any]
NO_PICTURE = "this is not a picture that the editor could send."


def answer(action: str, params: Params, content: Path, theme: Path) -> Answer:
    """Return the status and the JSON that the editor gets."""
    found = ACTIONS.get(action)
    if found is None:
        return HTTPStatus.UNPROCESSABLE_ENTITY, {"error": f"unknown action {action!r}"}
    try:
        return HTTPStatus.OK, found(params, content, theme)
    except ProblemsFound as refused:
        return HTTPStatus.UNPROCESSABLE_ENTITY, {"error": "\n".join(str(problem) for problem in refused.problems)}
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        return HTTPStatus.BAD_REQUEST, {"error": "this is not what the editor sends."}
    except OSError as error:
        return HTTPStatus.INTERNAL_SERVER_ERROR, {"error": f"the file could not be written: {error.strerror}"}


def _info(_params: Params, content: Path, _theme: Path) -> Any:
    return {"repo": content.name, "publish_modes": ["simple"], "type": "local_fs"}


def _shown(path: str, text: str, content: Path) -> dict[str, Any]:
    return {"data": text, "file": {"path": f"{content.name}/{path}", "id": f"{content.name}/{path}"}}


def _folder(params: Params, content: Path, _theme: Path) -> Any:
    if params["folder"] != f"{content.name}/pages":
        return []
    return [_shown(path, label(path, content), content) for path in pages(content)]


def _files(params: Params, content: Path, _theme: Path) -> Any:
    paths = [known_path(file["path"], content) for file in params["files"]]
    return [_shown(path, label(path, content), content) for path in paths]


def _entry(params: Params, content: Path, _theme: Path) -> Any:
    path = existing_path(params["path"], content)
    return _shown(path, entry(path, content), content)


def _save(params: Params, content: Path, theme: Path) -> Any:
    files: dict[str, bytes | None] = {}
    for sent in params["dataFiles"]:
        path = known_path(sent["path"], content)
        files[path] = written(path, sent["raw"], content)
        new_path = known_path(sent.get("newPath") or sent["path"], content)
        if new_path != path:
            files[free_path(new_path, content)], files[path] = files[path], None
    for asset in params.get("assets") or ():
        files[known_path(asset["path"], content)] = _bytes(asset)
    _put(files, content, theme)
    return {"message": "saved"}


def _bytes(asset: dict[str, Any]) -> bytes:
    if (found := decoded(asset)) is None:
        raise ProblemsFound([Problem(Place(str(asset.get("path")), 0), NO_PICTURE)])
    return found


def _put(files: dict[str, bytes | None], content: Path, theme: Path) -> None:
    files = {path: new for path, new in files.items() if new is None or not _says(content / path, new)}
    if not files:
        return
    before = no_worse(content, theme)
    put(content, theme, files, forgiven=lambda problem: unlisted(problem) or before(problem))


def _says(path: Path, new: bytes) -> bool:
    return path.is_file() and path.read_bytes() == new


def _delete(params: Params, content: Path, theme: Path) -> Any:
    paths = [known_path(path, content) for path in params.get("paths") or [params["path"]]]
    _put({path: None for path in paths if (content / path).is_file()}, content, theme)
    return {"message": "deleted"}


def _picture(params: Params, content: Path, _theme: Path) -> Any:
    return picture(existing_path(params["path"], content), content)


def _save_picture(params: Params, content: Path, theme: Path) -> Any:
    path = known_path(params["asset"]["path"], content)
    _put({path: _bytes(params["asset"])}, content, theme)
    return picture(path, content)


ACTIONS: dict[str, Callable[[Params, Path, Path], Any]] = {
    "info": _info,
    "entriesByFolder": _folder,
    "entriesByFiles": _files,
    "getEntry": _entry,
    "persistEntry": _save,
    "deleteFile": _delete,
    "deleteFiles": _delete,
    "getMedia": lambda _, content, __: pictures(content),
    "getMediaFile": _picture,
    "persistMedia": _save_picture,
    "getDeployPreview": lambda *_: None,
    "unpublishedEntries": lambda *_: [],
}
