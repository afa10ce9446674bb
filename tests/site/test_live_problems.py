"""What is wrong shows over the open page of the live preview, with its place, and vanishes when it is mended."""

from itertools import product

import pytest
from playwright.sync_api import Page

from .axe import violations
from .live_tab import stayed

pytestmark = pytest.mark.browser
TOP = 40  # px of a window


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


def test_a_problem_leads_to_the_section_of_the_guide_that_helps(live):
    tab = live.open("/membership/friend/")
    live.edit("data/membership.yaml", "category: outer", "category: outr")
    tab.click("#preview-problems a:text-is('“Changing a tier”')")
    heading = tab.locator("#changing-a-tier")
    heading.wait_for()

    assert "Changing a tier" == heading.inner_text()
    assert 0 <= heading.bounding_box()["y"] < TOP
    assert_fine(tab)


def test_a_broken_template_leaves_the_page_as_it_was(live):
    tab = live.open("/long/")
    before = tab.inner_text("main")
    live.edit("theme/templates/partials/footer.html", "</footer>", "{{ nobody.knows }}</footer>")
    tab.wait_for_selector("#preview-problems section")

    assert "UndefinedError" in tab.inner_text("#preview-problems")
    assert before == tab.inner_text("main")


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
        found = violations(tab, only_colors=scheme == "dark")
        assert 0 == found.violations_count, f"{width} px, {scheme}: {found.generate_report()}"
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
