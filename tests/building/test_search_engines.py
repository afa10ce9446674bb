"""What search engines and link previews are told, in the real thing."""

import json
import re

import pytest

from conftest import CATE_CONTENT

ADDRESS = "https://small.org/repo"
DRAFT = "---\ntitle: A plan\ndescription: Not yet.\nstatus: draft\n---\n"


@pytest.fixture
def given(coalition):
    """Return the coalition with a picture, a draft, and a page that somebody reviewed."""
    coalition.write("images/the share.png", (CATE_CONTENT / "images" / "share.png").read_bytes())
    coalition.change("data/site.yaml", "place:", "share_image: {file: images/the share.png, words: A & B}\nplace:")
    coalition.change("pages/membership/friend.md", "tier: friend", "tier: friend\nlast_reviewed: 2026-11-20")
    coalition.write("pages/plan.md", DRAFT)
    return coalition


def build(coalition, settings: str = "publishconf.py", address: str = ADDRESS):
    built = coalition.build(settings, address)
    assert 0 == built.status, built.said
    return built


def metas(soup) -> dict[str, str]:
    named = soup.head.select("meta[name], meta[property]")
    return {meta.get("property") or meta["name"]: meta["content"] for meta in named}


def data(soup) -> dict:
    return json.loads(soup.find("script", type="application/ld+json").get_text())


def test_a_link_preview_has_the_words_of_the_page_and_the_picture_of_the_site(given):
    friend = metas(build(given).page("membership/friend"))

    assert {
        "og:url": f"{ADDRESS}/membership/friend/",
        "og:type": "website",
        "og:site_name": "Small Coalition",
        "og:title": "Friend",
        "og:description": "The tier Friend.",
        "og:image:alt": "A & B",
        "og:image:width": "1200",
        "og:image:height": "630",
        "twitter:card": "summary_large_image",
    } == {name: text for name, text in friend.items() if name.startswith(("og:", "twitter:")) and name != "og:image"}
    assert re.fullmatch(rf"{ADDRESS}/images/-/the-share-[0-9a-f]{{10}}-card\.jpg", friend["og:image"])


def test_without_an_address_nothing_needs_one(given):
    friend = build(given, address="").page("membership/friend")

    assert {"og:type", "og:site_name", "og:title", "og:description"} == {
        name for name in metas(friend) if name.startswith(("og:", "twitter:"))
    }
    assert friend.find("link", rel="canonical") is None
    assert "https://schema.org" == data(friend)["@context"]
    assert {"@context", "@type", "lastReviewed", "mainEntity"} == data(friend).keys()


def test_a_coalition_without_a_picture_has_a_preview_of_words(coalition):
    named = metas(build(coalition).page())

    assert "Small Coalition" == named["og:site_name"]
    assert not {"og:image", "og:image:alt", "twitter:card"} & named.keys()


@pytest.mark.parametrize(("page", "settings"), [("404.html", "publishconf.py"), ("plan", "pelicanconf.py")])
def test_the_404_page_and_drafts_are_not_listed_and_tell_machines_nothing(given, page, settings):
    soup = build(given, settings).page(page)

    assert "noindex" == metas(soup)["robots"]
    assert [] == [name for name in metas(soup) if name.startswith(("og:", "twitter:"))]
    assert soup.find("link", rel="canonical") is None
    assert soup.find("script", type="application/ld+json") is None


def test_all_other_pages_may_be_listed(given):
    assert [False, False] == ["robots" in metas(build(given).page(page)) for page in ("", "membership")]


def test_the_home_page_says_who_the_coalition_is_in_the_words_it_shows(given):
    home = build(given).page()

    assert {
        "@type": "Organization",
        "name": "Small Coalition",
        "alternateName": "Small",
        "description": "A small mission",
        "location": "Anytown",
        "url": f"{ADDRESS}/",
    } == data(home)["about"]
    assert "url" not in data(build(given, address="").page())["about"]


def test_a_page_right_below_home_does_not_say_what_its_address_says(given):
    assert "breadcrumb" not in data(build(given).page("membership"))


def test_a_page_below_another_says_what_its_breadcrumb_shows(given):
    page = build(given).page("membership/friend")

    assert "BreadcrumbList" == data(page)["breadcrumb"]["@type"]
    assert [
        {"@type": "ListItem", "position": 1, "name": "Small Coalition", "item": f"{ADDRESS}/"},
        {"@type": "ListItem", "position": 2, "name": "Membership", "item": f"{ADDRESS}/membership/"},
        {"@type": "ListItem", "position": 3, "name": "Friend"},
    ] == data(page)["breadcrumb"]["itemListElement"]
    assert [step["name"] for step in data(page)["breadcrumb"]["itemListElement"]] == [
        step.get_text() for step in page.select("nav.breadcrumb li")
    ]


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!--", 'Ben & Bo\'s "Tier"', "שלום"])
def test_no_title_breaks_out_of_the_structured_data_or_of_the_preview(given, title):
    given.change("pages/membership/friend.md", "title: Friend", f"title: '{title.replace(chr(39), chr(39) * 2)}'")
    friend = build(given).page("membership/friend")

    assert title == metas(friend)["og:title"]
    assert title == data(friend)["breadcrumb"]["itemListElement"][-1]["name"]
    assert 1 == len(friend.find_all("script", type="application/ld+json"))


def test_the_sitemap_names_the_public_pages_and_the_days_they_give(given):
    assert (
        (build(given).output / "sitemap.xml").read_text("utf-8")
        == f"""\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{ADDRESS}/</loc></url>
<url><loc>{ADDRESS}/membership/friend/</loc><lastmod>2026-11-20</lastmod></url>
<url><loc>{ADDRESS}/membership/</loc></url>
<url><loc>{ADDRESS}/membership/partner/</loc></url>
<url><loc>{ADDRESS}/membership/compare/partner-and-friend/</loc></url>
</urlset>"""
    )


def test_there_is_no_sitemap_without_an_address(given):
    built = build(given, address="")

    assert not (built.output / "sitemap.xml").exists()
    assert "User-agent: *\nAllow: /\n" == (built.output / "robots.txt").read_text("utf-8")


def test_robots_txt_names_the_sitemap(given):
    expected = f"User-agent: *\nAllow: /\n\nSitemap: {ADDRESS}/sitemap.xml"

    assert expected == (build(given).output / "robots.txt").read_text("utf-8").rstrip()


def test_a_preview_asks_all_search_engines_to_stay_away(given):
    built = build(given, "pelicanconf.py")

    assert "User-agent: *\nDisallow: /\n" == (built.output / "robots.txt").read_text("utf-8")
    assert not (built.output / "sitemap.xml").exists()


def test_a_tier_says_that_it_is_one_and_the_overview_which_tiers_there_are(given):
    given.write("pages/membership/index.md", given.read("pages/membership/index.md") + "\n::: tiers\n")
    partner = "pages/membership/partner.md"
    given.write(partner, given.read(partner) + "\n::: requirements partner\n")
    built = build(given)

    assert {
        "@type": "MemberProgramTier",
        "name": "Partner",
    } == data(built.page("membership/partner"))["mainEntity"]
    program = data(built.page("membership"))["mainEntity"]
    assert "MemberProgram" == program["@type"]
    assert ["Partner", "Friend"] == [tier["name"] for tier in program["hasTiers"]]
