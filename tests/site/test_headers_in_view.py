"""The headers of a long comparison stay in view, and cover nothing that has the focus."""

import pytest

from sites import CATE, HARBOR, Location

pytestmark = pytest.mark.browser

REGION = "[role=region]:has(> table)"
# In view: wholly inside the window, with nothing painted over the place where its text begins.
IN_VIEW = """header => {
    const words = document.createRange();
    words.selectNodeContents(header);
    const box = words.getClientRects()[0];
    const painted = document.elementFromPoint(box.left + 2, box.top + box.height / 2);
    return box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth
        && header.contains(painted);
}"""


@pytest.mark.parametrize("width", [960, 1280])
@pytest.mark.parametrize("site", [CATE, HARBOR], ids=["cate", "harbor"])
def test_at_the_last_cell_its_column_header_its_row_header_and_the_corner_are_in_view(visit, site, width):
    page = visit(Location(site, "membership/"), width, height=600)
    region = page.locator(REGION).first
    last = region.locator("td").last

    last.evaluate("cell => cell.scrollIntoView({block: 'end', inline: 'end', behavior: 'instant'})")

    assert region.locator("table").bounding_box()["height"] > 600
    assert region.locator("thead th").first.bounding_box()["y"] >= 0
    assert last.evaluate(IN_VIEW)
    assert region.locator("thead th").last.evaluate(IN_VIEW)
    assert region.locator("tbody th[scope=row]").last.evaluate(IN_VIEW)
    assert region.locator("thead th").first.evaluate(IN_VIEW)


@pytest.mark.parametrize("width", [960, 1280])
@pytest.mark.parametrize("site", [CATE, HARBOR], ids=["cate", "harbor"])
def test_a_header_never_covers_the_last_row_it_belongs_to(visit, site, width):
    page = visit(Location(site, "membership/"), width, height=600)
    region = page.locator(REGION).first
    region.locator("td").last.evaluate("cell => cell.scrollIntoView({block: 'end', inline: 'end'})")

    head, cell = region.locator("thead th").last.bounding_box(), region.locator("td").last.bounding_box()

    assert head["y"] + head["height"] <= cell["y"]
