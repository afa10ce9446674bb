"""The live preview in a real browser: what is edited shows in the open tab, and nothing else moves."""

import pytest

from .live_tab import stayed

pytestmark = pytest.mark.browser


def test_an_edit_appears_where_one_reads_and_nothing_else_moves(live):
    tab = live.open("/long/")
    tab.evaluate("scrollTo(0, 900)")
    tab.evaluate("document.querySelector('footer a, main a, a').focus({ preventScroll: true })")
    focused = tab.evaluate("document.activeElement.outerHTML")
    live.edit("pages/long.md", "Paragraph 70 of many.", "Paragraph 70 is new.")

    live.shows("Paragraph 70 is new.")
    assert stayed(tab)
    assert 900 == tab.evaluate("scrollY")
    assert focused == tab.evaluate("document.activeElement.outerHTML")


def test_an_open_menu_stays_open_and_has_what_is_new(live):
    live.tab.set_viewport_size({"width": 320, "height": 800})
    tab = live.open("/long/")
    tab.locator("header details summary").first.click()
    live.edit("pages/membership/index.md", "title: ", "nav_title: Joining us\ntitle: ")

    live.shows("Joining us")
    assert tab.evaluate("document.querySelector('header details').open")
    assert stayed(tab)


def test_an_old_address_leads_on_and_back_again_to_where_one_came_from(live):
    live.edit("pages/long.md", "title: ", "formerly: /meetings/\ntitle: ")
    tab = live.open("/membership/friend/")

    tab.goto(f"{live.address}/meetings/", wait_until="commit")
    tab.wait_for_url("**/long/")
    tab.go_back()
    assert f"{live.address}/membership/friend/" == tab.url


def test_a_tier_that_changed_shows_in_its_table(live):
    tab = live.open("/membership/friend/")
    live.edit("data/membership.yaml", "kind: People", "kind: Neighbors")

    live.shows("Neighbors")
    assert stayed(tab)


def test_a_title_of_the_site_shows_in_the_tab_too(live):
    tab = live.open("/long/")
    live.edit("data/site.yaml", "short_name: Small", "short_name: Tiny")

    live.until("document.title.includes('Tiny')")
    live.shows("Tiny")
    assert stayed(tab)


def test_a_template_and_a_style_sheet_that_changed_show(live):
    tab = live.open("/long/")
    live.edit("theme/templates/partials/footer.html", "</footer>", "<p>A new last line</p></footer>")
    live.shows("A new last line")

    for size in ("33px", "22px"):
        live.edit(
            "theme/static/css/elements.css", "anywhere }", f"anywhere; text-indent: {size}; overflow-wrap: anywhere }}"
        )
        live.until(f"getComputedStyle(document.body).textIndent === '{size}'")
    assert stayed(tab)


def test_a_page_that_is_new_shows_in_the_tab_that_waited_for_it(live):
    tab = live.tab
    tab.goto(f"{live.address}/new/")
    assert "Page not found" == tab.inner_text("h1")
    live.messages.clear()  # the browser's word for a page that is not there
    live.coalition.write("pages/new.md", "---\ntitle: New\ndescription: A new page.\n---\n\nHere it is.\n")
    live.preview.refresh({live.coalition.content / "pages/new.md"})

    live.shows("Here it is.")


def test_the_exit_link_still_works_after_an_edit(live):
    tab = live.open("/long/")
    asked = []
    tab.context.route("https://www.weather.gov/**", lambda route: (asked.append(1), route.fulfill(body="Weather")))
    live.edit("pages/long.md", "Paragraph 1 of many.", "Paragraph 1 is new.")
    live.shows("Paragraph 1 is new.")
    tab.locator(".exit:visible").last.click()
    tab.wait_for_url("https://www.weather.gov/**")

    assert asked
