"""A host for a built site: at its root, or below a path such as /repo, outside of which it knows nothing."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from preview.server import LOOPBACK


class FolderHandler(SimpleHTTPRequestHandler):
    """Answers from a folder as public hosts do: no listing of files, and the site's own page for what is missing."""

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page.read_bytes())

    def list_directory(self, path):
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format, *args):  # noqa: A002 (the name is Python's)
        """Say nothing."""


class Host(FolderHandler):
    """Answers below its path, and with a bare 404 everywhere else."""

    def __init__(self, *given, below: str, **named):
        self.below = below
        super().__init__(*given, **named)

    def send_head(self):
        if self.path.startswith(f"{self.below}/"):
            return super().send_head()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.below))


class FolderServer(ThreadingHTTPServer):
    """Listens on loopback, on a port of its own."""

    daemon_threads = True

    def __init__(self, handler):
        super().__init__((LOOPBACK, 0), handler)


def host(folder: Path, below: str = "") -> FolderServer:
    """Return a server for the site in `folder`."""
    return FolderServer(partial(Host, directory=str(folder), below=below))
