"""`make serve` as a process: it starts, starts anew when the program changes, survives a slip in it, and ends clean."""

import errno
import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import pytest

from conftest import ROOT
from preview.__main__ import _complaint
from preview.server import LOOPBACK, listen
from programs import SHOWS_OPEN_FILES, environment, not_on_windows

PATIENCE = 20  # seconds; another program may have the processors


@dataclass
class Process:
    """A preview of a project of its own: its process, and what it has said."""

    root: Path
    running: subprocess.Popen
    lines: SimpleQueue = field(default_factory=SimpleQueue)
    said: list[str] = field(default_factory=list)
    port: int = 0

    def until(self, text: str) -> str:
        """Wait for a line that holds this text, and return it."""
        while True:
            try:
                self.said.append(self.lines.get(timeout=PATIENCE))
            except Empty:
                pytest.fail(f"{text!r} was not said:\n{''.join(self.said)}")
            if text in self.said[-1]:
                return self.said[-1]

    def get(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=PATIENCE)
        connection.request("GET", path)
        with connection.getresponse() as answer:
            return answer.status, answer.read().decode()

    def change(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def serve(tmp_path) -> Iterator[Callable[..., Process]]:
    started = []

    def start(*options: str) -> Process:
        root = tmp_path / "project"
        ignored = shutil.ignore_patterns("__pycache__")
        for name in ("plugins", "theme"):
            shutil.copytree(ROOT / name, root / name, ignore=ignored)
        shutil.copytree(ROOT / "tests" / "coalitions" / "small", root / "content")
        shutil.copy(ROOT / "pelicanconf.py", root)
        command = [sys.executable, "-m", "preview", "--port", str(free_port()), *options]
        running = subprocess.Popen(
            command, cwd=root, env=environment(), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        process = Process(root, running)
        Thread(target=lambda: [process.lines.put(line) for line in running.stdout], daemon=True).start()
        started.append(process)
        address = process.until("The site is at ")
        process.port = int(re.search(r":(\d+)/", address)[1])
        process.until("No problems.")
        return process

    yield start
    for process in started:
        with suppress(ProcessLookupError, AttributeError):
            os.killpg(process.running.pid, signal.SIGKILL)  # where none becomes another, it has started a second one
        process.running.kill()
        process.running.wait()


def free_port() -> int:
    with listen(0) as server:
        return server.server_port


@pytest.fixture(params=["", pytest.param("1", marks=SHOWS_OPEN_FILES)], ids=["here", "like Windows"])
def _system(request, monkeypatch):
    monkeypatch.setenv("LIKE_WINDOWS", request.param)


@pytest.mark.usefixtures("_system")
def test_an_edit_is_told_and_shown(serve):
    process = serve()
    process.change("content/pages/index.md", "title: ", "title: New ")

    assert "Changed: content/pages/index.md\n" == process.until("Changed")
    process.until("No problems.")
    assert "<title>New " in process.get("/")[1]


def test_a_problem_is_told_in_the_terminal_too_and_the_page_stays(serve):
    process = serve()
    page = process.get("/")
    process.change("content/data/site.yaml", "place: Anytown", "plaice: Anytown")

    process.until("1 problem in 1 file; the preview shows the last good pages.")
    assert "Did you mean" in process.until("site.yaml")
    assert page == process.get("/")


@not_on_windows("Ctrl+C cannot be sent to one process")
@pytest.mark.usefixtures("_system")
def test_ctrl_c_ends_it_with_status_0_and_no_word(serve):
    process = serve()
    process.get("/")
    tab = http.client.HTTPConnection(LOOPBACK, process.port)
    tab.request("GET", "/-/events?path=/")
    tab.getresponse().readline()
    process.running.send_signal(signal.SIGINT)

    assert 0 == process.running.wait(PATIENCE)
    time.sleep(0.1)
    rest = [process.lines.get() for _ in range(process.lines.qsize())]
    assert "" == "".join(rest).strip()
    tab.close()


@pytest.mark.usefixtures("_system")
def test_when_the_program_changes_it_starts_anew_at_the_same_port(serve):
    process = serve()
    process.change("plugins/building/templates.py", '"words": sources.words', '"words": sources.words, "more": 1')

    assert f":{process.port}/" in process.until("The site is at ")
    process.until("No problems.")
    assert 200 == process.get("/")[0]


def test_a_slip_in_the_program_is_told_and_the_preview_goes_on_until_it_is_mended(serve):
    process = serve()
    process.change("plugins/subjects/membership/table.py", "import annotations", "import annotations)")
    process.until("SyntaxError")
    process.until("The preview goes on as it was before this change.")
    assert 200 == process.get("/")[0]

    process.change("plugins/subjects/membership/table.py", "import annotations)", "import annotations")
    assert f":{process.port}/" in process.until("The site is at ")
    process.until("No problems.")
    assert 200 == process.get("/")[0]


def test_a_busy_port_ends_with_one_line_that_offers_the_next():
    with listen(0) as server:
        done = subprocess.run(
            [sys.executable, "-m", "preview", "--port", str(server.server_port)],
            cwd=ROOT, env=environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip

        port = server.server_port
        assert (1, "", f"Port {port} is not free. Another one: make serve PORT={port + 1}\n") == (
            done.returncode,
            done.stdout,
            done.stderr,
        )


@pytest.mark.parametrize("port", ["99999", "-1", "abc", "", "65536", "1e3", "\u0663"])
def test_a_port_that_is_none_is_told_in_one_line(port):
    done = subprocess.run(
        [sys.executable, "-m", "preview", f"--port={port}"],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (2, f'PORT: expected a number from 1024 to 65535, found "{port}".\n') == (done.returncode, done.stderr)


def test_a_port_of_the_system_and_the_last_port_are_told_of():
    kept, taken = PermissionError(errno.EACCES, "Permission denied"), OSError(errno.EADDRINUSE, "Address in use")

    assert "Port 80 is kept for the system. One from 1024 on: make serve PORT=8000" == _complaint(kept, 80, "serve")
    assert "Port 65535 is not free. Another one: make edit PORT=65534" == _complaint(taken, 65535, "edit")
