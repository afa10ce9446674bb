"""On paper: a tier, and a comparison of two, fill one sheet each and say where they come from."""

import io
import shutil

import pytest
from pypdf import PdfReader

from conftest import CATE_CONTENT, Coalition
from sites import FEDERATION, PUBLIC_CATE, Location, Site, alone
from subjects.membership.records import MEMBERSHIP

from .fonts import COMMON, NARROW, WIDE

pytestmark = pytest.mark.browser

SHEETS = ["A4", "Letter"]
OF_ONE_SHEET = [
    page.url for page in PUBLIC_CATE.sources.pages if page.front_matter.tier or page in PUBLIC_CATE.sources.made
]


@pytest.fixture(scope="session")
def taking_applications(shared) -> Site:
    """Return the full site with all forms confirmed, at addresses as long as a form service makes them."""
    content = shared / "taking-applications-content"
    with alone(shared / "taking-applications.content.lock"):
        if not content.exists():
            own = Coalition(shutil.copytree(CATE_CONTENT, content))
            for tier in PUBLIC_CATE.sources.of(MEMBERSHIP).tiers:
                address = f"https://docs.google.com/forms/d/e/1FAIpQLS{tier.id.replace('-', 'x'):X<49}/viewform"
                old = f'url: "https://forms.example.org/{tier.id}", confirmed: no'
                own.change("data/membership.yaml", old, f'url: "{address}", confirmed: yes')
            own.change(
                "data/membership.yaml", "{style: query, field: tier}", "{style: google, field: entry.1234567890}"
            )
    return Site("taking-applications", content, "publishconf.py")


def printed(visit, site: Site, url: str, sheet: str, fonts=COMMON) -> list[str]:
    """Return the text of each sheet, with one space between words."""
    page = visit(Location(site, url), fonts=fonts)
    page.emulate_media(media="print")
    return [" ".join(one.extract_text().split()) for one in PdfReader(io.BytesIO(page.pdf(format=sheet))).pages]


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("fonts", [WIDE, COMMON, NARROW], ids=str)
@pytest.mark.parametrize("url", OF_ONE_SHEET)
def test_a_tier_and_a_comparison_of_two_fit_one_sheet_with_their_address_at_the_foot(
    visit, taking_applications, url, fonts, sheet
):
    (text,) = printed(visit, taking_applications, url, sheet, fonts)

    assert f" /{url}" in text
    assert "Membership process" in text or "The same for both" in text
    assert "1-888-373-7888" in text
    assert "Exit this page" not in text


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_comparison_of_all_tiers_is_not_torn_apart(visit, sheet):
    sheets = printed(visit, PUBLIC_CATE, "membership/", sheet)
    (whole,) = [text for text in sheets if "What each tier asks" in text]

    assert "Statewide shared leadership" in whole
    assert "The same for all of them: Application and Selection." in whole


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("fonts", [WIDE, COMMON, NARROW], ids=str)
def test_the_page_of_all_help_lines_fits_one_sheet_and_says_where_to_write(visit, fonts, sheet):
    (text,) = printed(visit, PUBLIC_CATE, "get-help/", sheet, fonts)

    assert "Call 1-888-373-7888" in text
    assert "988lifeline.org/chat" in text.replace(" ", "")  # the other name has a ligature on paper
    assert "988 Suicide" in text
    assert "Get help" in text
    assert "Exit this page" not in text


def test_an_event_says_on_paper_what_became_of_it_and_where_to_register(visit):
    (cancelled,) = printed(visit, FEDERATION, "events/canoe-delivery/", "Letter")
    (open_still,) = printed(visit, FEDERATION, "events/holiday-boxes-2026/", "Letter")

    assert "This event is cancelled." in cancelled
    assert "https://forms.harrow-valley-food-federation.org/boxes" in open_still.replace("- ", "-")
