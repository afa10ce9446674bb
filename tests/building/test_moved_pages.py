"""What stands at the old address of a page: a small page that leads on at once, without script, and says so."""

import pytest

PAGE = "---\ntitle: Events & more\ndescription: All events.\nformerly: [/meetings/, /old/page.html]\n---\n\nSoon.\n"
ADDRESS = "https://small-coalition.org/repo"


@pytest.fixture
def built(coalition):
    coalition.write("pages/events.md", PAGE)
    built = coalition.build("publishconf.py", ADDRESS)
    assert 0 == built.status, built.said
    return built


@pytest.mark.parametrize("old", ["meetings", "old/page.html"])
def test_it_leads_on_at_once_and_without_script(built, old):
    page = built.page(old)

    assert "0; url=/repo/events/" == page.find("meta", {"http-equiv": "refresh"})["content"]
    assert "Go to its new address: Events & more" == page.select_one('main a[href="/repo/events/"]').text
    assert [] == page("script")
    assert page.find("link", rel="icon")["href"].startswith("data:")  # else browsers ask for one


def test_it_says_what_has_happened_and_lets_people_leave(built):
    page = built.page("meetings")

    assert ("en", "Events & more | Small") == (page.html["lang"], page.title.text)
    assert "This page has moved" == page.h1.text
    assert "https://www.weather.gov/" == page.select_one("a.exit")["href"]
    assert "#site-main" == page.select_one("a.skip")["href"]


def test_search_engines_learn_the_new_address_and_list_no_old_one(built):
    page = built.page("meetings")

    assert f"{ADDRESS}/events/" == page.find("link", rel="canonical")["href"]
    assert "noindex" == page.find("meta", {"name": "robots"})["content"]
    sitemap = (built.output / "sitemap.xml").read_text("utf-8")
    assert (True, False, False) == tuple(f"{ADDRESS}/{url}" in sitemap for url in ("events/", "meetings/", "old/"))


def test_it_is_small_and_no_page_of_the_summary(built):
    assert (built.output / "meetings" / "index.html").stat().st_size < 4_500
    assert "output: 7 pages, " in built.said


def test_pages_of_a_site_on_which_nothing_moved_are_the_same_to_the_byte(coalition, built):
    before = (built.output / "membership" / "index.html").read_bytes()
    coalition.change("pages/events.md", "formerly: [/meetings/, /old/page.html]\n", "")

    assert before == (coalition.build("publishconf.py", ADDRESS).output / "membership" / "index.html").read_bytes()
