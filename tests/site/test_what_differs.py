"""The switch above a comparison, without script: only what differs, or everything."""

import pytest

from sites import CATE, Location

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("opener", ["click", "keyboard"])
def test_the_switch_leaves_the_rows_on_which_tiers_differ_and_brings_the_others_back(visit, width, opener):
    page = visit(Location(CATE, "membership/"), width, script=False)
    tiers = page.locator(".tiers").first
    switch = tiers.get_by_role("checkbox", name="Show only what differs")
    same = tiers.get_by_text("Based on adherence to identified membership requirements")
    press = switch.click if opener == "click" else lambda: switch.press(" ")

    def shown(texts) -> int:
        return sum(text.is_visible() for text in texts.all())

    before = shown(same)
    press()
    assert switch.is_checked()
    assert 0 == shown(same) < before
    assert 0 < shown(tiers.get_by_text("Signed Partner"))
    press()
    assert before == shown(same)
