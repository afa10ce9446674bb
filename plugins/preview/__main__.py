"""`python -m preview --port 8000`: shows the site and follows every change, for `make serve` and `make edit`."""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import cast

import pelican

from publication.site_builder import SiteBuilder
from sources.problems import report

from .editor.bundle import NoBundle, bundle
from .editor.config import EDITOR
from .editor.responses import Editor
from .editor.serving import EditingServer
from .injected import PREFIX
from .live_site import LiveSite
from .preview import Preview
from .server import LOOPBACK, PreviewServer, listen
from .watching import Watch, needs_a_new_start

WATCHED = (Path("theme"), Path("plugins"), Path("pelicanconf.py"))
TRIED = "from preview.__main__ import preview_of; from pathlib import Path; preview_of(Path('content'))"


def main() -> int:
    """Serve until Ctrl-C; return 1 when the port is taken."""
    parser = argparse.ArgumentParser(prog="preview")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--edit", action="store_true")
    given = parser.parse_args()
    try:
        server = editing(given.content, given.port) if given.edit else listen(given.port)
    except NoBundle as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, OverflowError):
        again = f"make {'edit' if given.edit else 'serve'} PORT={given.port + 1}"
        print(f"Port {given.port} is not free. Another one: {again}", file=sys.stderr)
        return 1
    try:
        with server:
            watch = Watch(given.content, *WATCHED)
            follow(server, preview_of(given.content), watch)
    except KeyboardInterrupt:
        print()
    return 0


def editing(content: Path, port: int) -> EditingServer:
    """Return a server that also lets staff edit; raise NoBundle when the editor cannot be fetched."""
    bundle()
    server = EditingServer(Editor(content.resolve(), Path("theme").resolve()), port)
    print(f"The editor is at http://{LOOPBACK}:{server.server_port}{EDITOR} (Ctrl-C stops it)", flush=True)
    return server


def preview_of(content: Path, theme: Path = Path("theme")) -> Preview:
    """Return the preview of a content folder; exits with a report when settings or plugins are wrong."""
    given = pelican.parse_arguments([str(content), "-s", "pelicanconf.py", "-t", str(theme)])
    builder = cast(SiteBuilder, pelican.get_instance(given)[0])
    return Preview(LiveSite(builder), theme.resolve())


def follow(server: PreviewServer, preview: Preview, watch: Watch) -> None:
    """Answer, and take in every change; when the program itself has changed, start anew at the same port."""
    server.show(preview)
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"The site is at http://{LOOPBACK}:{server.server_port}/ (Ctrl-C stops it)")
    print(f"How it is doing: http://{LOOPBACK}:{server.server_port}{PREFIX}health")
    tell(preview)
    gc.freeze()  # what is there now is there to stay: looking through it took as long as an edit
    for changed in watch.changes():
        print(f"Changed: {', '.join(sorted(os.path.relpath(path) for path in changed))}")
        if needs_a_new_start(changed):
            start_anew()
        preview.refresh(changed)
        tell(preview)


def start_anew() -> None:
    """Become a new process, unless the program is broken: then say where, and go on with the last good one."""
    tried = subprocess.run([sys.executable, "-c", TRIED], capture_output=True, text=True, check=False)
    if not tried.returncode:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
    print(tried.stderr, "The preview goes on as it was before this change.", sep="\n", flush=True)


def tell(preview: Preview) -> None:
    """Print what is wrong with the sources as they are."""
    problems = preview.site.problems
    said = report(problems, "the preview shows the last good pages") if problems else "No problems."
    print(said, flush=True)


if __name__ == "__main__":
    sys.exit(main())
