"""`python -m preview.editor --port 8000`: the editor alone, without the preview beside it."""

from __future__ import annotations

import argparse
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from .bundle import NoBundle, bundle
from .config import EDITOR
from .responses import Editor

LOOPBACK = "127.0.0.1"


def handler(editor: Editor) -> type[BaseHTTPRequestHandler]:
    """Return what answers for an editor, and for nothing else."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            found = editor.respond(self.command, self.path, dict(self.headers.items()), body)
            if found is None:
                self.send_error(404)
                return
            self.send_response(found.status)
            for name, value in found.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(found.body if self.command != "HEAD" else b"")

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = _answer  # noqa: N815 (the names are Python's)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is Python's)
            """Keep the terminal for problems."""

    return Handler


def main() -> int:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="preview.editor")
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    try:
        bundle()
    except NoBundle as error:
        print(error, file=sys.stderr)
        return 1
    editor = Editor(Path("content").resolve(), Path("theme").resolve())
    try:
        server = ThreadingHTTPServer((LOOPBACK, port), handler(editor))
    except (OSError, OverflowError):
        print(f"Port {port} is not free. Another one: make edit PORT={port + 1}", file=sys.stderr)
        return 1
    with server:
        print(f"The editor is at http://{LOOPBACK}:{port}{EDITOR} (Ctrl-C stops it)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
