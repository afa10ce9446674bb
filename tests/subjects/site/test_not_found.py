"""The page for addresses that lead nowhere: staff's own, or else a plain one in the words of the theme."""

from checking.calendar import never_reviewed

FILE = "pages/404.md"


def test_where_staff_wrote_none_the_theme_has_one(coalition):
    (coalition.content / FILE).unlink()
    built = coalition.build("publishconf.py")
    page = built.page("404.html")

    assert 0 == built.status, built.said
    assert "Page not found" == page.h1.get_text()
    assert [("/", "Go to the home page")] == [(link["href"], link.get_text()) for link in page.select(".prose a")]
    assert "noindex" == page.find("meta", attrs={"name": "robots"})["content"]


def test_the_page_that_staff_wrote_stands(coalition):
    coalition.change(FILE, "title: Page not found", "title: Gone fishing")

    assert "Gone fishing" == coalition.build().page("404.html").h1.get_text()
    assert [] == [page.path for page in coalition.check().made if page.path == "404"]


def test_a_page_that_cannot_be_read_is_told_and_not_replaced(coalition):
    coalition.change(FILE, "title:", "titel:")

    assert coalition.problems() == [f'content/{FILE}:2:1: unknown field "titel". Did you mean "title"?']


def test_pages_may_lead_to_it(coalition):
    (coalition.content / FILE).unlink()
    coalition.change("pages/index.md", "::: ways", "[Nowhere](404.md)")

    assert coalition.problems() == []
    assert "/404.html" in [link["href"] for link in coalition.build().page().select("main a")]


def test_it_is_nothing_that_anybody_has_to_review_or_to_do(coalition):
    (coalition.content / FILE).unlink()
    sources = coalition.check()

    assert ["404"] == [page.path for page in sources.made if page.path == "404"]
    assert "404" not in [page.path for page in never_reviewed(sources)]
