"""The preview answers as a host does."""

import subprocess
import sys
import urllib.error
import urllib.request
from threading import Thread

import pytest

from conftest import ROOT
from preview.server import LOOPBACK, listen


@pytest.fixture
def address(tmp_path):
    (tmp_path / "about").mkdir()
    (tmp_path / "about" / "index.html").write_text("about us")
    (tmp_path / "404.html").write_text("not here")
    with listen(tmp_path, 0) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{LOOPBACK}:{server.server_port}"
        server.shutdown()


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/about/", (200, "about us")),
        ("/nothing/", (404, "not here")),
        ("/../../etc/passwd", (404, "not here")),
        ("/", (404, "not here")),
    ],
)
def test_a_missing_page_and_a_folder_without_index_get_the_sites_own_404_page(address, path, expected):
    assert expected == get(address + path)


def test_a_busy_port_ends_with_one_line_that_offers_the_next(tmp_path):
    with listen(tmp_path, 0) as server:
        done = subprocess.run(
            [sys.executable, "-m", "preview", "--port", str(server.server_port)],
            cwd=ROOT, env={"PYTHONPATH": "plugins"}, capture_output=True, text=True, check=False,
        )  # fmt: skip

        port = server.server_port
        assert (1, "", f"Port {port} is not free. Another one: make serve PORT={port + 1}\n") == (
            done.returncode,
            done.stdout,
            done.stderr,
        )
