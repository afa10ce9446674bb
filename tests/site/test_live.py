"""The live preview in a real browser: what is edited shows in the open tab, and nothing else moves."""

import contextlib
import io
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page

from conftest import ROOT, THEME, Coalition
from preview.__main__ import preview_of
from preview.preview import Preview
from preview.server import LOOPBACK, listen

from .axe import violations

pytestmark = pytest.mark.browser

PATIENCE = 10  # seconds
LONG = "\n\n".join(f"Paragraph {number} of many." for number in range(80))


@dataclass
class Live:
    """A coalition, its preview, and a tab in which a page of it is open."""

    coalition: Coalition
    theme: Path
    preview: Preview
    tab: Page
    address: str
    messages: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.tab.goto(self.address + path)
        self.until("document.querySelector('#preview-problems') !== null && performance.now() > 0")
        self.tab.evaluate("window.stayed = true")
        return self.tab

    def edit(self, file: str, old: str, new: str) -> None:
        """Edit a file of the content, or of the theme."""
        path = self.theme.parent / file if file.startswith("theme/") else self.coalition.content / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            self.preview.refresh({path})

    def until(self, condition: str) -> None:
        """Wait until a condition is true in the page."""
        end = time.monotonic() + PATIENCE
        while not self.tab.evaluate(condition):
            assert time.monotonic() < end, f"never: {condition}\n{self.tab.inner_text('body')}"
            time.sleep(0.02)

    def shows(self, words: str) -> None:
        self.until(f"document.body.innerText.includes({words!r})")


@pytest.fixture
def live(coalition, chromium_tab) -> Iterator[Live]:
    theme = Path(shutil.copytree(THEME, coalition.content.parent / "theme"))
    coalition.write("pages/long.md", f"---\ntitle: Long\ndescription: A long page.\n---\n\n{LONG}\n")
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()):
        preview = preview_of(coalition.content, theme)
        preview.site._builder.settings["THEME_TEMPLATES_OVERRIDES"] = [str(theme / "static")]
        preview.site.refresh(())
    with listen(0) as server:
        server.show(preview)
        Thread(target=server.serve_forever, daemon=True).start()
        started = Live(coalition, theme, preview, chromium_tab, f"http://{LOOPBACK}:{server.server_port}")
        chromium_tab.on("console", lambda message: started.messages.append(message.text))
        chromium_tab.on("pageerror", lambda error: started.messages.append(str(error)))
        yield started
        chromium_tab.close()
        server.shutdown()
    assert [] == started.messages


@pytest.fixture
def chromium_tab(a_browser, request) -> Page:
    context = request.getfixturevalue("chromium").new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE * 1000)
    return context.new_page()


def stayed(tab: Page) -> bool:
    """Tell whether the page is still the one that was opened, not loaded again."""
    return tab.evaluate("window.stayed === true")


def test_an_edit_appears_where_one_reads_and_nothing_else_moves(live):
    tab = live.open("/long/")
    tab.evaluate("scrollTo(0, 900)")
    tab.evaluate("document.querySelector('footer a, main a, a').focus({ preventScroll: true })")
    focused = tab.evaluate("document.activeElement.outerHTML")
    live.edit("pages/long.md", "Paragraph 70 of many.", "Paragraph 70 is new.")

    live.shows("Paragraph 70 is new.")
    assert stayed(tab)
    assert 900 == tab.evaluate("scrollY")
    assert focused == tab.evaluate("document.activeElement.outerHTML")


def test_an_open_menu_stays_open_and_has_what_is_new(live):
    live.tab.set_viewport_size({"width": 320, "height": 800})
    tab = live.open("/long/")
    tab.locator("header details summary").first.click()
    live.edit("pages/membership/index.md", "title: ", "nav_title: Joining us\ntitle: ")

    live.shows("Joining us")
    assert tab.evaluate("document.querySelector('header details').open")
    assert stayed(tab)


def test_a_tier_that_changed_shows_in_its_table(live):
    tab = live.open("/membership/friend/")
    live.edit("data/membership.yaml", "kind: People", "kind: Neighbors")

    live.shows("Neighbors")
    assert stayed(tab)


def test_a_title_of_the_site_shows_in_the_tab_too(live):
    tab = live.open("/long/")
    live.edit("data/site.yaml", "short_name: Small", "short_name: Tiny")

    live.until("document.title.includes('Tiny')")
    live.shows("Tiny")
    assert stayed(tab)


def test_a_template_and_a_style_sheet_that_changed_show(live):
    tab = live.open("/long/")
    live.edit("theme/templates/partials/footer.html", "</footer>", "<p>A new last line</p></footer>")
    live.shows("A new last line")

    for size in ("33px", "22px"):
        live.edit(
            "theme/static/css/elements.css", "anywhere }", f"anywhere; text-indent: {size}; overflow-wrap: anywhere }}"
        )
        live.until(f"getComputedStyle(document.body).textIndent === '{size}'")
    assert stayed(tab)


def test_a_problem_appears_over_the_page_and_vanishes_when_it_is_mended(live):
    tab = live.open("/membership/friend/")
    heading = tab.inner_text("h1")
    live.edit("data/membership.yaml", "category: outer", "category: outr")
    tab.wait_for_selector("#preview-problems section")
    line = live.coalition.line("data/membership.yaml", "category: outr")
    said = tab.inner_text("#preview-problems")

    assert said.startswith("1 problem to mend\n")
    assert f"content/data/membership.yaml:{line}:15" in said
    assert 'Did you mean "outer"?' in said
    assert f"{line}     category: outr" in said
    assert heading == tab.inner_text("h1")
    live.edit("data/membership.yaml", "category: outr", "category: outer")
    tab.wait_for_selector("#preview-problems section", state="detached")
    assert stayed(tab)


def test_the_place_of_a_problem_leads_to_the_line(live):
    tab = live.open("/")
    live.edit("data/membership.yaml", "category: outer", "category: outr")
    tab.click("#preview-problems a")
    tab.wait_for_selector(".source [aria-current]")

    assert "category: outr" == tab.inner_text(".source [aria-current]").strip()


def test_a_broken_template_leaves_the_page_as_it_was(live):
    tab = live.open("/long/")
    before = tab.inner_text("main")
    live.edit("theme/templates/partials/footer.html", "</footer>", "{{ nobody.knows }}</footer>")
    tab.wait_for_selector("#preview-problems section")

    assert "UndefinedError" in tab.inner_text("#preview-problems")
    assert before == tab.inner_text("main")


def test_a_page_that_is_new_shows_in_the_tab_that_waited_for_it(live):
    tab = live.tab
    tab.goto(f"{live.address}/new/")
    assert "Page not found" == tab.inner_text("h1")
    live.messages.clear()  # the browser's word for a page that is not there
    live.coalition.write("pages/new.md", "---\ntitle: New\ndescription: A new page.\n---\n\nHere it is.\n")
    live.preview.refresh({live.coalition.content / "pages/new.md"})

    live.shows("Here it is.")


def test_the_exit_link_still_works_after_an_edit(live):
    tab = live.open("/long/")
    asked = []
    tab.context.route("https://www.weather.gov/**", lambda route: (asked.append(1), route.fulfill(body="Weather")))
    live.edit("pages/long.md", "Paragraph 1 of many.", "Paragraph 1 is new.")
    live.shows("Paragraph 1 is new.")
    tab.locator(".exit:visible").last.click()
    tab.wait_for_url("https://www.weather.gov/**")

    assert asked


def test_axe_finds_no_violation_in_the_problems_in_any_look(live):
    tab = live.open("/membership/friend/")
    live.edit("data/membership.yaml", "category: outer", "category: outr")
    live.edit("data/site.yaml", "place: Anytown", "plaice: Anytown")
    live.until("document.querySelectorAll('#preview-problems li').length > 1")

    assert_fine(tab)


def test_axe_finds_no_violation_in_a_source(live):
    tab = live.open("/")
    tab.goto(f"{live.address}/-/source/content/data/membership.yaml?line=20#line-20")
    assert_fine(tab)


def test_axe_finds_no_violation_in_the_page_that_waits(live):
    live.preview.site.answer = lambda _: None
    live.edit("data/site.yaml", "place: Anytown", "plaice: Anytown")
    tab = live.tab
    tab.goto(live.address)
    tab.wait_for_selector("#preview-problems section")
    live.messages.clear()  # the browser's word for a page that is not there
    assert_fine(tab)


def assert_fine(tab: Page) -> None:
    for width, scheme in product((320, 1280), ("light", "dark")):
        tab.set_viewport_size({"width": width, "height": 800})
        tab.emulate_media(color_scheme=scheme)
        found = violations(tab)
        assert 0 == found.violations_count, f"{width} px, {scheme}: {found.generate_report()}"
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
