"""No page has a fault that axe can find, by day and by night, on a phone and on a desk."""

from itertools import product

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults

from sites import CATE, HARBOR, every_page

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}


@pytest.mark.parametrize("location", every_page(CATE, HARBOR))
def test_axe_finds_no_violation_in_any_look_of_a_page(visit, location):
    page = visit(location)
    page.evaluate(AXE_SCRIPT)

    for width, scheme in product((320, 1280), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        found = AxeResults(page.evaluate("options => axe.run(options)", OPTIONS))
        assert 0 == found.violations_count, f"{width} px, {scheme}: {found.generate_report()}"
