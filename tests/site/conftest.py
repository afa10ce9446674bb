"""The built sites on loopback, the live preview, a browser for both: one server a site, one Chromium a font."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from conftest import ROOT, SOON, THEME
from preview.__main__ import preview_of
from preview.server import LOOPBACK, listen
from programs import environment
from sites import Location, Site, alone, output, shared

from .browser import PATIENCE, Search, find, flags
from .editing import editor, editor_tab, opened
from .fonts import COMMON, Fonts, NoFonts, fetched, settings
from .host import host
from .live_tab import Live
from .on_the_web import program_files, web

__all__ = ["editor", "editor_tab", "opened", "output", "program_files", "shared", "web"]

LEFT_OUT = "NO_BROWSER is set: the tests in a browser are left out"
LONG = "\n\n".join(f"Paragraph {number} of many." for number in range(80))


@pytest.fixture(scope="session")
def search(shared) -> Search:
    """Look for a browser once a worker."""
    return find(shared / "apt.lock")


@pytest.fixture(scope="session")
def font_settings(shared) -> Callable[[Fonts], Path]:
    """Return what tells the file by which a browser sees some fonts and no others."""

    def file(fonts: Fonts) -> Path:
        with alone(shared / "fonts.lock"):
            return settings(fonts, fetched(ROOT / ".cache"), shared / "fonts")

    return file


@pytest.fixture(scope="session")
def playwright_of() -> Iterator[Playwright]:
    """Return what starts browsers, once a worker."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browsers(search, font_settings, playwright_of) -> Iterator[Callable[[Fonts], Browser]]:
    """Return what starts a browser that sees some fonts; each is started once a worker."""
    with ExitStack() as started:

        @cache
        def browser(fonts: Fonts) -> Browser:
            told = environment(FONTCONFIG_FILE=str(font_settings(fonts)))
            one = playwright_of.chromium.launch(executable_path=search.lightest, args=flags(), env=told)
            started.callback(one.close)
            return one

        yield browser


@pytest.fixture(scope="session")
def chromium(browsers) -> Browser:
    """Return the browser with the fonts that most tests have."""
    return browsers(COMMON)


@pytest.fixture(scope="session")
def windows(browsers) -> Callable[..., Page]:
    """Return what opens a window with script or without, with some fonts and text; each is opened once a worker."""

    @cache
    def window(script: bool, fonts: Fonts, text: int) -> Page:
        context = browsers(fonts).new_context(java_script_enabled=script)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 16 * text // 100}})
        return page

    return window


@pytest.fixture(scope="session")
def address(output) -> Iterator[Callable[[Site], str]]:
    """Return where a site is served."""
    with ExitStack() as servers:

        @cache
        def serve(site: Site) -> str:
            server = servers.enter_context(host(output(site), site.path))
            Thread(target=server.serve_forever, args=(SOON,), daemon=True).start()
            servers.callback(server.shutdown)
            return f"http://{LOOPBACK}:{server.server_port}{site.path}/"

        yield serve


@pytest.fixture(scope="session")
def complaint(search, font_settings) -> str:
    """Return what is missing of a browser and its fonts, and what to do; nothing if all is there."""
    try:
        font_settings(COMMON)
    except NoFonts as error:
        return str(error)
    return "" if search.program else search.complaint


@pytest.fixture
def a_browser(request) -> None:
    """Make sure of a browser; without any, one test of the whole run fails and says so, the others are skipped."""
    if os.environ.get("NO_BROWSER"):
        pytest.skip(LEFT_OUT)
    complaint = request.getfixturevalue("complaint")
    if not complaint:
        return
    try:
        (request.getfixturevalue("shared") / "no-browser").touch(exist_ok=False)
    except FileExistsError:
        pytest.skip("there is no browser, or it has no fonts: see the test that failed")
    pytest.fail(complaint, pytrace=False)


@pytest.fixture
def visit(a_browser, request) -> Callable[..., Page]:
    """Return what opens a page on a screen of some size: in light, with script, in common fonts unless told.

    `text` is the size of text, in percent, that the visitor chose for all sites.
    """
    windows, address = (request.getfixturevalue(name) for name in ("windows", "address"))

    def opened(
        location: Location,
        width: int = 1280,
        height: int = 800,
        *,
        script: bool = True,
        fonts: Fonts = COMMON,
        text: int = 100,
    ) -> Page:
        window = windows(script, fonts, text)
        window.set_viewport_size({"width": width, "height": height})
        window.emulate_media(media="screen", color_scheme="light", forced_colors="none")
        window.goto(address(location.site) + location.url)
        return window

    return opened


@pytest.fixture
def live(coalition, chromium_tab) -> Iterator[Live]:
    """Start a preview of a coalition with one long page, and watch what the tab complains of."""
    theme = Path(shutil.copytree(THEME, coalition.content.parent / "theme"))
    coalition.write("pages/long.md", f"---\ntitle: Long\ndescription: A long page.\n---\n\n{LONG}\n")
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        preview = preview_of(coalition.content, theme)
        preview.site._builder.settings["THEME_TEMPLATES_OVERRIDES"] = [str(theme / "static")]
        preview.site.refresh(())
    with listen(0) as server:
        server.show(preview)
        Thread(target=server.serve_forever, args=(SOON,), daemon=True).start()
        started = Live(coalition, theme, preview, chromium_tab, f"http://{LOOPBACK}:{server.server_port}")
        chromium_tab.on("console", lambda message: started.messages.append(message.text))
        chromium_tab.on("pageerror", lambda error: started.messages.append(str(error)))
        yield started
        chromium_tab.close()
        server.shutdown()
    assert [] == started.messages


@pytest.fixture
def chromium_tab(a_browser, request) -> Page:
    """Open a tab of its own for a test."""
    context = request.getfixturevalue("chromium").new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    return context.new_page()
