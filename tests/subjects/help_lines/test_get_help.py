"""Where "Get help" leads: to the page that shows the help lines in full, whatever it is called."""

from conftest import Coalition

HELP = "---\ntitle: Whom to call\ndescription: Whom to call.\n{more}---\n\n::: help-lines\n"


def links(coalition: Coalition, url: str = "", settings: str = "publishconf.py"):
    """Return what stands beside the exit link in the header of a page, by its words."""
    built = coalition.build(settings)
    assert 0 == built.status, built.said
    beside = built.page(url).select("header .exit:not(.skip) ~ a")
    return {link.get_text(): link["href"] for link in beside}, built


def test_it_leads_to_the_page_that_shows_the_lines_by_whatever_name(coalition):
    coalition.write("pages/in-need/numbers.md", HELP.format(more=""))
    coalition.write("pages/in-need/index.md", "---\ntitle: In need\ndescription: In need.\n---\n\nYes.\n")

    found, built = links(coalition)

    assert {"Get help": "/in-need/numbers/"} == found
    here = built.page("in-need/numbers").select_one("header [aria-current]")
    assert ("Get help", "page") == (here.get_text(), here["aria-current"])


def test_without_such_a_page_there_is_no_trace_of_it_and_the_foot_says_when_each_was_checked(coalition):
    found, built = links(coalition)

    assert {} == found
    assert "Checked on November 23, 2026" == built.page().select_one("#site-help .date").get_text().strip()


def test_to_a_draft_it_leads_in_the_preview_only(coalition):
    coalition.write("pages/help.md", HELP.format(more="status: draft\n"))

    assert {} == links(coalition)[0]
    assert {"Get help": "/help/"} == links(coalition, settings="pelicanconf.py")[0]


def test_the_page_that_shows_the_lines_does_not_repeat_them_at_its_foot(coalition):
    coalition.write("pages/help.md", HELP.format(more=""))
    built = links(coalition)[1]

    assert built.page("help").find(id="site-help") is None
    assert 1 == len(built.page("help").select("a[href='tel:911']"))
    assert built.page().select_one("#site-help a[href='tel:911']")


def test_the_foot_says_nothing_of_checks_until_one_is_overdue(coalition, monkeypatch):
    coalition.write("pages/help.md", HELP.format(more=""))
    assert [] == links(coalition)[1].page().select("#site-help .date")
    coalition.change("data/help-lines.yaml", "2026-11-23", "2026-05-01")

    (told,) = links(coalition)[1].page().select("#site-help .date")

    assert told.get_text(" ", strip=True).startswith("Last checked more than 6 months ago.")


def test_staying_safe_stands_in_the_menu_once(coalition):
    coalition.write("pages/safe.md", "---\ntitle: Safe\ndescription: Be safe.\n---\n\nBe safe.\n")
    coalition.change("data/site.yaml", "https://www.weather.gov/", "https://www.weather.gov/, page: safe")

    menu = links(coalition)[1].page().select("header nav a")

    assert ("Staying safe", "/safe/") == (menu[-1].get_text(), menu[-1]["href"])
    coalition.change("data/site.yaml", "navigation:", "navigation:\n  - {page: safe}")
    again = links(coalition)[1].page().select("header nav a[href='/safe/']")
    assert ["Safe"] == [link.get_text() for link in again]
