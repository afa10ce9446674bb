"""Files that people put into `extra/` and `images/`: published under clean names, linked by their real ones, told."""

from unicodedata import normalize

import pytest
from bs4 import BeautifulSoup

from pdfs import pdf

MEETINGS = "pages/meetings.md"


def linked(coalition, markdown: str):
    """Return the links that stand in the text of a page with this text, once it is built."""
    coalition.write(MEETINGS, f"---\ntitle: Meetings\ndescription: How we meet.\n---\n\n{markdown}\n")
    built = coalition.build("publishconf.py")

    assert 0 == built.status, built.said
    html = (built.output / "meetings" / "index.html").read_text("utf-8")
    return built, BeautifulSoup(html, "html.parser").select_one(".prose").select("a")


@pytest.mark.parametrize(
    "typed",
    [
        "{static}/extra/Annual Report (final).pdf",
        "{static}/extra/Annual%20Report%20(final).pdf",
        "<{static}/extra/Annual Report (final).pdf>",
        "Annual Report (final).pdf",
        "annual report (FINAL).PDF",
        "../extra/Annual Report (final).pdf",
        "/annual-report-final.pdf",
        "annual-report-final.pdf",
    ],
)
def test_a_link_finds_a_file_by_its_real_name(coalition, typed):
    coalition.write("extra/Annual Report (final).pdf", pdf())
    built, (link,) = linked(coalition, f"[Our report]({typed})")

    assert "/annual-report-final.pdf" == link["href"]
    assert (built.output / "annual-report-final.pdf").read_bytes() == pdf()
