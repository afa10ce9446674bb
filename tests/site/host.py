"""A host for a built site: at its root, or below a path such as /repo, outside of which it knows nothing."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from pathlib import Path

from preview.server import LOOPBACK, PreviewHandler, PreviewServer


class Host(PreviewHandler):
    """Answers below its path as the preview does, and with a bare 404 everywhere else."""

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


def host(folder: Path, below: str = "") -> PreviewServer:
    """Return a server for the site in `folder`, on a port of its own."""
    return PreviewServer((LOOPBACK, 0), partial(Host, directory=str(folder), below=below))
