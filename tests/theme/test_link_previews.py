"""What a messenger shows beside a link to a page; nothing that tells, where others may see the screen."""

import pytest

from sites import CATE_BELOW_A_PATH, Location

SITE = CATE_BELOW_A_PATH
TELLING = ("safe", "help", "traffick", "exploit", "exit", "watch", "coalition", "cate")


def preview(soup) -> dict[str, str]:
    """Return what messengers read, by its name; without it they take the title and the description of the page."""
    found = {
        meta.get("property") or meta["name"]: meta["content"] for meta in soup.select("meta[content]:not([http-equiv])")
    }
    return {name: words for name, words in found.items() if name.startswith(("og:", "twitter:"))}


@pytest.mark.parametrize("url", ["get-help/", "staying-safe/"])
def test_a_link_to_a_page_about_safety_shows_no_name_no_picture_and_nothing_of_what_it_is_about(read, url):
    soup = read(Location(SITE, url)).soup
    shown = preview(soup)

    assert {"og:type": "website", "og:title": "A web page", "og:description": "Open the link to read it."} == {
        name: words for name, words in shown.items() if name != "og:url"
    }
    assert [] == [
        word for name, text in shown.items() if name != "og:url" for word in TELLING if word in text.casefold()
    ]
    assert soup.title.get_text()
    assert "robots" not in {meta.get("name") for meta in soup.find_all("meta")}


def test_a_link_to_any_other_page_shows_its_name_its_description_and_the_picture(read):
    page = read(Location(SITE, "about/"))
    shown = preview(page.soup)

    assert "About CATE" == shown["og:title"]
    assert page.soup.find("meta", attrs={"name": "description"})["content"] == shown["og:description"]
    assert "Coalition Against Trafficking & Exploitation" == shown["og:site_name"]
    assert shown["og:image"].startswith(SITE.address)
