"""The headers that servers are told to send: the browser understands each of them, and the page loses nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from conftest import SOON
from preview.server import LOOPBACK
from releasing.finish.headers import EVERYWHERE
from sites import CATE, HARBOR, Location

from .host import FolderHandler, FolderServer

pytestmark = pytest.mark.browser


class StrictHandler(FolderHandler):
    """Answers as a host does that was given our headers."""

    def end_headers(self) -> None:
        for header in EVERYWHERE:
            self.send_header(header.name, header.value)
        super().end_headers()


@contextmanager
def with_headers(folder: Path) -> Iterator[str]:
    """Serve a site with all headers; yield its address."""
    with FolderServer(partial(StrictHandler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, args=(SOON,), daemon=True).start()
        yield f"http://{LOOPBACK}:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("site", [CATE, HARBOR], ids=["cate", "harbor"])
@pytest.mark.parametrize("url", ["", "membership/", "404.html"])
def test_a_page_with_all_headers_says_nothing_to_the_console_and_looks_as_ever(visit, output, address, site, url):
    page = visit(Location(site, url)).context.new_page()
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    with with_headers(output(site)) as strict:
        page.goto(f"{address(site)}{url}")
        as_ever = page.screenshot()
        answer = page.goto(f"{strict}{url}")
        strictly = page.screenshot()
    page.close()

    assert {header.name.lower() for header in EVERYWHERE} <= set(answer.headers)
    assert [] == messages
    assert as_ever == strictly


def test_no_other_site_can_show_a_page_in_a_frame(visit, output):
    page = visit(Location(CATE, "")).context.new_page()
    with with_headers(output(CATE)) as strict:
        page.set_content(f"<iframe src='{strict}'></iframe>")
        page.wait_for_load_state("networkidle")
        shown = page.frames[1].url
    page.close()

    assert "chrome-error://chromewebdata/" == shown
