"""What every page has around its own words: rules P1, P2 and P5."""

from itertools import pairwise

import pytest

from sites import ALL_SITES, CATE, HARBOR, Location, words
from subjects.help_lines.records import HELP_LINES

BOTH = pytest.mark.parametrize("site", [CATE, HARBOR], ids=lambda site: site.name)
FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]"


@pytest.mark.parametrize("site", ALL_SITES, ids=lambda site: site.name)
def test_the_output_has_the_pages_of_the_content_and_no_other(site, output):
    folder = output(site)
    found = {str(path.relative_to(folder)).removesuffix("index.html") for path in folder.rglob("*.html")}

    assert set(site.urls) == found


def test_the_page_names_its_language(each_page):
    assert each_page.sources.site.language == each_page.soup.html["lang"]


def test_there_is_one_h1_with_words_in_it(each_page):
    assert [True] == [bool(words(heading)) for heading in each_page.all("h1")]


def test_heading_levels_are_never_skipped(each_page):
    levels = [int(heading.name[1]) for heading in each_page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    skipped = [(above, below) for above, below in pairwise(levels) if below > above + 1]

    assert 1 == levels[0]
    assert [] == skipped


def test_no_heading_is_empty(each_page):
    assert [] == [str(heading) for heading in each_page.all("h2", "h3", "h4", "h5", "h6") if not words(heading)]


@pytest.mark.parametrize("landmark", ["header", "main", "footer"])
def test_each_landmark_stands_once_at_the_top_level(each_page, landmark):
    assert ["body"] == [found.parent.name for found in each_page.all(landmark)]


def test_each_navigation_has_a_name_of_its_own(each_page):
    names = [navigation.get("aria-label", "").strip() for navigation in each_page.all("nav")]

    assert all(names)
    assert len(names) == len(set(names))


def test_the_skip_link_comes_first_and_its_target_is_the_main_part(each_page):
    first = each_page.soup.select(FOCUSABLE)[0]

    assert each_page.sources.words["skip_link"] == words(first)
    assert "main" == each_page.soup.find(id=first["href"].removeprefix("#")).name


def test_the_exit_link_comes_second_and_says_nothing_of_where_one_was(each_page):
    if each_page.sources.site.exit_link is None:
        assert [] == each_page.soup.select(".exit")
        return
    second = each_page.soup.select(FOCUSABLE)[1]

    assert each_page.sources.words["exit_link"] == words(second)
    assert each_page.sources.site.exit_link.url == second["href"]
    assert "noreferrer" in second["rel"]


def test_no_id_stands_twice(each_page):
    ids = [element["id"] for element in each_page.soup.find_all(id=True)]

    assert [] == sorted({name for name in ids if ids.count(name) > 1})


@pytest.mark.parametrize("attribute", ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"])
def test_every_id_that_is_referred_to_exists(each_page, attribute):
    found = each_page.soup.find_all(attrs={attribute: True})
    wanted = {name for element in found for name in element.get_attribute_list(attribute) for name in name.split()}

    assert set() == {name for name in wanted if not each_page.soup.find(id=name)}


def test_the_page_has_a_title_and_a_description(each_page):
    described = each_page.soup.find("meta", attrs={"name": "description"})

    assert words(each_page.soup.title)
    assert described["content"].strip()


@BOTH
def test_no_two_pages_share_a_title_or_a_description(site, read):
    soups = [read(Location(site, url)).soup for url in site.urls]
    titles = [words(soup.title) for soup in soups]
    descriptions = [soup.find("meta", attrs={"name": "description"})["content"] for soup in soups]

    assert len(titles) == len(set(titles))
    assert len(descriptions) == len(set(descriptions))


def part(url: str, root: str) -> str:
    """Return the first part of an address below the folder of its language."""
    return url.removeprefix(root).split("/")[0]


def test_the_menu_says_which_of_its_links_leads_to_the_page_or_to_its_section(each_page):
    menu = each_page.soup.find("nav", attrs={"aria-label": each_page.sources.words["main_navigation"]})
    if not each_page.sources.site.navigation:
        assert menu is None
        return
    said = {link["href"].strip("/"): link.get("aria-current") for link in menu.select("a")}
    root = each_page.sources.root
    here, section = each_page.url.strip("/"), part(each_page.url, root)

    assert said == {url: "page" if url == here else "true" if part(url, root) == section else None for url in said}


def test_a_page_below_another_has_a_breadcrumb_that_ends_with_the_page_itself(each_page):
    trail = each_page.soup.find("nav", attrs={"aria-label": each_page.sources.words["breadcrumb"]})
    pages = {page.url for page in each_page.sources.pages}
    root = each_page.sources.root
    if not any(each_page.url.startswith(url) for url in pages - {root, each_page.url}):
        assert trail is None
        return
    steps = trail.select("ol > li")

    assert [True] * (len(steps) - 1) + [False] == [bool(step.find("a", href=True)) for step in steps]
    assert steps[-1].find(attrs={"aria-current": "page"})
    assert 1 == len(trail.find_all(attrs={"aria-current": True}))
    assert f"/{root}" == steps[0].a["href"]


def test_the_help_lines_are_on_every_page_with_the_emergency_number_first(each_page):
    in_full = each_page.soup.select(".call [href^='tel:']")
    numbers = [link["href"] for link in in_full or each_page.soup.select("footer a[href^='tel:']")]
    sources = each_page.sources
    lines = sources.of(HELP_LINES).in_order(sources.language) if sources.has(HELP_LINES) else ()

    assert [f"tel:{line.tel}" for line in lines] == numbers


def test_the_links_of_a_group_stand_below_the_first(each_page):
    lists = each_page.soup.select("footer nav > ul > li:has(ul)")

    assert lists or each_page.site.name in ("association", "welcome")  # whose pages all stand alone
    for group in lists:
        within = [link["href"] for link in group.select("ul a")]
        assert within
        assert all(address.startswith(group.a["href"]) for address in within)
