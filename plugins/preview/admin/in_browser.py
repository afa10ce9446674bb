"""Runs in the browser: what the editor asks of `content/`, answered there as `make edit` answers it on a computer.

Three modules need what no browser has; smaller ones stand in. What they would find, the checks of a change tell.
"""

from __future__ import annotations

import json
import re
import sys
from base64 import b64decode, b64encode
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

HOUSE = Path(__file__).resolve().parents[3]
CONTENT, THEME = HOUSE / "content", HOUSE / "theme"
GUIDE = "guide.html"
# Of pictures only the names are here: this gray dot stands for each in the list of them, until it is to be seen.
GRAY = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mO4AAAA0gDRdlF0OgAAAABJRU5ErkJggg=="
_earlier: dict[str, list[Any]] = {}  # what files held before, as far as the host was asked
_before: dict[str, bytes] = {}  # what the files held before the last question
Files = dict[str, str | None]  # by the path below content, in base64; None is a file that is not there


def _clean(tag: str, tags: Collection[str], **_: Any) -> str:
    """Return a tag as nh3 does: bare if it is one of these."""
    name = re.match(r"<([a-z0-9]+)", tag.casefold())
    return f"<{name[1]}>" if name and name[1] in tags else ""


STAND_INS: dict[str, dict[str, Any]] = {
    "nh3": {"clean": _clean},
    "sources.formats.picture_files": {"small": lambda held, _: held},  # needs Pillow, too
    "checking.picture_check": {"picture_readings": lambda *_: {}},  # needs Pillow
    "saving.change_rules": {"people_problems": lambda *_: (), "unreviewed_numbers": lambda *_: ()},  # needs selectolax
}


def begin() -> None:
    """Put the stand-ins in place."""
    for name, holds in STAND_INS.items():
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update(holds)
    from preview import guide  # late: the stand-ins come first
    from preview.editor import entry_saves, states
    from subjects import forms

    # A change goes to colleagues as a whole, so a picture comes with its entry.
    later = [form.mended_later for _, form in forms().values() if not form.of_picture]
    vars(entry_saves)["mended_later"] = lambda problem: any(one(problem) for one in later)
    vars(guide)["ADDRESS"] = GUIDE
    vars(states).update(_saved=lambda *_: (), _committed=lambda path, _: _earlier.get(path, ()))


def put(files: str) -> None:
    """Let files be as the repository has them."""
    for name, held in json.loads(files).items():
        path = CONTENT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if held is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(b64decode(held))


def know(path: str, earlier: str) -> None:
    """Let it be known what a file held after each of some commits."""
    from preview.editor.states import State

    told = json.loads(earlier)
    _earlier[path] = [State(datetime.fromisoformat(one["at"]), one["words"], b64decode(one["held"])) for one in told]


def ask(asked: str) -> str:
    """Return the status and the answer to what the editor asks, and the files that it changed."""
    from preview.editor.backend import answer

    given = json.loads(asked)
    before = _held()
    _before.clear()
    _before.update(before)
    status, told = answer(given["action"], given.get("params") or {}, CONTENT, THEME)
    if given["action"] == "getMedia":
        told = [one | {"content": one["content"] or GRAY, "id": one["path"]} for one in told]
    after = _held()
    changed: Files = {name: None for name in before if name not in after}
    changed |= {name: b64encode(held).decode() for name, held in after.items() if before.get(name) != held}
    return json.dumps([status, told, changed])


def undo() -> None:
    """Let the files be as they were before the last question, whose answer reached nobody."""
    for path in [CONTENT / name for name in _held() if name not in _before]:
        path.unlink()
    for name, held in _before.items():
        (CONTENT / name).write_bytes(held)


def _held() -> dict[str, bytes]:
    return {path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in CONTENT.rglob("*") if path.is_file()}
