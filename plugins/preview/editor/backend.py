"""Decap's protocol for local files, answered by our own reading, checking and writing.

The actions are those of decap-cms-backend-proxy 3.16 (its implementation.ts). Nothing outside `content/` is ever read
or written, and nothing that brings a problem is written at all: the editor then shows what `make check` would.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

from checking.check import check
from checking.to_do import to_do
from saving.save import ChangedMeanwhile
from sources.problems import Place, Problem, ProblemsFound, Section
from subjects import collections

from ..guide import addresses
from . import as_text, page_moves, translations
from .allowed_paths import existing_path, known_path, upload_path
from .config import names_in
from .entries import entry, label, pages
from .entry_saves import Refused, TwoVersions, bytes_of, checked, proposal, put
from .forms import KEY, entry_of
from .journal import Journal
from .offers import offers
from .pictures import data_with, picture, pictures
from .states import listed, state
from .told import told

Answer = tuple[HTTPStatus, Any]
Params = Mapping[str, Any]
Act = Callable[[Params, Path, Path], Any]
RESTLESS = "another program changes this file all the time. Close it there, and save again."
TRIES = 8  # to save while the file changes
SHOWN = 30  # of the last saves


def answer(action: str, params: Params, content: Path, theme: Path) -> Answer:
    """Return the status and the JSON that the editor gets."""
    found = ACTIONS.get(action)
    if found is None:
        return HTTPStatus.UNPROCESSABLE_ENTITY, {"error": f"unknown action {action!r}"}
    try:
        return HTTPStatus.OK, _at_rest(found, params, content, theme)
    except TwoVersions as both:
        return HTTPStatus.CONFLICT, both.told
    except ProblemsFound as refused:
        files = refused.files if isinstance(refused, Refused) else {}
        error = "\n".join(str(problem) for problem in refused.problems)
        problems = told(refused.problems, files, content.name)
        return HTTPStatus.UNPROCESSABLE_ENTITY, {
            "error": error,
            "problems": problems,
            "guide": addresses(refused.problems),
        }
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        return HTTPStatus.BAD_REQUEST, {"error": "this is not what the editor sends."}
    except OSError as error:
        return HTTPStatus.INTERNAL_SERVER_ERROR, {"error": f"the file could not be written: {error.strerror}"}


def _at_rest(act: Act, params: Params, content: Path, theme: Path) -> Any:
    """Do what was asked; once more where a file changed while that was checked, so that it holds of the file now."""
    name = ""
    for _ in range(TRIES):
        try:
            return act(params, content, theme)
        except ChangedMeanwhile as changed:
            name = str(changed)
    raise ProblemsFound([Problem(Place(f"{content.name}/{name}", 0), RESTLESS, Section.IN_BROWSER)])


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
    found = proposal(params, content, theme)
    names = names_in(content)
    put(found.files, content, theme, found.held)
    more = {"merged": found.merged, "anew": found.more or names != names_in(content), "along": list(found.along)}
    return {"message": "saved", KEY: found.form} | {name: value for name, value in more.items() if value}


def _check(params: Params, content: Path, theme: Path) -> Any:
    checked(proposal(params, content, theme, decided=True), content, theme)
    return {"message": "nothing to mend"}


def _saves(_params: Params, content: Path, _theme: Path) -> Any:
    return [one.told(content.name) for one in Journal(content).saves(SHOWN)]


def _bring_back(params: Params, content: Path, theme: Path) -> Any:
    put(Journal(content).before(int(params["number"])), content, theme)
    return {"message": "brought back"}


def _as_it_was(params: Params, content: Path, theme: Path) -> Any:
    path = known_path(params["path"], content)
    put({path: state(path, str(params["at"]), content)}, content, theme)
    return {"message": "brought back"}


def _new_page(params: Params, content: Path, theme: Path) -> Any:
    return {"path": page_moves.new_page(str(params["title"]), str(params.get("folder") or ""), content, theme)}


def _rename_page(params: Params, content: Path, theme: Path) -> Any:
    return {"path": page_moves.rename(params["path"], str(params["to"]), content, theme)}


def _delete_page(params: Params, content: Path, theme: Path) -> Any:
    page_moves.delete(params["path"], str(params.get("leads_to") or ""), content, theme)
    return {"message": "deleted"}


def _to_do(_params: Params, content: Path, theme: Path) -> Any:
    entries = to_do(check(content, theme, production=False))
    return [{"text": str(one), "entry": entry_of(one.place)} for one in entries]


def _offers(_params: Params, content: Path, _theme: Path) -> Any:
    return offers(content)


def _delete(params: Params, content: Path, theme: Path) -> Any:
    paths = [known_path(path, content) for path in params.get("paths") or [params["path"]]]
    put({path: None for path in paths if (content / path).is_file()}, content, theme)
    return {"message": "deleted"}


def _picture(params: Params, content: Path, _theme: Path) -> Any:
    return picture(existing_path(params["path"], content), content)


def _save_picture(params: Params, content: Path, theme: Path) -> Any:
    path = upload_path(params["asset"]["path"], content)
    said = {name: str(value) for name, value in dict(params.get("said") or {}).items()}
    put({path: bytes_of(params["asset"]), **(data_with(path, said, content) if said else {})}, content, theme)
    return picture(path, content)


ACTIONS: dict[str, Act] = {
    "info": _info,
    "entriesByFolder": _folder,
    "entriesByFiles": _files,
    "getEntry": _entry,
    "persistEntry": _save,
    "check": _check,
    "saves": _saves,
    "bringBack": _bring_back,
    "text": lambda params, content, _: as_text.shown(params, content),
    "saveText": as_text.save,
    "states": lambda params, content, _: listed(known_path(params["path"], content), content),
    "asItWas": _as_it_was,
    "newPage": _new_page,
    "renamePage": _rename_page,
    "deletePage": _delete_page,
    "toDo": _to_do,
    "translations": lambda _, content, *__: translations.listed(content),
    "beginTranslation": translations.begin,
    "noteLevel": translations.note_level,
    "texts": translations.texts,
    "saveTexts": translations.save,
    "offers": _offers,
    "deleteFile": _delete,
    "deleteFiles": _delete,
    "getMedia": lambda _, content, *__: pictures(content),
    "getMediaFile": _picture,
    "persistMedia": _save_picture,
    "getDeployPreview": lambda *_: None,
    "unpublishedEntries": lambda *_: [],
}
