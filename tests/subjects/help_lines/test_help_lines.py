"""Help lines: all that is known of them, and when to look at them again."""

from datetime import date

import pytest

from conftest import epoch
from subjects.help_lines.records import HelpLine

LINE = {"id": "x", "name": "A line", "number": "1-888-373-7888", "source": "https://www.mo.gov/"}
DATA = "data/help-lines.yaml"
REVIEWED = "last_reviewed: 2026-11-23"


@pytest.mark.parametrize(
    ("reviewed", "every", "due"),
    [("2026-01-31", "1 month", date(2026, 2, 28)), ("2026-11-23", "6 months", date(2027, 5, 23)),
     ("2024-02-29", "1 year", date(2025, 2, 28)), ("2026-12-01", "1 month", date(2027, 1, 1)),
     ("9999-06-30", "1 year", date.max)],
)  # fmt: skip
def test_a_line_is_due_after_as_many_months(reviewed, every, due):
    assert due == HelpLine(**LINE, last_reviewed=reviewed, review_every=every).due


@pytest.fixture
def on_the_page(coalition, monkeypatch):
    """Return what the page of all lines says on a day of the day of the last look, and what the foot of it says."""
    coalition.write("pages/help.md", "---\ntitle: Help\ndescription: Whom to call.\n---\n\n::: help-lines\n")

    def said(day: date) -> tuple[str, str]:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(day))
        built = coalition.build("publishconf.py")
        assert 0 == built.status, built.said
        page = built.page("help")
        return page.select(".help-lines dd")[1].get_text(), page.select_one("#site-help .date").get_text()

    return said


CHANGED = "If something has changed, the source says so."


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2027, 5, 24), "more than 6 months ago"),
        (date(2027, 11, 23), "more than 11 months ago"),  # a year ago to the day, and not more
        (date(2027, 11, 24), "more than a year ago"),
        (date(2028, 11, 23), "more than a year ago"),
        (date(2028, 11, 24), "more than 2 years ago"),
        (date(2099, 1, 1), "more than 72 years ago"),
    ],
)
def test_a_line_that_nobody_looked_at_in_time_is_shown_with_its_age_and_its_day(on_the_page, day, age):
    assert on_the_page(day) == (f"November 23, 2026, {age}. {CHANGED}", f"Last checked {age}: November 23, 2026")


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2027, 5, 23)])
def test_until_the_day_on_which_it_is_due_no_age_is_said(on_the_page, day):
    assert on_the_page(day) == ("November 23, 2026", "Checked on November 23, 2026")


def test_the_age_of_what_is_looked_at_each_month_is_said_in_months(coalition, on_the_page):
    coalition.change(DATA, REVIEWED, f"{REVIEWED}\n    review_every: 1 month")

    assert "Last checked more than a month ago: November 23, 2026" == on_the_page(date(2026, 12, 24))[1]


def test_the_page_of_all_lines_says_what_is_known_and_nothing_else(coalition):
    front = "---\ntitle: Help\ndescription: Whom to call.\n---\n\n::: help-lines\n"
    coalition.write("pages/help.md", front)
    section = coalition.build().page("help").select_one(".help-lines section")

    assert ["Source", "Checked on"] == [label.get_text() for label in section.find_all("dt")]
    assert '<time datetime="2026-11-23">November 23, 2026</time>' == str(section.find_all("dd")[1].time)
    assert section.find("a", href=lambda href: href.startswith("tel:"))
