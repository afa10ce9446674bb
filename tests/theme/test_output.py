"""What may not be in any page: things from elsewhere, styles and scripts in attributes, marks of the generator."""

import re

import brotli

from sites import HARBOR, PUBLIC_CATE, Location, words


def test_nothing_is_loaded_but_the_logo_of_the_site_itself(each_page):
    embedded = each_page.all("img", "script", "iframe", "source", "video", "audio", "embed", "object", "track")
    links = each_page.soup.select("link:not([rel=canonical], [rel=alternate])")  # which no browser asks for
    loaded = [link for link in links if not link["href"].startswith("data:")]
    style = "".join(sheet.get_text() for sheet in each_page.all("style"))

    asked = [element for element in embedded if element.get("src") or element.get("srcset") or element.get("data")]
    own = "/images/" if each_page.site.sources.site.logo else "data:"  # what the logo and the icon begin with
    assert [] == [str(one) for one in asked if not (one["src"].startswith(own) and "logo" in one["class"])]
    assert [] == [str(link) for link in loaded if not (link["href"].startswith(own) and link["rel"] == ["icon"])]
    assert [] == re.findall(r"@import|url\((?!['\"]?data:)[^)]*\)", style)


def test_style_and_script_stand_in_no_attribute(each_page):
    attributes = {name for element in each_page.soup.find_all(True) for name in element.attrs}

    assert set() == {name for name in attributes if name == "style" or name.startswith("on")}


def test_no_mark_of_the_generator_is_left(each_page):
    seen = " ".join(
        text for text in each_page.soup.body.find_all(string=True) if not text.find_parent(["code", "style"])
    )
    links = [link["href"] for link in each_page.soup.find_all(href=True)]

    assert [] == [mark for mark in (":::", "{filename}", "{static}", "{attach}", "|filename|") if mark in seen]
    assert [] == each_page.all("component")
    assert [] == [link for link in links if "{" in link or re.search(r"\.md(#|$)", link)]


def test_a_directive_in_code_stays_the_text_it_is(read):
    code = [words(block) for block in read(Location(HARBOR, "handbook/")).soup.main.find_all("code")]

    assert [
        "::: tiers ::: apply shore-friend",
        "::: tiers kitchens ~~~ ::: standards crew",
        "::: tiers",
    ] == code


def test_pages_stay_as_light_as_they_are(output):
    weights = sorted(len(brotli.compress(path.read_bytes())) for path in output(PUBLIC_CATE).rglob("*.html"))

    assert weights[len(weights) // 2] <= 4700
    assert weights[-1] <= 7200
