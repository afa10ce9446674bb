"""`python -m preview --port 8000`: builds, serves, and builds again after each change, for `make serve`."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from threading import Thread

from watchfiles import watch

from .server import LOOPBACK, PreviewServer, listen

WATCHED = ("content", "theme", "plugins", "pelicanconf.py")
BUILD = (sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", "output", "--fatal", "warnings")


def main() -> int:
    """Serve until Ctrl-C; return 1 when the port is taken."""
    parser = argparse.ArgumentParser(prog="preview")
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    try:
        server = listen(Path("output").resolve(), port)
    except (OSError, OverflowError):
        print(f"Port {port} is not free. Another one: make serve PORT={port + 1}", file=sys.stderr)
        return 1
    try:
        follow(server, port)
    except KeyboardInterrupt:
        print()
    return 0


def follow(server: PreviewServer, port: int) -> None:
    """Build, serve, and build again whenever a source changes; a failed build leaves the last good pages standing."""
    with server:
        built = subprocess.run(BUILD, check=False).returncode == 0
        Thread(target=server.serve_forever, daemon=True).start()
        print(f"The site is at http://{LOOPBACK}:{port}/ (Ctrl-C stops it)" if built else "Waiting for a change.")
        for changes in watch(*(name for name in WATCHED if Path(name).exists()), raise_interrupt=True):
            changed = sorted({str(Path(path).relative_to(Path.cwd())) for _, path in changes})
            print(f"\nChanged: {', '.join(changed)}")
            if subprocess.run(BUILD, check=False).returncode == 0:
                print(f"The new pages are at http://{LOOPBACK}:{port}/")


if __name__ == "__main__":
    sys.exit(main())
