"""What "Staying safe" and "Privacy" say of leaving and of what is kept is so, in a browser with a profile."""

import re
from functools import partial
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from conftest import SOON
from preview.server import LOOPBACK
from sites import CATE, Location, parsed, words

from .host import FolderServer, Host
from .profiles import everyday, history

pytestmark = pytest.mark.browser
SAFE, PRIVACY = "staying-safe/", "privacy/"
AWAY = "https://www.weather.gov/"
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


def answered(route) -> None:
    route.fulfill(body="<title>Away</title>", content_type="text/html")


@pytest.fixture
def says(output):
    """Return what makes sure that a page says something, which the test then proves."""

    def said(url: str, *sentences: str) -> None:
        main = words(parsed(output(CATE), url).main)
        assert [] == [one for one in sentences if one not in main]

    return said


@pytest.fixture
def leaving(visit):
    """Return what opens two pages, one after the other, and answers for every other site."""

    def opened(script: bool) -> Page:
        page = visit(Location(CATE, "about/"), script=script)
        page.goto(page.url.replace("about/", "history/"))
        page.route(re.compile("https://"), answered)
        return page

    return opened


@pytest.fixture
def profile(a_browser, playwright_of, search, tmp_path):
    """Return what starts a browser with a profile of its own."""
    return partial(everyday, playwright_of, search.program, tmp_path)


@SCRIPT
def test_back_after_the_exit_link_shows_what_the_page_says(leaving, says, script):
    says(
        SAFE,
        'If your browser runs scripts, as most do, "Back" does not return to the page that you left. It shows the page '
        "before that one, which may be another page of this site.",
        'If it runs no scripts, "Back" returns to the page that you left, and the Shift key does nothing.',
    )
    page = leaving(script)
    page.locator(".exit").last.click()
    page.wait_for_url(AWAY)
    page.go_back()

    assert page.url.endswith("about/" if script else "history/")


@SCRIPT
def test_three_presses_of_shift_leave_only_where_scripts_run(leaving, says, script):
    says(SAFE, "On a keyboard, you can press the Shift key three times instead.")
    page = leaving(script)
    for _ in range(3):
        page.keyboard.press("Shift")
    if script:
        page.wait_for_url(AWAY)
    page.wait_for_timeout(200)

    assert (AWAY == page.url) is script


def test_the_exit_link_closes_no_other_tab(leaving, says):
    says(SAFE, "It does not close other tabs")
    page = leaving(True)
    other = page.context.new_page()
    try:
        page.locator(".exit").last.click()
        page.wait_for_url(AWAY)
        assert not other.is_closed()
    finally:
        other.close()


@SCRIPT
@pytest.mark.parametrize("way", ["exit", "form"])
def test_no_other_site_is_told_where_a_visitor_came_from(visit, says, script, way):
    says(PRIVACY, "This site does not tell them which page you came from.")
    page = visit(Location(CATE, "membership/collaborative-partner/"), script=script)
    told = []

    def answer(route) -> None:
        told.append(route.request.all_headers())
        answered(route)

    page.route(re.compile("https://"), answer)
    page.locator(".exit" if way == "exit" else ".to-form").last.click()
    page.wait_for_url(re.compile("https://"))

    assert 1 == len(told)
    assert not {"referer", "cookie"} & {name.lower() for name in told[0]}


def test_a_link_to_a_form_may_tell_it_the_tier(output, says):
    says(PRIVACY, "A link to an application form may tell the form which tier it is for.")

    link = parsed(output(CATE), "membership/collaborative-partner/").select_one(".to-form")
    assert "tier=Collaborative" in link["href"]


class Noting(Host):
    """A host that notes what it is told of each visit."""

    def __init__(self, *given, noted: list, **named):
        self.noted = noted
        super().__init__(*given, **named)

    def send_head(self):
        self.noted.append((self.client_address[0], self.path, dict(self.headers)))
        return super().send_head()


@SCRIPT
def test_a_host_is_told_the_address_the_page_and_the_kind_of_browser_and_nothing_that_lasts(
    output, chromium, a_browser, says, script
):
    says(PRIVACY, "is told your internet address, the page that you ask for, and what kind of browser you use")
    says(PRIVACY, "It has no forms. Nothing that you type or choose is sent to it.")
    noted: list = []
    context = chromium.new_context(java_script_enabled=script)
    with FolderServer(partial(Noting, directory=str(output(CATE)), below="", noted=noted)) as server:
        Thread(target=server.serve_forever, args=(SOON,), daemon=True).start()
        page = context.new_page()
        page.goto(f"http://{LOOPBACK}:{server.server_port}/about/")
        page.locator("footer nav a", has_text="Which tier fits us?").click()
        page.locator(".guide summary:visible").first.click()
        page.keyboard.type("never sent")
        context.close()
        server.shutdown()

    assert [(LOOPBACK, "/about/"), (LOOPBACK, "/membership/which-tier/")] == [one[:2] for one in noted]
    for _, _, headers in noted:
        assert "Chrome" in headers["User-Agent"]
        assert not {"Referer", "Cookie"} & set(headers)


@SCRIPT
def test_a_browser_may_keep_copies_of_the_pages(a_browser, chromium, address, says, script):
    says(PRIVACY, "It may keep copies of those pages.")
    context = chromium.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{address(CATE)}about/")
    title = page.title()
    page.goto(f"{address(CATE)}history/")
    context.set_offline(True)
    page.go_back()

    expect(page).to_have_title(title)
    context.close()


def test_the_history_lists_the_pages_after_the_exit_and_neither_answers_nor_private_windows(
    profile, address, tmp_path, says
):
    says(SAFE, "It does not clear your history. The pages that you saw are still listed there, and the weather page")
    says(PRIVACY, 'Its history lists the pages that you opened. Your answers to "Which tier fits us?" are not listed.')
    says(SAFE, "A private window keeps no history once you close it", 'Until then, "Back" still shows what you saw.')
    here = address(CATE)
    with profile() as (windows, browser):
        page = windows.pages[0]
        page.route(AWAY, answered)
        page.goto(f"{here}membership/which-tier/")
        page.locator(".guide summary:visible").last.click()
        page.locator(".exit").last.click()
        page.wait_for_url(AWAY)
        private = browser.new_context().new_page()
        private.goto(f"{here}about/")
        private.goto(f"{here}history/")
        private.go_back()
        assert private.url.endswith("about/")
        private.context.close()

    assert [f"{here}membership/which-tier/", AWAY] == history(tmp_path)
