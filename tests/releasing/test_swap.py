"""One whole site replaces another, and readers see no gap."""

import re
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from programs import not_on_windows
from releasing.output_folder import exchange, recover, retired, staging, swap


def write_site(folder: Path, number: int) -> None:
    """Write a site of ten pages, each linking to the next of the same build."""
    for page in range(10):
        path = folder / f"{number}-{page}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{number}-{(page + 1) % 10}.html")
    (folder / "index.html").write_text(f"{number}-0.html")


class Reader(threading.Thread):
    """Visits a served site again and again: the home page, and the page that it links to."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port
        self.visits, self.errors, self.builds = 0, 0, set()
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.is_set():
            self.visit()

    def visit(self) -> None:
        """Follow one link; where it leads nowhere, its page must be one of a site that was replaced meanwhile."""
        status, link = self.get("index.html")
        self.visits += 1
        self.builds.add(link.partition("-")[0])
        self.errors += status != 200 or (self.get(link)[0] != 200 and self.get("index.html")[1] == link)

    def get(self, path: str) -> tuple[int, str]:
        """Return status and body of what is served."""
        visit = HTTPConnection("127.0.0.1", self.port, timeout=10)
        visit.request("GET", f"/{path}")
        answer = visit.getresponse()
        return answer.status, answer.read().decode()


@not_on_windows("it cannot exchange two folders in one step")
def test_a_reader_sees_whole_sites_only_during_200_swaps(tmp_path):
    output = tmp_path / "public"
    write_site(output, 0)
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", output]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, bufsize=1) as server:
        reader = Reader(int(re.search(r"port (\d+)", server.stdout.readline())[1]))
        reader.start()
        for number in range(1, 201):
            write_site(staging(output), number)
            swap(output)
            time.sleep(0.005)
        reader.stopped.set()
        reader.join()
        server.kill()

    assert 0 == reader.errors
    assert len(reader.builds) > 20
    assert reader.visits > 50


def test_without_an_exchange_two_renames_do_and_a_kill_between_them_is_mended(tmp_path, monkeypatch):
    monkeypatch.setattr("releasing.output_folder.exchange", lambda one, other: False)
    output = tmp_path / "public"
    write_site(output, 0)
    write_site(staging(output), 1)
    swap(output)
    assert "1-0.html" == (output / "index.html").read_text()

    write_site(staging(output), 2)
    output.rename(retired(output))  # killed right here
    recover(output)

    assert "1-0.html" == (output / "index.html").read_text()
    assert ["public"] == [path.name for path in tmp_path.iterdir()]


def test_this_system_exchanges_folders_in_one_step(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    write_site(one, 1)
    write_site(other, 2)

    if not exchange(one, other):
        pytest.skip(f"{sys.platform} has no exchange on this file system; the fallback is used")
    assert ("2-0.html", "1-0.html") == ((one / "index.html").read_text(), (other / "index.html").read_text())
