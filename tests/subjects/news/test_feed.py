"""The feed of the news keeps the rules of RFC 4287, with whole texts and whole addresses, or is not there."""

import re
from datetime import datetime
from pathlib import Path
from shutil import copytree
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from building.body import with_whole_addresses
from conftest import ROOT, Coalition

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://small-coalition.org/site"
TEXT = """---
title: 'Bread & "butter" <today>'
description: What we & others gave.
date: 2026-11-20
---

See [the list](/membership/) & [below](#below), or write to [us](mailto:office@small-coalition.org).

## Below

Nine > eight.
"""
ONCE = {"id", "title", "updated"}  # of a feed and of an entry, each exactly once (4.1.1 and 4.1.2)
MAY_STAND = {
    "feed": ONCE | {"author", "link", "entry"},
    "entry": ONCE | {"published", "link", "summary", "content"},
}


def bread(coalition):
    """Put an article with links of every kind in place, and the address that it names."""
    coalition.write("data/site.yaml", coalition.read("data/site.yaml") + "\ncontact: office@small-coalition.org\n")
    coalition.write("pages/news/bread.md", TEXT)


@pytest.fixture
def feed(coalition):
    """Return the feed of a site with two articles, one of which has been corrected."""
    bread(coalition)
    more = "corrected: [{on: 2026-11-21, what: It was nine tons.}]\n"
    text = f"---\ntitle: Potatoes\ndescription: Nine tons of them.\ndate: 2026-10-02\n{more}---\n\n::: ways\n"
    coalition.write("pages/news/potatoes.md", text)
    built = coalition.build("publishconf.py", ADDRESS)
    assert 0 == built.status, built.said
    return ElementTree.parse(built.output / "news" / "feed.xml").getroot()


def child(element, name):
    return element.find(f"{ATOM}{name}").text


def test_a_feed_has_what_the_rules_ask_for_and_nothing_else(feed):
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        kind = element.tag.removeprefix(ATOM)
        names = [one.tag.removeprefix(ATOM) for one in element]

        assert set(names) <= MAY_STAND[kind]
        assert all(1 == names.count(name) for name in ONCE)
    assert child(feed.find(f"{ATOM}author"), "name")


def test_every_day_is_a_moment_with_its_zone(feed):
    moments = [one.text for one in feed.iter() if one.tag in (f"{ATOM}updated", f"{ATOM}published")]

    assert 5 == len(moments)
    assert all(datetime.fromisoformat(moment).tzinfo for moment in moments)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", moment) for moment in moments)


def test_an_entry_is_as_new_as_its_last_correction_and_the_feed_as_its_newest_entry(feed):
    bread, potatoes = feed.iter(f"{ATOM}entry")

    assert ["2026-11-20", "2026-11-20"] == [child(bread, name)[:10] for name in ("published", "updated")]
    assert ["2026-10-02", "2026-11-21"] == [child(potatoes, name)[:10] for name in ("published", "updated")]
    assert "2026-11-21" == child(feed, "updated")[:10]


def test_the_feed_and_every_entry_are_known_by_their_address(feed):
    assert f"{ADDRESS}/news/" == child(feed, "id")
    assert [f"{ADDRESS}/news/bread/", f"{ADDRESS}/news/potatoes/"] == [
        child(entry, "id") for entry in feed.iter(f"{ATOM}entry")
    ]
    assert [f"{ADDRESS}/news/feed.xml", f"{ADDRESS}/news/"] == [one.get("href") for one in feed.findall(f"{ATOM}link")]


def test_signs_of_markup_stay_signs(feed):
    bread = feed.find(f"{ATOM}entry")

    assert 'Bread & "butter" <today>' == child(bread, "title")
    assert "What we & others gave." == child(bread, "summary")
    assert "Nine &gt; eight." in child(bread, "content")


def test_the_whole_text_is_in_it_with_whole_addresses(feed):
    texts = [BeautifulSoup(child(entry, "content"), "html.parser") for entry in feed.iter(f"{ATOM}entry")]
    addresses = [link["href"] for text in texts for link in text.select("[href]")]

    assert [
        f"{ADDRESS}/membership/",
        f"{ADDRESS}/news/bread/#below",
        "mailto:office@small-coalition.org",
    ] == addresses[:3]
    assert all(address.startswith((f"{ADDRESS}/", "mailto:")) for address in addresses)
    assert "html" == feed.find(f"{ATOM}entry/{ATOM}content").get("type")
    assert not [tag for text in texts for tag in text.select("script, style, component")]


def test_pictures_have_whole_addresses_in_every_size():
    html = (
        '<picture><source srcset="/a-480.webp 480w, /a-960.webp 960w"><img src="/a.jpg" alt="&lt;src=&quot;"></picture>'
    )

    assert (
        '<picture><source srcset="https://here.org/a-480.webp 480w, https://here.org/a-960.webp 960w">'
        '<img src="https://here.org/a.jpg" alt="&lt;src=&quot;"></picture>'
    ) == with_whole_addresses(html, "https://here.org/news/bread/")


def test_only_the_home_page_and_news_name_the_feed(coalition):
    bread(coalition)
    built = coalition.build("publishconf.py", ADDRESS)

    def named(url):
        return [link["href"] for link in built.page(url).select('link[rel="alternate"]')]

    assert [["/site/news/feed.xml"]] * 4 == [named(url) for url in ("", "news/", "news/2026/", "news/bread/")]
    assert [[], []] == [named("membership/"), named("404.html")]


def test_without_an_address_of_the_site_there_is_no_feed_and_no_link_to_one(coalition):
    bread(coalition)
    built = coalition.build()

    assert not (built.output / "news" / "feed.xml").exists()
    assert "feed" not in str(built.page("news/"))


def test_the_feed_of_a_full_site_has_the_newest_twenty(tmp_path):
    content = Path(copytree(ROOT / "tests" / "coalitions" / "federation", tmp_path / "content"))
    built = Coalition(content).build("publishconf.py", "https://harrow-valley-food-federation.org")
    feed = ElementTree.parse(built.output / "news" / "feed.xml").getroot()
    days = [child(entry, "published") for entry in feed.iter(f"{ATOM}entry")]

    assert 20 == len(days)
    assert days == sorted(days, reverse=True)
