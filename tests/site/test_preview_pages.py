"""What staff see around the site is as easy to see and to use as the site."""

import contextlib
import io
from collections.abc import Iterator
from itertools import product
from threading import Thread

import pytest

from conftest import CATE_CONTENT, ROOT, SOON
from preview.__main__ import preview_of
from preview.server import LOOPBACK, listen

from .axe import violations

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """Return where the preview of CATE is served."""
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        preview = preview_of(CATE_CONTENT)
    with listen(0) as server:
        server.show(preview)
        Thread(target=server.serve_forever, args=(SOON,), daemon=True).start()
        yield f"http://{LOOPBACK}:{server.server_port}"
        server.shutdown()


PAGES = ["/-/health", "/-/source/content/data/membership.yaml?line=90#line-90", "/-/guide", "/-/guide?q=remove+a+tier"]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_violation_and_nothing_scrolls_sideways(a_browser, request, served, path):
    page = request.getfixturevalue("chromium").new_page()
    page.goto(served + path)
    page.evaluate("document.querySelectorAll('details').forEach((more) => { more.open = true })")

    for width, scheme in product((320, 768, 1280), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found = violations(page, only_colors=scheme == "dark")
        assert 0 == found.violations_count, f"{width} px, {scheme}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_the_guide_finds_something_without_script(a_browser, request, served):
    context = request.getfixturevalue("chromium").new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/-/guide")
    page.get_by_label("Look something up").fill("remove a tier")
    page.get_by_role("button", name="Search").click()

    assert page.url == f"{served}/-/guide?q=remove+a+tier"
    page.get_by_role("main").get_by_role("link", name="Adding a tier").click()
    assert page.url == f"{served}/-/guide#adding-a-tier"
    context.close()


def test_the_guide_on_paper_is_its_text_alone(a_browser, request, served):
    page = request.getfixturevalue("chromium").new_page()
    page.goto(f"{served}/-/guide")
    page.emulate_media(media="print")

    assert [False, False, True] == [page.locator(one).is_visible() for one in (".guide nav", ".guide form", "main")]
    page.close()
