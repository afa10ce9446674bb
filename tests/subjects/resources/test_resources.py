"""Resources stand by kind, and visitors choose those that are for them without script."""

import pytest

from checking.calendar import reviews

PAGE = "---\ntitle: Resources\ndescription: What we recommend.\n---\n\n{}\n"
RESOURCES = """\
resources:
  - title: Cold food on the road
    link: https://www.mo.gov/road
    kind: Handbooks
    about: How warm each food may get.
    audience: [Drivers, Cooks]
    publisher: Cold Chain Circle
  - {title: A first day, link: "https://www.mo.gov/day", kind: First training, audience: Cooks}
  - {title: Cómo donar, link: "https://www.mo.gov/es", kind: Handbooks, language: es}
  - {title: Order form, file: order.txt, kind: Forms}
"""


@pytest.fixture
def page(coalition):
    """Return what builds a page with a directive and returns its list."""
    coalition.write("data/resources.yaml", RESOURCES)
    coalition.write("extra/order.txt", "Two boxes.\n")

    def built(directive: str):
        coalition.write("pages/more.md", PAGE.format(directive))
        return coalition.build().page("more").select_one(".resources")

    return built


def test_they_stand_by_kind_in_the_order_of_the_file(page):
    found = page("::: resources")

    assert ["Handbooks", "First training", "Forms"] == [one.get_text() for one in found.select("h2")]
    titles = [one.get_text() for one in found.select(".title a")]
    assert ["Cold food on the road", "Cómo donar", "A first day", "Order form"] == [
        one.split(" (")[0] for one in titles
    ]


def test_one_kind_is_named_by_its_words_with_hyphens(page):
    found = page("::: resources first-training")

    assert ["A first day"] == [one.get_text() for one in found.select("a")]
    assert not found.select("h2, input")


def test_one_in_another_language_says_so_to_eyes_and_ears(page):
    link = page("::: resources").select_one('[hreflang="es"]')

    assert ("es", "ltr") == (link["lang"], link["dir"])
    assert "Español" == link.find_parent("li").select_one("span[lang=es]").get_text()


def test_a_document_says_its_kind_and_size(page):
    assert (
        "(plain text, 1\xa0kB)" in page("::: resources").select_one('[href$="order.txt"]').find_parent("li").get_text()
    )


def test_each_entry_knows_for_whom_it_is_and_one_for_nobody_in_particular_is_for_all(page):
    found = page("::: resources")

    assert ["All", "Drivers", "Cooks"] == [one.get_text(strip=True) for one in found.select("label")]
    assert [["o1", "o2"], ["o1", "o2"], ["o2"], ["o1", "o2"]] == [one["class"] for one in found.select("li")]


def test_without_several_audiences_there_is_nothing_to_choose(coalition):
    coalition.write("data/resources.yaml", RESOURCES.replace("[Drivers, Cooks]", "Cooks"))
    coalition.write("extra/order.txt", "Two boxes.\n")
    coalition.write("pages/more.md", PAGE.format("::: resources"))

    assert not coalition.build().page("more").select("input, .o1")


@pytest.mark.parametrize(
    ("typed", "instead", "problem"),
    [
        (
            "file: order.txt",
            "about: Two boxes",
            '10:5: resource "Order form": expected "link" or "file", found neither.',
        ),
        (
            "file: order.txt",
            'file: order.txt, link: "https://www.mo.gov/form"',
            '10:31: resource "Order form": expected "link" or "file", found both.',
        ),
        (
            "file: order.txt",
            "file: odrer.txt",
            '10:31: resource "Order form", file: no file "extra/odrer.txt" in content. Did you mean "extra/order.txt"?',
        ),
        (
            "https://www.mo.gov/day",
            "https://www.mo.gov/road",
            '8:32: resource "A first day": this address is in line 3 already. Keep one.',
        ),
    ],
)
def test_one_that_leads_nowhere_or_twice_to_one_place_is_told(coalition, typed, instead, problem):
    coalition.write("data/resources.yaml", RESOURCES.replace(typed, instead))
    coalition.write("extra/order.txt", "Two boxes.\n")
    coalition.write("pages/more.md", PAGE.format("::: resources"))

    assert [f"content/data/resources.yaml:{problem}"] == coalition.problems()


def test_when_somebody_should_look_again_is_known(coalition):
    coalition.write(
        "data/resources.yaml",
        RESOURCES.replace("    publisher:", "    last_reviewed: 2026-11-01\n    review_every: 1 year\n    publisher:"),
    )
    coalition.write("extra/order.txt", "Two boxes.\n")

    assert ["Emergency", "Cold food on the road"] == [one.name for one in reviews(coalition.check())]
