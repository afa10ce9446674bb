"""What the preview's server answers below `/-/editor/`: the editor's page, its program, its forms, its files."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from hmac import compare_digest
from http import HTTPStatus
from pathlib import Path
from secrets import token_urlsafe
from threading import Lock
from urllib.parse import unquote

from sources.formats.raster import LIMIT
from sources.problems import command

from .backend import answer
from .bundle import NoBundle, bundle
from .config import API, EDITOR, PAGE, editor_config
from .forms import place

PROGRAM, CONFIG, TOKEN_FILE = f"{EDITOR}decap-cms.js", f"{EDITOR}config.yml", f"{EDITOR}token.js"
TOKEN = "x-editor-token"
TOKEN_OF_THIS_RUN = "EDITOR_TOKEN"  # in the environment, which a preview that starts anew keeps
WAIT = b"window.CMS_MANUAL_INIT = true;\n"  # so that Decap starts when it is told to
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
LARGEST = LIMIT * 4 // 3 + 1_000_000  # bytes of a request: the largest picture, in base64, and room to spare
TOO_LARGE = f"this is more than the editor takes at once. A picture may have at most {LIMIT // 1_000_000} MB."
# Decap checks values with functions that it makes while it runs (ajv), and puts its style into the page.
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; connect-src 'self' blob:; "
    "img-src 'self' blob: data:; font-src 'self' data:; frame-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
FOREIGN = "only the editor itself, on this computer, may ask."


@dataclass(frozen=True, slots=True)
class Response:
    """One answer over HTTP."""

    status: HTTPStatus
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Editor:
    """The editor of one content folder."""

    content: Path
    theme: Path
    token: str = field(default_factory=lambda: os.environ.setdefault(TOKEN_OF_THIS_RUN, token_urlsafe()))
    _one_at_a_time: Lock = field(default_factory=Lock)

    def respond(self, method: str, path: str, headers: Mapping[str, str], body: bytes = b"") -> Response | None:
        """Return the answer to a request of somebody who may ask; None if it is for none of the editor's addresses."""
        asked = path.partition("?")[0]
        if not f"{asked}/".startswith(EDITOR):
            return None
        given = {name.casefold(): value for name, value in headers.items()}
        if asked == API:
            return self._api(method, given, body)
        if method not in ("GET", "HEAD"):
            return _json(HTTPStatus.METHOD_NOT_ALLOWED, {"error": f"{method} has no meaning here."})
        if asked.startswith(PAGE):
            return _redirect(place(unquote(asked.removeprefix(PAGE)), self.content))
        if asked == TOKEN_FILE:
            return self._token(given)
        if asked == PROGRAM:
            return _program(given.get("if-none-match", ""))
        return self._file(asked)

    def _token(self, headers: Mapping[str, str]) -> Response:
        """Return the script by which a page of the editor proves what it is; it can be run, but not read.

        It also tells the command that starts the editor, as it is typed on this computer.
        """
        if headers.get("sec-fetch-dest", "script") != "script":
            return foreign()
        said = f'window.EDITOR_TOKEN = "{self.token}";\nwindow.EDITOR_COMMAND = {json.dumps(command("edit"))};\n'
        return _response(HTTPStatus.OK, KINDS[".js"], said.encode())

    def _file(self, asked: str) -> Response:
        if asked == CONFIG:
            config = json.dumps(editor_config(self.content), ensure_ascii=False)
            return _response(HTTPStatus.OK, "text/yaml; charset=utf-8", config.encode())
        if asked == EDITOR.rstrip("/"):
            return _redirect(EDITOR)
        name = asked.removeprefix(EDITOR) or "index.html"
        path = next((path for path in (self.theme / "static" / "editor").iterdir() if path.name == name), None)
        if path is None:
            return _response(HTTPStatus.NOT_FOUND, KINDS[".txt"], b"not found")
        return _response(HTTPStatus.OK, KINDS[path.suffix], path.read_bytes())

    def _api(self, method: str, headers: Mapping[str, str], body: bytes) -> Response:
        if method != "POST" or not headers.get("content-type", "").startswith("application/json"):
            return _json(HTTPStatus.METHOD_NOT_ALLOWED, {"error": FOREIGN})
        if not compare_digest(headers.get(TOKEN, "").encode(), self.token.encode()):
            return foreign()
        if len(body) > LARGEST:
            return too_large()
        try:
            asked = json.loads(body)
            action, params = str(asked["action"]), dict(asked.get("params") or {})
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return _json(HTTPStatus.BAD_REQUEST, {"error": "this is not what the editor sends."})
        with self._one_at_a_time:
            return _json(*answer(action, params, self.content, self.theme))


def _program(held: str) -> Response:
    """Return Decap's program; a browser that holds it as it is keeps it, and what it compiled of it."""
    try:
        body = WAIT + bundle().read_bytes()
    except NoBundle as error:
        return _response(HTTPStatus.BAD_GATEWAY, KINDS[".txt"], str(error).encode())
    tag = f'"{sha256(body).hexdigest()}"'
    status, body = (HTTPStatus.NOT_MODIFIED, b"") if held == tag else (HTTPStatus.OK, body)
    found = _response(status, KINDS[".js"], body)
    return replace(found, headers={**found.headers, "Cache-Control": "no-cache", "ETag": tag})


def foreign() -> Response:
    """Return the answer to whoever is not the editor."""
    return _json(HTTPStatus.FORBIDDEN, {"error": FOREIGN})


def too_large() -> Response:
    """Return the answer to a request of more bytes than the editor reads."""
    return _json(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"error": TOO_LARGE})


def _redirect(place: str) -> Response:
    return Response(HTTPStatus.FOUND, {"Location": place, "Cache-Control": "no-store", "Content-Length": "0"}, b"")


def _json(status: HTTPStatus, value: object) -> Response:
    return _response(status, "application/json; charset=utf-8", json.dumps(value, ensure_ascii=False).encode())


def _response(status: HTTPStatus, kind: str, body: bytes) -> Response:
    headers = {
        "Content-Type": kind,
        "Content-Length": str(len(body)),
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
    return Response(status, headers, body)
