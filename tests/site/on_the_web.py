"""The forms on the web in a real browser: the folder that `make admin` writes, over a stand-in of the host."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from typing import Any

import pytest
from playwright.sync_api import expect

from conftest import ROOT, SOON, THEME
from preview.admin.folder import pages, programs, write
from preview.admin.hosts import Host
from preview.server import LOOPBACK

from .browser import PATIENCE
from .editing import save
from .github import REPO, WRITER, GitHub, of_folder, served

SLOW = 120_000  # milliseconds in which Python starts, on a busy computer


def words_of(dialog) -> list[str]:
    """Return the lines of a dialog that are not empty."""
    return [line for line in dialog.inner_text().split("\n") if line.strip()]


class Quiet(SimpleHTTPRequestHandler):
    """A web server that knows only files."""

    extensions_map = MappingProxyType(
        {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".wasm": "application/wasm"}
    )

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def shown(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; give its address."""
    with ThreadingHTTPServer((LOOPBACK, 0), partial(Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, args=(SOON,), daemon=True).start()
        yield f"http://{LOOPBACK}:{server.server_port}/"
        server.shutdown()


@dataclass
class Web:
    """The forms, and the repository behind them."""

    github: GitHub
    tab: Any
    address: str
    stop: Callable[[], None]  # takes the host away

    @property
    def forms(self) -> Any:
        return self.tab.frame_locator("#forms")

    def sign_in(self, token: str = WRITER, entry: str = "data") -> None:
        self.tab.goto(f"{self.address}#/collections/{entry}")
        self.tab.get_by_label("Your token").fill(token)
        self.tab.get_by_role("button", name="Sign in").click()

    def open(self, entry: str, token: str = WRITER) -> Any:
        """Sign in where an entry is opened; return the forms."""
        self.sign_in(token, entry)
        shown = self.forms.get_by_text("Writing in").or_(self.forms.get_by_role("heading", name="Pages", exact=True))
        expect(shown).to_be_visible(timeout=SLOW)
        return self.forms

    @contextmanager
    def colleague(self) -> Iterator[Any]:
        """Open the forms of somebody else, in another browser."""
        context = self.tab.context.browser.new_context(viewport={"width": 1600, "height": 900})
        context.set_default_timeout(PATIENCE)
        yield replace(self, tab=context.new_page())
        context.close()

    def save(self) -> Any:
        """Save, and return the dialog that tells what became of it."""
        save(self.forms)
        return self.forms.get_by_role("dialog")


@pytest.fixture(scope="session")
def program_files(decap) -> dict[str, bytes]:
    """Return what the page runs, made once a worker."""
    return programs(ROOT, THEME, ROOT / ".cache")


@pytest.fixture(params=[GitHub])
def web(editor_tab, coalition, program_files, tmp_path, request) -> Iterator[Web]:
    """Show the forms of a coalition whose files are in a repository, on GitHub unless told."""
    github = request.param()
    github.push("main", of_folder(coalition.content))
    with ExitStack() as servers:
        away = servers.enter_context(ExitStack())
        github.api = away.enter_context(served(github))
        host = Host(*github.called, github.api, REPO, "main", "https://github.test")
        write(pages(coalition.content, THEME, ROOT / "GUIDE.md", host) | program_files, tmp_path / "admin")
        address = servers.enter_context(shown(tmp_path / "admin"))
        yield Web(github, editor_tab, address, away.close)
