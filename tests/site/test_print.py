"""On paper: a tier, and a comparison of two, fill one sheet each and say where they come from."""

import io

import pytest
from pypdf import PdfReader

from sites import PUBLIC_CATE, Location

pytestmark = pytest.mark.browser

SHEETS = ["A4", "Letter"]
OF_ONE_SHEET = [
    page.url for page in PUBLIC_CATE.sources.pages if page.front_matter.tier or page in PUBLIC_CATE.sources.made
]


def printed(visit, url: str, sheet: str) -> list[str]:
    """Return the text of each sheet, with one space between words."""
    page = visit(Location(PUBLIC_CATE, url))
    page.emulate_media(media="print")
    return [" ".join(one.extract_text().split()) for one in PdfReader(io.BytesIO(page.pdf(format=sheet))).pages]


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("url", OF_ONE_SHEET)
def test_a_tier_and_a_comparison_of_two_fit_one_sheet_with_their_address_at_the_foot(visit, url, sheet):
    (text,) = printed(visit, url, sheet)

    assert f" /{url}" in text
    assert "Membership process" in text or "The same for both" in text
    assert "1-888-373-7888" in text
    assert "Exit this page" not in text


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_comparison_of_all_tiers_is_not_torn_apart(visit, sheet):
    sheets = printed(visit, "membership/", sheet)
    (whole,) = [text for text in sheets if "Membership requirements by tier" in text]

    assert "Statewide shared leadership" in whole
    assert "The same for all of them: Application and Selection." in whole
