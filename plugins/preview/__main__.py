"""`python -m preview --port 8000`: shows the site and follows every change, for `make serve` and `make edit`."""

from __future__ import annotations

import argparse
import errno
import gc
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

from building.builder import builder_of
from preview.editor.bundle import NoBundle, bundle
from preview.editor.config import EDITOR
from preview.editor.responses import Editor
from sources.files import readable
from sources.problems import command, quoted, report

from .guide import ADDRESS
from .live_site import LiveSite
from .preview import PREFIX, Preview
from .server import PreviewServer, listen
from .watching import Watch, needs_a_new_start
from .who_asks import address

FIRST_PORT, LAST_PORT = 1024, 65535  # those before are for the system's own services
WATCHED = (Path("theme"), Path("plugins"), Path("pelicanconf.py"))
# On Windows whoever started a process would take it for ended when it becomes another one.
BECOMES_ANOTHER = hasattr(os, "fork")
TRIED = "from preview.__main__ import preview_of; from pathlib import Path; import sys; preview_of(Path(sys.argv[1]))"


class NoPort(Exception):
    """Raised with what to tell when the port cannot be had."""


def main() -> int:
    """Serve until Ctrl-C; return 1 when the port cannot be had, 2 when it is none."""
    parser = argparse.ArgumentParser(prog="preview")
    parser.add_argument("--port", default="8000")
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--edit", action="store_true")
    given = parser.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what runs in the background deaf to it
    if not (given.port.isdecimal() and given.port.isascii() and int(given.port) <= LAST_PORT):
        print(f"PORT: expected a number from {FIRST_PORT} to {LAST_PORT}, found {quoted(given.port)}.", file=sys.stderr)
        return 2
    try:
        _serve(given.content, int(given.port), edit=given.edit)
    except (NoBundle, NoPort) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
    return 0


def _serve(content: Path, port: int, *, edit: bool) -> None:
    if edit:
        bundle()
    try:
        server = editing(content, port) if edit else listen(port)
    except OSError as error:
        raise NoPort(_complaint(error, port, "edit" if edit else "serve")) from None
    with server:
        watch = Watch(content, *WATCHED)
        follow(server, preview_of(content), watch)


def _complaint(error: OSError, port: int, name: str) -> str:
    """Return what staff read about a port that cannot be had."""
    another = f"Another one: {command(f'{name} PORT={port + 1 if port < LAST_PORT else port - 1}')}"
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is not free. {another}"
    if isinstance(error, PermissionError) and port < FIRST_PORT:
        return f"Port {port} is kept for the system. One from {FIRST_PORT} on: {command(f'{name} PORT=8000')}"
    return f"Port {port} cannot be used: {error.strerror}. {another}"


def editing(content: Path, port: int) -> PreviewServer:
    """Return a server that also lets staff edit."""
    server = listen(port, Editor(content.resolve(), Path("theme").resolve()))
    print(f"The editor is at {address(server.server_port)}{EDITOR} (Ctrl-C stops it)", flush=True)
    return server


def preview_of(content: Path, theme: Path = Path("theme"), guide: Path = Path("GUIDE.md")) -> Preview:
    """Return the preview of a content folder; exits with a report when settings or plugins are wrong."""
    return Preview(LiveSite(builder_of(content, theme)), theme.resolve(), guide.resolve())


def follow(server: PreviewServer, preview: Preview, watch: Watch) -> None:
    """Answer, and take in every change; when the program itself has changed, start anew at the same port."""
    server.show(preview)
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"The site is at {address(server.server_port)}/ (Ctrl-C stops it)")
    print(f"How it is doing: {address(server.server_port)}{PREFIX}health")
    print(f"How things are done: {address(server.server_port)}{ADDRESS}")
    tell(preview)
    gc.freeze()  # what is there now is there to stay: looking through it took as long as an edit
    for changed in watch.changes():
        print(f"Changed: {', '.join(sorted(map(_shown, changed)))}")
        if needs_a_new_start(changed):
            start_anew(preview.site.content, server)
        preview.refresh(changed)
        tell(preview)


def _shown(path: Path) -> str:
    try:
        return readable(Path(os.path.relpath(path)).as_posix())
    except ValueError:  # on Windows, from one disk to another
        return readable(path.as_posix())


def start_anew(content: Path, server: PreviewServer) -> None:
    """Become a new process, unless the program is broken: then say where, and go on with the last good one."""
    command = [sys.executable, "-c", TRIED, str(content)]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    if not tried.returncode:
        again = [sys.executable, *sys.orig_argv[1:]]
        if BECOMES_ANOTHER:
            os.execv(sys.executable, again)
        server.shutdown()
        server.server_close()
        sys.exit(_waited_for(again))
    print(tried.stderr, "The preview goes on as it was before this change.", sep="\n", flush=True)


def _waited_for(command: list[str]) -> int:
    with subprocess.Popen(command) as running:
        while running.returncode is None:
            with suppress(KeyboardInterrupt):  # which it hears too
                running.wait()
    return running.returncode


def tell(preview: Preview) -> None:
    """Print what is wrong with the sources as they are."""
    problems = preview.site.problems
    said = report(problems, "the preview shows the last good pages") if problems else "No problems."
    print(said, flush=True)


if __name__ == "__main__":
    sys.exit(main())
