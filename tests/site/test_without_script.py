"""With script turned off nothing is lost."""

import pytest

from sites import CATE, CATE_BELOW_A_PATH, HARBOR, Location, every_page

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("site", [CATE, HARBOR], ids=["cate", "harbor"])


@pytest.mark.parametrize("site", [CATE, HARBOR, CATE_BELOW_A_PATH], ids=lambda site: site.name)
@pytest.mark.parametrize("opener", ["click", "keyboard"])
def test_the_menu_of_a_phone_opens_leads_on_and_closes(visit, site, opener):
    page = visit(Location(site, ""), 390, script=False)
    menu = page.locator("header nav summary")
    links = page.locator("header nav ul a")
    act = menu.click if opener == "click" else lambda: menu.press("Enter")

    assert not links.first.is_visible()
    act()
    facts = site.sources.site
    entries = len(facts.navigation) + bool(facts.exit_link.page)  # with "Staying safe"
    assert [True] * entries == [link.is_visible() for link in links.all()]
    act()
    assert not links.first.is_visible()
    act()
    href = links.last.get_attribute("href")
    links.last.click()
    assert page.url.endswith(href)


@BOTH
def test_on_a_desk_the_menu_is_open(visit, site):
    page = visit(Location(site, ""), script=False)

    assert not page.locator("header nav summary").is_visible()
    assert all(link.is_visible() for link in page.locator("header nav ul a").all())


@pytest.mark.parametrize("location", every_page(CATE))
def test_a_page_shows_the_same_words_with_and_without_script(visit, location):
    with_script = visit(location, 390).locator("body").inner_text()

    assert with_script == visit(location, 390, script=False).locator("body").inner_text()
