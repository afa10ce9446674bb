"""News: which articles are shown, in which lists, when they appear, are out of date or corrected."""

import json
from datetime import date

import pytest

from checking.calendar import next_change
from checking.to_do import to_do
from conftest import epoch
from sites import words

ARTICLE = "---\ntitle: {title}\ndescription: What {title} is about.\ndate: {day}\n{more}---\n\nThe text of {title}.\n"


def put(coalition, name, day, more="", title=""):
    title = title or name.replace("-", " ").capitalize()
    coalition.write(f"pages/news/{name}.md", ARTICLE.format(title=title, day=day, more=more))


@pytest.fixture
def newsroom(coalition):
    """Return a coalition with news of two years, one of which waits for its day and one of which is out of date."""
    put(coalition, "first-drive", "2025-03-01")
    put(coalition, "second-drive", "2026-10-01")
    put(coalition, "bridge-closed", "2026-11-02", "expires: 2026-11-22\n")
    put(coalition, "third-drive", "November 20, 2026")
    put(coalition, "to-come", "2026-12-01")
    return coalition


def opening(built, name):
    """Return the text with which an article opens."""
    return " ".join(built.page(f"news/{name}/").select_one(".opening").get_text().split())


def titles(page):
    return [words(title) for title in page.select(".dated .title")]


def test_a_site_without_news_has_no_list_no_feed_and_no_word_of_it(coalition):
    built = coalition.build("publishconf.py", "https://small-coalition.org")

    assert not (built.output / "news").exists()
    assert not built.page().select('link[type="application/atom+xml"]')


def test_the_list_shows_what_holds_the_newest_first(newsroom):
    page = newsroom.build("publishconf.py").page("news/")

    assert ["Third drive", "Second drive", "First drive"] == titles(page)
    assert ["2026-11-20", "2026-10-01", "2025-03-01"] == [day["datetime"] for day in page.select(".dated time")]
    assert ["../news/2026/", "../news/2025/"] == [f"..{link['href']}" for link in page.select('a[href*="/news/20"]')]


def test_the_list_of_a_year_keeps_what_is_out_of_date_and_says_so(newsroom):
    page = newsroom.build("publishconf.py").page("news/2026/")

    assert ["November 2026", "October 2026"] == [words(month) for month in page.select(".dated h2")]
    assert ["Third drive", "Bridge closed", "Second drive"] == titles(page)
    assert ["Bridge closed Out of date"] == [words(said.find_parent("div")) for said in page.select(".dated strong")]


def test_an_article_says_its_day_and_until_when_it_was_true(newsroom):
    said = opening(newsroom.build("publishconf.py"), "bridge-closed")

    assert "Published on November 2, 2026 This was true until November 22, 2026, and is out of date." in said


def test_an_article_still_holds_on_the_last_day_on_which_it_is_true(newsroom, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(date(2026, 11, 22)))

    built = newsroom.build("publishconf.py")

    assert "Bridge closed" in titles(built.page("news/"))
    assert "out of date" not in words(built.page("news/bridge-closed/"))


def test_corrections_stand_below_the_day_in_their_order(newsroom):
    put(
        newsroom,
        "third-drive",
        "2026-11-20",
        "corrected:\n  - {on: 2026-11-22, what: It was Friday.}\n  - {on: 2026-11-21, what: It was nine tons.}\n",
    )

    said = opening(newsroom.build("publishconf.py"), "third-drive")

    assert "Corrected on November 21, 2026: It was nine tons. Corrected on November 22, 2026: It was Friday." in said


def test_each_article_leads_to_the_ones_around_it_in_time(newsroom):
    built = newsroom.build("publishconf.py")

    def beside(name):
        return [words(one) for one in built.page(f"news/{name}/").select(".beside p")]

    assert ["Earlier Bridge closed"] == beside("third-drive")
    assert ["Earlier First drive", "Later Bridge closed"] == beside("second-drive")
    assert ["Later Second drive"] == beside("first-drive")


def test_an_article_waits_for_its_day(newsroom, monkeypatch):
    before = newsroom.build("publishconf.py")
    assert not (before.output / "news" / "to-come").exists()
    assert "To come" not in titles(before.page("news/"))

    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(date(2026, 12, 1)))
    on_its_day = newsroom.build("publishconf.py")

    assert "To come" == titles(on_its_day.page("news/"))[0]


def test_the_preview_shows_what_waits_and_says_so(newsroom):
    page = newsroom.build().page("news/to-come/")

    assert "Not public yet. This page appears on December 1, 2026." == words(page.select_one(".draft"))
    assert page.select('meta[name="robots"][content="noindex"]')


READ = "---\ntitle: About\ndescription: What we are.\n---\n\nRead [this](/news/to-come/).\n"
NOT_BEFORE = '"pages/news/to-come.md" is not on the public site before 2026-12-01. Add the link then, or take it out.'


def test_a_link_to_what_waits_is_told_with_the_day(newsroom):
    newsroom.write("pages/about.md", READ)

    assert [f"content/pages/about.md:6:13: {NOT_BEFORE}"] == newsroom.problems()
    newsroom.check(production=False)


@pytest.mark.parametrize(("day", "told"), [("2026-11-30", True), ("2026-12-01", False), ("2026-12-02", False)])
def test_what_waits_may_lead_to_what_is_public_on_its_day(newsroom, day, told):
    put(newsroom, "plan", day)
    newsroom.write("pages/news/plan.md", newsroom.read("pages/news/plan.md") + "\nRead [this](/news/to-come/).\n")

    assert [NOT_BEFORE] * told == [problem.partition(": ")[2] for problem in newsroom.problems()]


def test_what_would_be_refused_on_its_day_is_told_before(newsroom):
    newsroom.write("pages/news/to-come.md", newsroom.read("pages/news/to-come.md") + "\nCall 555-867-5309.\n")

    assert (
        'content/pages/news/to-come.md:9:6: the telephone number "555-867-5309" is neither in help-lines.yaml'
        in newsroom.build("publishconf.py").said
    )


def test_what_will_change_is_known_and_waiting_is_nothing_to_do(newsroom):
    sources = newsroom.check()

    assert 'Next change: "To come" appears. Build again on 2026-12-01.' == next_change(sources)
    assert not [entry for entry in to_do(sources) if "to-come" in str(entry)]


def test_the_day_after_the_last_on_which_it_is_true_is_a_day_of_change(newsroom):
    put(newsroom, "bridge-closed", "2026-11-02", "expires: 2026-11-25\n")

    assert 'Next change: "Bridge closed" is out of date. Build again on 2026-11-26.' == next_change(newsroom.check())


def test_a_page_shows_as_many_as_it_asks_for(newsroom):
    newsroom.write("pages/index.md", newsroom.read("pages/index.md") + "\n## News\n\n::: news 2\n")

    page = newsroom.build("publishconf.py").page()

    assert ["Third drive", "Second drive"] == titles(page)
    assert ["/news/"] == [link["href"] for link in page.select(".dated ~ p a, .dated + p a")][-1:]


def test_a_page_that_asks_for_news_publishes_while_all_of_it_waits(coalition):
    put(coalition, "to-come", "2026-12-01")
    coalition.write("pages/index.md", coalition.read("pages/index.md") + "\n## News\n\n::: news 2\n")

    built = coalition.build("publishconf.py")

    assert 0 == built.status
    assert "There is no news at the moment." in words(built.page())
    assert not (built.output / "news").exists()


def test_a_page_that_asks_for_news_where_there_is_none_is_told(coalition):
    coalition.write("pages/index.md", coalition.read("pages/index.md") + "\n::: news 2\n")
    line = coalition.line("pages/index.md", "::: news")

    assert [
        f"content/pages/index.md:{line}:1: ::: news 2: there is no news: no page in content/pages/news has a date. "
        "Add it, or take this line out."
    ] == coalition.problems()


@pytest.mark.parametrize("file", ["pages/news/index.md", "pages/news.md"])
def test_staff_may_write_the_list_with_words_of_their_own(newsroom, file):
    newsroom.write(
        file,
        "---\ntitle: What is new\ndescription: All that is new.\n---\n\nWe write every month.\n\n::: news\n",
    )

    page = newsroom.build("publishconf.py").page("news/")

    assert "What is new" == words(page.h1)
    assert "We write every month." in words(page.main)
    assert 3 == len(titles(page))


def test_a_year_with_many_articles_is_split(coalition):
    for number in range(60):
        put(coalition, f"drive-{number}", f"2026-0{number // 28 + 1}-{number % 28 + 1:02}")

    built = coalition.build("publishconf.py")

    assert 20 == len(titles(built.page("news/")))
    assert [50, 10] == [len(titles(built.page(url))) for url in ("news/2026/", "news/2026/2/")]
    assert "News of 2026, page 2" == words(built.page("news/2026/2/").h1)
    assert built.page("news/2026/").select('a[href="/news/2026/2/"]')
    assert built.page("news/2026/2/").select('a[href="/news/2026/"]')


def test_search_engines_are_told_what_an_article_is(newsroom):
    put(newsroom, "third-drive", "2026-11-20", "corrected: [{on: 2026-11-21, what: It was nine tons.}]\n")

    page = newsroom.build("publishconf.py").page("news/third-drive/")
    told = json.loads(page.select_one('script[type="application/ld+json"]').string)["mainEntity"]

    assert "NewsArticle" == told["@type"]
    assert ("Third drive", "2026-11-20", "2026-11-21") == (
        told["headline"],
        told["datePublished"],
        told["dateModified"],
    )
