"""The preview's server answers for the editor too, and takes nothing from anybody else."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from http.client import HTTPConnection

import pytest

from conftest import ROOT
from preview.server import listen
from programs import environment

TOKEN = "known to the page of the editor alone"


@pytest.fixture(scope="module")
def port(decap):
    """Start what `make edit` starts, at any free port."""
    command = [sys.executable, "-m", "preview", "--edit", "--port", "0", "--content", "tests/coalitions/small"]
    told = environment(EDITOR_TOKEN=TOKEN)
    with subprocess.Popen(command, cwd=ROOT, env=told, stdout=subprocess.PIPE, text=True) as running:
        yield int(re.search(r"127.0.0.1:(\d+)/-/editor/ ", running.stdout.readline())[1])
        running.send_signal(signal.SIGINT)
        running.stdout.read()
    assert 0 == running.returncode


def ask(port: int, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    found = answer.status, answer.read().decode()
    connection.close()
    return found


def test_the_site_and_the_editor_are_at_one_address(port):
    assert "Small Coalition" in ask(port, "GET", "/")[1]
    assert "<title>Editor</title>" in ask(port, "GET", "/-/editor/")[1]
    assert (200, "") == ask(port, "HEAD", "/-/editor/")
    assert 5_000_000 < len(urllib.request.urlopen(f"http://127.0.0.1:{port}/-/editor/decap-cms.js").read())


def test_the_editor_reads_through_it(port):
    status, found = ask(
        port, "POST", "/-/editor/api", b'{"action": "info"}', Content_Type="application/json", X_Editor_Token=TOKEN
    )

    assert (200, '{"repo": "small", "publish_modes": ["simple"], "type": "local_fs"}') == (status, found)


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Host": "evil.example"}])
def test_another_site_is_refused(port, headers):
    asked = {"Content_Type": "application/json", "X_Editor_Token": TOKEN, **headers}

    assert 403 == ask(port, "POST", "/-/editor/api", b'{"action": "info"}', **asked)[0]
    assert 403 == ask(port, "GET", "/-/editor/", **headers)[0]


def test_what_is_too_large_is_not_even_read(port):
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(b"POST /-/editor/api HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9000000000\r\n\r\n")

        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


def test_nothing_else_takes_what_is_sent(port):
    assert 405 == ask(port, "POST", "/about/", b"x")[0]


def test_a_busy_port_ends_with_one_line_that_offers_the_next():
    with listen(0) as server:
        command = [sys.executable, "-m", "preview", "--edit", "--port", str(server.server_port)]
        done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)

        port = server.server_port
        assert (1, f"Port {port} is not free. Another one: make edit PORT={port + 1}\n") == (
            done.returncode,
            done.stderr,
        )
