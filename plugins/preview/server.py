"""Answers on loopback the way the public host will, tells open tabs what has changed, and lets the editor answer.

By hand on http.server: waitress answers nobody once each of its threads serves an open tab, and Starlette with uvicorn
brings six packages.
"""

from __future__ import annotations

import mimetypes
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from .editor.config import EDITOR
from .editor.responses import LARGEST, Editor, Response, foreign, too_large
from .preview import PREFIX, Preview, headers
from .who_asks import LOOPBACK, may_ask

HTML = "text/html; charset=utf-8"
TYPES = mimetypes.MimeTypes()  # and not what this computer calls them: on Windows any program may have said otherwise
TYPES.add_type("image/webp", ".webp")  # which Python knows from 3.13 on
POLICY = "Content-Security-Policy"
# Of a file that somebody put into the content: it may be looked at, and neither runs nor asks for anything here, where
# the editor listens. Browsers add this to the policy that all answers have.
HARMLESS = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
SHOWN_APART = ("application/pdf", "video/", "audio/")  # by programs that a sandbox would keep from starting


@dataclass(frozen=True, slots=True)
class Reply:
    """What a request is answered with."""

    status: HTTPStatus
    kind: str
    body: bytes
    more: Mapping[str, str] = field(default_factory=dict)  # headers


class PreviewHandler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def __init__(self, preview: Preview, editor: Editor | None, *given: Any) -> None:
        self.preview, self.editor = preview, editor
        super().__init__(*given)

    def do_GET(self) -> None:
        """Answer with a page or a file of the site or of the editor, or with the stream of what changes."""
        if not self._may_ask() or self._edited(b""):
            return
        address, _, query = self.path.partition("?")
        path = unquote(address)
        asked = {name: values[-1] for name, values in parse_qs(query).items()}
        if path == f"{PREFIX}events":
            self._stream(asked.get("path", "/").lstrip("/"))
        elif path.startswith(PREFIX):
            self._send(self._own(path.removeprefix(PREFIX), asked) or self._page("404.html", HTTPStatus.NOT_FOUND))
        else:
            self._send(self._site(path.lstrip("/")))

    do_HEAD = do_GET  # noqa: N815 (the name is Python's)

    def do_POST(self) -> None:
        """Read or write a file for the editor; nothing else is ever sent here."""
        length = self.headers.get("Content-Length", "")
        if self.editor is None:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED)
        elif not length.isdecimal() or int(length) > LARGEST:
            self.close_connection = True
            self._answer(too_large())
        elif not self._may_ask():
            self.close_connection = True
        elif not self._edited(self.rfile.read(int(length))):
            self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)

    def _edited(self, body: bytes) -> bool:
        """Tell whether the editor has answered."""
        found = self.editor and self.editor.respond(self.command, self.path, dict(self.headers.items()), body)
        if found:
            self._answer(found)
        return bool(found)

    def _answer(self, found: Response) -> None:
        self.send_response(found.status)
        self._finish(found.headers, found.body)

    def _may_ask(self) -> bool:
        """Tell whether whoever asks may; else they have been told that they may not."""
        editor = self.path.startswith(EDITOR.rstrip("/"))
        if may_ask(dict(self.headers.items()), self.server.server_port, editor=editor):
            return True
        if editor:
            self._answer(foreign())
        else:
            self._send(Reply(HTTPStatus.FORBIDDEN, "text/plain", b"The preview answers this computer only.\n"))
        return False

    def _site(self, path: str) -> Reply:
        answer = self.preview.site.answer(path)
        if answer is None:
            return self._page(None, HTTPStatus.SERVICE_UNAVAILABLE)
        if not answer.found and f"{path}/index.html" in self.preview.site.names():
            return Reply(HTTPStatus.MOVED_PERMANENTLY, HTML, b"", {"Location": quote(f"/{path}/")})
        status = HTTPStatus.OK if answer.found else HTTPStatus.NOT_FOUND
        if answer.made and answer.name.endswith(".html"):
            return Reply(status, HTML, self.preview.page(answer.content.decode()).encode())
        kind = TYPES.guess_type(answer.name)[0] or "application/octet-stream"
        apart = answer.made or kind.startswith(SHOWN_APART)
        return Reply(status, kind, answer.content, {} if apart else {POLICY: HARMLESS})

    def _page(self, name: str | None, status: HTTPStatus) -> Reply:
        answer = self.preview.site.answer(name) if name else None
        return Reply(status, HTML, self.preview.page(answer.content.decode() if answer else None).encode())

    def _own(self, name: str, asked: dict[str, str]) -> Reply | None:
        if name.startswith("source/"):
            line = int(asked["line"]) if re.fullmatch("[0-9]{1,6}", asked.get("line", "")) else 0
            shown = self.preview.source(name.removeprefix("source/"), line)
        elif name == "guide":
            shown = self.preview.guide(asked.get("q", ""))
        else:
            shown = self.preview.health() if name == "health" else None
        if shown is not None:
            return Reply(HTTPStatus.OK, HTML, shown.encode())
        content = self.preview.file(name)
        kind = TYPES.guess_type(name)[0] or "application/octet-stream"
        return Reply(HTTPStatus.OK, kind, content) if content is not None else None

    def _stream(self, path: str) -> None:
        self._begin(HTTPStatus.OK, "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        tab = self.preview.tabs.opened(path)
        try:
            for event in tab.stream():
                self.wfile.write(event)
        except OSError:  # the tab was closed
            self.close_connection = True
        finally:
            self.preview.tabs.closed(tab)

    def _send(self, reply: Reply) -> None:
        self._begin(reply.status, reply.kind)
        self._finish({**reply.more, "Content-Length": str(len(reply.body))}, reply.body)

    def _begin(self, status: HTTPStatus, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")  # so that yesterday's page is never shown
        for header in headers():
            self.send_header(header.name, header.value)

    def _finish(self, headers: Mapping[str, str], body: bytes) -> None:
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is Python's)
        """Keep the terminal for problems."""


class PreviewServer(ThreadingHTTPServer):
    """Listens on loopback only; refuses a port on which another program listens."""

    daemon_threads = True
    # On Windows that would let two programs listen at one port; elsewhere it only takes back a port that was just left.
    allow_reuse_address = hasattr(os, "fork")
    editor: Editor | None = None

    def show(self, preview: Preview) -> None:
        """Answer with this preview, and the editor if there is one; who asked before has waited."""
        preview.editing = self.editor is not None
        self.RequestHandlerClass = partial(PreviewHandler, preview, self.editor)

    def handle_error(self, *given: Any) -> None:
        """Keep silent about a browser that went away before it had its answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*given)


def listen(port: int, editor: Editor | None = None) -> PreviewServer:
    """Return a server that holds the port; raise OSError when another program has it."""
    server = PreviewServer((LOOPBACK, port), BaseHTTPRequestHandler)
    server.editor = editor
    return server
