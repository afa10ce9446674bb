"""`python -m preview --port 8000`: shows the site and follows every change, for `make serve`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from threading import Thread
from typing import cast

import pelican

from publication.site_builder import SiteBuilder
from sources.problems import report

from .injected import PREFIX
from .live_site import LiveSite
from .preview import Preview
from .server import LOOPBACK, PreviewServer, listen
from .watching import changes, needs_a_new_start

WATCHED = ("theme", "plugins", "pelicanconf.py")


def main() -> int:
    """Serve until Ctrl-C; return 1 when the port is taken."""
    parser = argparse.ArgumentParser(prog="preview")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--content", default="content")
    given = parser.parse_args()
    try:
        with listen(given.port) as server:
            follow(server, preview_of(given.content), Path(given.content))
    except (OSError, OverflowError):
        print(f"Port {given.port} is not free. Another one: make serve PORT={given.port + 1}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
    return 0


def preview_of(content: str) -> Preview:
    """Return the preview of a content folder; exits with a report when settings or plugins are wrong."""
    given = pelican.parse_arguments([content, "-s", "pelicanconf.py", "-t", "theme"])
    builder = cast(SiteBuilder, pelican.get_instance(given)[0])
    return Preview(LiveSite(builder), Path(content).resolve().parent, Path("theme").resolve())


def follow(server: PreviewServer, preview: Preview, content: Path) -> None:
    """Answer, and take in every change; when the program itself has changed, start anew at the same port."""
    server.show(preview)
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"The site is at http://{LOOPBACK}:{server.server_port}/ (Ctrl-C stops it)")
    print(f"How it is doing: http://{LOOPBACK}:{server.server_port}{PREFIX}health")
    tell(preview)
    for changed in changes(content, *map(Path, WATCHED)):
        if needs_a_new_start(changed):
            os.execv(sys.executable, [sys.executable, "-m", "preview", *sys.argv[1:]])
        print(f"Changed: {', '.join(sorted(os.path.relpath(path) for path in changed))}")
        preview.refresh(changed)
        tell(preview)


def tell(preview: Preview) -> None:
    """Print what is wrong with the sources as they are."""
    problems = preview.site.problems
    said = report(problems, "the preview shows the last good pages") if problems else "No problems."
    print(said, flush=True)


if __name__ == "__main__":
    sys.exit(main())
