"""The guide is a page of the preview, in which staff find what they look for in their own words."""

import re

import pytest
from bs4 import BeautifulSoup

from conftest import ROOT
from preview.guide import address_of, addresses, guide_of, read_guide
from preview.guide_search import search, stem
from sources.problems import Place, Problem, Section

GUIDE = read_guide(ROOT / "GUIDE.md")
SMALL = guide_of("""# How to keep this site

All is in `content/`.

## Pictures

1. Put it into `images/`, then list it:

       images:
         - {file: map.png, people: no}

See "Adding a tier" and "Nowhere".

    See "Adding a tier"

## Adding a tier

To **remove** a tier, delete its entry.

| Field | What it does |
| --- | --- |
| `last_reviewed` | The day of the last look at a tier |

## Menus

A menu names pages.
""")


def titles(asked: str) -> list[str]:
    """Return the titles of the sections that are found, best first."""
    return [one.section.title for one in search(SMALL, asked).found]


def test_each_section_has_its_title_and_an_address():
    assert ["Pictures", "Adding a tier", "Menus"] == [one.title for one in SMALL.sections]
    assert "/-/guide#adding-a-tier" == address_of("Adding a tier")
    assert "How to keep this site" == SMALL.title


def test_problems_name_the_sections_that_help_each_once():
    problems = [Problem(Place("a"), "one", Section.SITE), Problem(Place("b"), "two", Section.SITE)]

    assert {"Site settings": "/-/guide#site-settings"} == addresses(problems)


def test_the_title_of_a_section_leads_there_but_not_in_an_example():
    html = SMALL.sections[0].html

    assert '<a href="#adding-a-tier">"Adding a tier"</a> and "Nowhere"' in html
    assert 1 == html.count("<a ")


def test_an_example_within_a_list_stays_as_it_is_typed():
    assert "images:\n  - {file: map.png, people: no}" in BeautifulSoup(SMALL.sections[0].html, "html.parser").pre.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("menu", ["Menus"]),
        ("MENUS", ["Menus"]),
        ("the menu", ["Menus"]),
        ("navigation", ["Menus"]),
        ("photo", ["Pictures"]),
        ("remove a tier", ["Adding a tier"]),
        ("deleting tiers", ["Adding a tier"]),
        ("last reviewed", ["Adding a tier"]),
        ("remve a teir", ["Adding a tier"]),
        ("tier", ["Adding a tier", "Pictures"]),
        ("zebra", []),
        ("", []),
    ],
)
def test_words_are_found_in_any_form_best_section_first(asked, found):
    assert found == titles(asked)


def test_where_no_section_holds_all_words_those_are_shown_that_hold_the_most():
    found = search(SMALL, "remove a zebra")

    assert (["Adding a tier"], False) == ([one.section.title for one in found.found], found.whole)


def test_a_word_that_nobody_has_written_is_taken_for_the_nearest_and_that_is_told():
    assert (("removve", "remove"),) == search(SMALL, "removve").taken_for
    assert () == search(SMALL, "remove").taken_for


def test_the_words_are_marked_in_the_lines_that_hold_the_most_of_them():
    lines = search(SMALL, "remove a tier").found[0].lines

    assert ["To [remove] a [tier], [delete] its entry."] == [
        "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in line) for line in lines
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tier", "tiers"),
        ("category", "categories"),
        ("address", "addresses"),
        ("change", "changing"),
        ("close", "closed"),
        ("put", "putting"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


def test_news_are_not_what_is_new():
    assert stem("news") != stem("new")


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("logo", "Site settings"),
        ("menu", "Site settings"),
        ("colour", "Site settings"),
        ("remove a tier", "Adding a tier"),
        ("add a photo", "Pictures"),
        ("hotline", "Help lines"),
        ("calender", "Events"),
        ("close applications", "Opening and closing applications"),
        ("board members", "People and members"),
        ("excel", "Editing in a spreadsheet"),
        ("redirect an old address", "Front matter"),
        ("typo", "Changing a sentence"),
        ("message", "When something is wrong"),
        ("google form", "The application form"),
    ],
)
def test_what_staff_look_for_most_is_found_first_in_the_guide_itself(asked, title):
    assert title == search(GUIDE, asked).found[0].section.title


def test_the_page_shows_every_section_of_the_guide_and_leads_to_each(get):
    status, headers, html = get("/-/guide")
    soup = BeautifulSoup(html, "html.parser")

    assert (200, "text/html; charset=utf-8") == (status, headers["Content-Type"])
    assert [one.id for one in GUIDE.sections] == [heading["id"] for heading in soup.select("h2")]
    assert [f"/-/guide#{one.id}" for one in GUIDE.sections] == [link["href"] for link in soup.select("nav a")]
    assert {link["href"][1:] for link in soup.select("main a")} <= {heading["id"] for heading in soup.select("h2")}
    assert "<script" not in html


def test_a_search_needs_no_script_and_says_how_much_it_found(get):
    soup = BeautifulSoup(get("/-/guide?q=Logo+%3Cb%3E")[2], "html.parser")
    found = BeautifulSoup(get("/-/guide?q=logo")[2], "html.parser")

    assert "logo <b>" == soup.select_one("#q")["value"].casefold()
    assert "Site settings" == found.select_one("main h2").text
    assert {"logo"} == {mark.text.casefold() for mark in found.select("mark")}
    assert re.search("[0-9]+ sections?", found.main.p.text)


def test_a_search_for_what_is_nowhere_says_so(get):
    assert "Nothing. Look through the sections, or try another word." in get("/-/guide?q=zzzqqq")[2]


def test_an_empty_search_shows_the_whole_guide(get):
    assert get("/-/guide")[2] == get("/-/guide?q=+")[2]
