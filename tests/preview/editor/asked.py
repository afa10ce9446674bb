"""What the editor asks the preview for, and what it is told."""

from __future__ import annotations

import json
from base64 import b64encode
from http import HTTPStatus
from typing import Any

from conftest import THEME, Coalition
from preview.editor.backend import answer
from preview.editor.forms import KEY
from rasters import picture as raster

TIERS = "content/data/membership.yaml"
SITE = "content/data/site.yaml"
PNG = raster("png", (64, 48))


def ask(coalition: Coalition, action: str, **params) -> tuple[int, Any]:
    """Return the status and the JSON of an answer; where the problems belong is asked in test_told."""
    status, found = answer(action, params, coalition.content, THEME)
    return status, {
        name: value for name, value in found.items() if name not in ("problems", "guide")
    } if "error" in found else found


def read(coalition: Coalition, path: str) -> dict:
    """Return the values of a file, as the editor gets them."""
    status, found = ask(coalition, "getEntry", path=path)
    assert 200 == status, found
    return json.loads(found["data"])


def save(coalition: Coalition, path: str, values: dict, **more) -> tuple[int, Any]:
    """Save values as a file; what the form is given anew goes into the values, as in the browser."""
    over = {"over": more.pop("over")} if "over" in more else {}
    sent = [{"path": path, "raw": json.dumps(values), **more}]
    status, found = ask(coalition, "persistEntry", dataFiles=sent, assets=[], **over)
    if status == HTTPStatus.OK:
        values[KEY] = found.pop(KEY)
        found.pop("anew", None)  # whether the form is to be opened again, to show all that the file says
    return status, found


def picture(name: str, content: bytes = PNG) -> dict:
    """Return a picture as the editor sends it."""
    return {"path": f"content/images/{name}", "content": b64encode(content).decode(), "encoding": "base64"}
