"""The built sites on loopback, and a browser to visit them with: one server a site and one Chromium a worker."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from preview.server import LOOPBACK
from sites import Location, Site, output, shared

from .browser import Search, find, flags
from .host import host

__all__ = ["output", "shared"]

LEFT_OUT = "NO_BROWSER is set: the tests in a browser are left out"


@pytest.fixture(scope="session")
def search(shared) -> Search:
    """Look for a browser once a worker."""
    return find(shared / "apt.lock")


@pytest.fixture(scope="session")
def chromium(search) -> Iterator[Browser]:
    """Start the browser once a worker."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=search.program, args=flags())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def windows(chromium) -> Callable[..., Page]:
    """Return what opens a window with script or without; each is opened once a worker."""

    @cache
    def window(script: bool) -> Page:
        context = chromium.new_context(java_script_enabled=script)
        context.set_default_timeout(10_000)
        return context.new_page()

    return window


@pytest.fixture(scope="session")
def address(output) -> Iterator[Callable[[Site], str]]:
    """Return where a site is served."""
    with ExitStack() as servers:

        @cache
        def serve(site: Site) -> str:
            server = servers.enter_context(host(output(site), site.path))
            Thread(target=server.serve_forever, daemon=True).start()
            servers.callback(server.shutdown)
            return f"http://{LOOPBACK}:{server.server_port}{site.path}/"

        yield serve


@pytest.fixture
def a_browser(request) -> None:
    """Make sure of a browser; without any, one test of the whole run fails and says so, the others are skipped."""
    if os.environ.get("NO_BROWSER"):
        pytest.skip(LEFT_OUT)
    search = request.getfixturevalue("search")
    if search.program:
        return
    try:
        (request.getfixturevalue("shared") / "no-browser").touch(exist_ok=False)
    except FileExistsError:
        pytest.skip("there is no browser: see the test that failed")
    pytest.fail(search.complaint, pytrace=False)


@pytest.fixture
def visit(a_browser, request) -> Callable[..., Page]:
    """Return what opens a page of a site on a screen of some size; in light, with script unless told otherwise."""
    windows, address = (request.getfixturevalue(name) for name in ("windows", "address"))

    def opened(location: Location, width: int = 1280, height: int = 800, script: bool = True) -> Page:
        window = windows(script)
        window.set_viewport_size({"width": width, "height": height})
        window.emulate_media(media="screen", color_scheme="light", forced_colors="none")
        window.goto(address(location.site) + location.url)
        return window

    return opened
