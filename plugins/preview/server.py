"""Serves a built site on loopback the way a host does: folders by their index, and the site's own 404 page."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path

LOOPBACK = "127.0.0.1"


class PreviewHandler(SimpleHTTPRequestHandler):
    """Answers from the output folder; never cached, so that a change is seen at once."""

    def end_headers(self) -> None:
        """Add the header that keeps browsers from showing yesterday's page."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing file with the site's own page, as the public host will."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: str | PathLike[str]) -> None:
        """Show no folder listings: the public host shows none."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is Python's)
        """Keep the terminal for problems."""


class PreviewServer(ThreadingHTTPServer):
    """Listens on loopback only; refuses a port on which another program listens."""

    daemon_threads = True


def listen(folder: Path, port: int) -> PreviewServer:
    """Return a server for `folder` that holds the port; raise OSError when another program has it."""
    return PreviewServer((LOOPBACK, port), partial(PreviewHandler, directory=str(folder)))
