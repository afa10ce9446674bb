"""Old addresses lead to the pages that name them; those that are in use, or claimed twice, are told."""

import pytest

from sources.problems import ProblemsFound

PAGE = "---\ntitle: {0}\ndescription: All about {0}.\n{1}---\n\n{0} it is.\n"


def put(coalition, name, formerly="", more=""):
    line = f"formerly: {formerly}\n" if formerly else ""
    coalition.write(f"pages/{name}.md", PAGE.format(name, line + more))


def problems(coalition):
    with pytest.raises(ProblemsFound) as found:
        coalition.check()
    return [str(problem).removeprefix("content/pages/") for problem in found.value.problems]


@pytest.mark.parametrize(
    "formerly", ["[/meetings/, old/page.html]", "/meetings/, /old/page.html", "\n  - meetings.md\n  - old/page.html"]
)
def test_one_address_or_several_lead_to_the_page(coalition, formerly):
    put(coalition, "events", formerly)

    moved = {one.url: (one.page.url, one.save_as) for one in coalition.check().moved}

    assert {
        "meetings/": ("events/", "meetings/index.html"),
        "old/page.html": ("events/", "old/page.html"),
    } == moved


def test_the_same_address_in_two_forms_is_one(coalition):
    put(coalition, "events", "[meetings, /meetings/, meetings.md]")

    assert ["meetings/"] == [one.url for one in coalition.check().moved]


def test_a_page_that_moved_twice_is_reached_from_each_address_at_once(coalition):
    put(coalition, "gatherings", "[/meetings/, /events/]")

    assert {"meetings/": "gatherings/", "events/": "gatherings/"} == {
        one.url: one.page.url for one in coalition.check().moved
    }


def test_the_old_address_of_a_draft_leads_nowhere_in_public(coalition):
    put(coalition, "events", "/meetings/", "status: draft\n")

    assert () == coalition.check().moved
    assert ["meetings/"] == [one.url for one in coalition.check(production=False).moved]


@pytest.mark.parametrize(
    ("formerly", "message"),
    [
        ("/events/", '"/events/" is the address that this page has now. Take it out.'),
        (
            "/membership/friend/",
            '"/membership/friend/" is the address of content/pages/membership/friend.md. '
            "Delete that page, or take this address out.",
        ),
        ("/", '"/" is the address of content/pages/index.md. Delete that page, or take this address out.'),
        (
            "/Membership/",
            '"/Membership/" and "/membership/" (content/pages/membership/index.md) are one file on some systems. '
            "Take it out.",
        ),
        (
            "/membership/compare/partner-and-friend/",
            '"/membership/compare/partner-and-friend/" is a page that the site makes from '
            "content/data/membership.yaml. Take it out.",
        ),
        (
            "/flyer.pdf",
            '"/flyer.pdf" cannot lead on: content/extra/flyer.pdf has that address. '
            "Delete that file, or take this address out.",
        ),
        ("/robots.txt", '"/robots.txt" cannot lead on: the site makes a file there itself. Take it out.'),
        (
            "/membership/tiers.csv",
            '"/membership/tiers.csv" cannot lead on: the site makes a file there itself. Take it out.',
        ),
    ],
)
def test_an_address_that_is_in_use_is_refused(coalition, formerly, message):
    coalition.write("extra/flyer.pdf", b"%PDF-1.4 flyer")
    put(coalition, "events", formerly)

    assert f"events.md:4:11: formerly: {message}" in problems(coalition)


def test_two_pages_that_claim_one_address_are_told_where(coalition):
    put(coalition, "events", "/meetings/")
    put(coalition, "gatherings", "[/old/, meetings]")

    assert [
        'gatherings.md:4:19: formerly: "/meetings/" leads to content/pages/events.md already, see its line 4. Keep one.'
    ] == problems(coalition)


def test_two_addresses_that_are_one_file_on_some_systems_are_told(coalition):
    put(coalition, "events", "[/old.html, /Old.html, /old.html/more/]")

    assert [
        'events.md:4:23: formerly: "/Old.html" and "/old.html" (content/pages/events.md:4:12) '
        "are one file on some systems. Keep one.",
        'events.md:4:34: formerly: "/old.html/more/" and "/old.html" (content/pages/events.md:4:12) '
        "are one file on some systems. Keep one.",
    ] == problems(coalition)


def test_a_circle_is_told_at_both_ends(coalition):
    put(coalition, "events", "/meetings/")
    put(coalition, "meetings", "/events/")

    both = "a circle. Both pages are there, so neither address leads on. Take out both lines."
    assert [
        'events.md:4:11: formerly: "/meetings/" is the address of content/pages/meetings.md, '
        f'which says that it was "/events/": {both}',
        'meetings.md:4:11: formerly: "/events/" is the address of content/pages/events.md, '
        f'which says that it was "/meetings/": {both}',
    ] == problems(coalition)


def test_the_page_for_lost_addresses_has_none_of_its_own(coalition):
    coalition.change("pages/404.md", "---\ntitle", "---\nformerly: /meetings/\ntitle")

    assert [
        "404.md:2:11: formerly: this page is shown wherever an address leads nowhere, and needs no old address. "
        "Take the line out."
    ] == problems(coalition)


def test_links_and_menus_find_a_page_by_its_old_file_and_its_old_address(coalition):
    put(coalition, "events", "/meetings/")
    coalition.change("data/site.yaml", "navigation:\n", "navigation:\n  - page: meetings\n")
    coalition.change(
        "pages/membership/index.md",
        "::: tiers",
        "[By file]({filename}/pages/meetings.md), [by address](/meetings/).\n\n::: tiers",
    )

    built = coalition.build()

    assert 0 == built.status, built.said
    page = built.page("membership/index.html")
    assert ["/events/", "/events/"] == [link["href"] for link in page.select(".prose p > a")][:2]
    assert "/events/" in [link["href"] for link in page.select(".header nav a")]
