"""The preview's server, answering for the editor too."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any

from preview.preview import Preview
from preview.server import LOOPBACK, PreviewHandler, PreviewServer

from .responses import LARGEST, Editor, Response, too_large


class EditingHandler(PreviewHandler):
    """Answers one request: for the editor, or else for the preview."""

    def __init__(self, editor: Editor, preview: Preview, *given: Any) -> None:
        self.editor = editor
        super().__init__(preview, *given)

    def do_GET(self) -> None:  # noqa: N802 (the name is Python's)
        """Answer with a page or a file of the editor, or of the site."""
        if not self._edited(b""):
            super().do_GET()

    do_HEAD = do_GET  # noqa: N815 (the name is Python's)

    def do_POST(self) -> None:  # noqa: N802
        """Read or write a file for the editor; nothing else is ever sent here."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > LARGEST:
            self.close_connection = True
            self._answer(too_large())
        elif not self._edited(self.rfile.read(int(length))):
            self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)

    def _edited(self, body: bytes) -> bool:
        found = self.editor.respond(self.command, self.path, dict(self.headers.items()), body)
        if found is not None:
            self._answer(found)
        return found is not None

    def _answer(self, found: Response) -> None:
        self.send_response(found.status)
        for name, value in found.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(found.body)


class EditingServer(PreviewServer):
    """Listens on loopback only; refuses a port on which another program listens."""

    def __init__(self, editor: Editor, port: int) -> None:
        self._editor = editor
        super().__init__((LOOPBACK, port), BaseHTTPRequestHandler)

    def show(self, preview: Preview) -> None:
        """Answer with the editor and this preview; who asked before has waited."""
        preview.editing = True
        self.RequestHandlerClass = partial(EditingHandler, self._editor, preview)
