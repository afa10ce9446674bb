"""Answers of every kind as visitors see them: on any screen, by day and night, in their own colors, on paper."""

import io
import shutil

import pytest
from PIL import Image
from playwright.sync_api import Page
from pypdf import PdfReader

from conftest import ROOT, Coalition
from sites import Location, Site, alone

from .axe import violations

pytestmark = pytest.mark.browser

CLEARLY = 100  # of 255 steps of gray
ROWS = """\
      - {id: discount, title: Discounts on events, help: 'What you [save](/membership/), and **when**.'}
      - {id: dues, title: Dues}
      - {id: seats, title: Seats in the assembly}
      - {id: rules, title: Rules}
"""
PARTNER = """\
      discount: yes, in the members' area
      dues:
        - $5k a year
        - $1,000 a year under 100 employees
        - "Note: Ask for a [lower price](/membership/partner/)."
      seats: 3 voting seats
      rules: See [what we ask](/membership/) and **ask**
"""
FRIEND = """\
      discount: {answer: no, note: We think about it each spring.}
      dues: {answer: free, note: 'Ask for a [lower price](/membership/partner/).'}
      seats: unlimited
      rules: not stated
"""


@pytest.fixture(scope="session")
def answered(shared) -> Site:
    """Return the small site with answers of every kind."""
    content = shared / "answered-content"
    with alone(shared / "answered.content.lock"):
        if not content.exists():
            own = Coalition(shutil.copytree(ROOT / "tests" / "coalitions" / "small", content))
            joining = "      - {id: joining, title: Joining, application_link: yes}\n"
            own.change("data/membership.yaml", joining, joining + ROWS)
            own.change("data/membership.yaml", "      joining: Yes\n", f"      joining: Yes\n{PARTNER}")
            own.change("data/membership.yaml", "      joining: not stated\n", f"      joining: not stated\n{FRIEND}")
    return Site("answered", content, "pelicanconf.py")


@pytest.fixture(params=["membership/", "membership/partner/", "membership/compare/partner-and-friend/"])
def page(request, visit, answered) -> Page:
    """Return each page that shows them."""
    return visit(Location(answered, request.param))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(page, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

    found = violations(page)

    assert 0 == found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_marks_of_yes_and_no_are_seen_in_any_colors_and_on_paper(visit, answered, scheme, media, forced):
    page = visit(Location(answered, "membership/compare/partner-and-friend/"))
    page.emulate_media(media=media, color_scheme=scheme, forced_colors=forced)

    marks = [one for one in page.locator("b.yes, b.no").all() if one.is_visible()]

    assert {"yes", "no"} == {one.get_attribute("class") for one in marks}
    for mark in marks:
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        before_the_word = {"x": box["x"], "y": box["y"], "width": box["height"] * 0.85, "height": box["height"]}
        shot = Image.open(io.BytesIO(page.screenshot(clip=before_the_word))).convert("L")
        darkest, lightest = shot.getextrema()
        assert lightest - darkest > CLEARLY


def test_a_mark_leads_to_its_note_and_back_with_the_keyboard(visit, answered):
    page = visit(Location(answered, "membership/"))
    mark = page.locator("td sup > a").first
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator(".notes > :target")
    assert note.is_visible()
    assert "Ask for a lower price." in note.inner_text() or "each spring" in note.inner_text()

    note.locator(".footnote-backref").first.focus()
    page.keyboard.press("Enter")

    assert page.locator("td sup:target").is_visible()


@pytest.mark.parametrize("url", ["membership/", "membership/partner/", "membership/compare/partner-and-friend/"])
def test_on_paper_stands_all_that_an_answer_says(visit, answered, url):
    page = visit(Location(answered, url))
    page.emulate_media(media="print")
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    text = " ".join(" ".join(one.extract_text() for one in sheets).split())

    for words in (
        "Yes, in the members",
        "$5,000 a year",
        "$1,000 a year under 100",
        "3 voting seats",
        "Ask for a lower",
        "What you save",
    ):
        assert words in text
