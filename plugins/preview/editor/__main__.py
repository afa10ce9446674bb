"""`python -m preview.editor --port 8000`: the live preview with the editor beside it, for `make edit`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from preview.__main__ import WATCHED, follow, preview_of
from preview.server import LOOPBACK
from preview.watching import Watch

from .bundle import NoBundle, bundle
from .config import EDITOR
from .responses import Editor
from .serving import EditingServer


def main() -> int:
    """Serve until Ctrl-C; return 1 when the port is taken or the editor cannot be fetched."""
    parser = argparse.ArgumentParser(prog="preview.editor")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--content", default="content")
    given = parser.parse_args()
    content = Path(given.content)
    try:
        bundle()
        with EditingServer(Editor(content.resolve(), Path("theme").resolve()), given.port) as server:
            watch = Watch(content, *map(Path, WATCHED))
            preview = preview_of(content)
            print(f"The editor is at http://{LOOPBACK}:{server.server_port}{EDITOR} (Ctrl-C stops it)", flush=True)
            follow(server, preview, watch)
    except NoBundle as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, OverflowError):
        print(f"Port {given.port} is not free. Another one: make edit PORT={given.port + 1}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
