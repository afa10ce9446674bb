"""A preview of a small coalition, and a server that shows it."""

from __future__ import annotations

import contextlib
import http.client
import io
from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from conftest import ROOT, SOON
from preview.__main__ import preview_of
from preview.preview import Preview
from preview.server import LOOPBACK, PreviewServer, listen

Answer = tuple[int, dict[str, str], str]


@pytest.fixture
def preview(coalition) -> Preview:
    """Give the preview of a coalition."""
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        return preview_of(coalition.content)


@pytest.fixture
def server(preview) -> Iterator[PreviewServer]:
    """Give a server that shows it, at any free port."""
    with listen(0) as server:
        server.show(preview)
        Thread(target=server.serve_forever, args=(SOON,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def get(server) -> Callable[..., Answer]:
    """Give what asks the server: for a path, by a method, with headers."""

    def asked(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(LOOPBACK, server.server_port, timeout=10)
        connection.request(method, path, headers=headers)
        with connection.getresponse() as answer:
            return answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace")

    return asked
