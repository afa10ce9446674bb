"""Help lines: all that is known of them, and when to look at them again."""

from datetime import date

import pytest

from conftest import epoch
from subjects.help_lines.records import HelpLine

LINE = {"id": "x", "name": "A line", "number": "1-888-373-7888", "source": "https://www.mo.gov/"}
DATA = "data/help-lines.yaml"
REVIEWED = "last_reviewed: 2026-11-23"
HELP = "---\ntitle: Help\ndescription: Whom to call.\n---\n\n::: help-lines\n"
SECOND = """

  - id: second
    name: Second
    number: "1-888-373-7888"
    text: "233733"
    chat: https://www.mo.gov/chat
    relay: 711
    video: https://www.mo.gov/video
    hours: Day and night
    languages: English
    area: Missouri
    confidentiality: They tell nobody.
    source: https://www.mo.gov/second
    last_reviewed: 2026-11-01
    checked: called"""
THIRD = """

  - {id: third, name: Third, number: "211", source: "https://www.mo.gov/third", last_reviewed: 2026-11-23}"""


def words(element):
    return " ".join(element.get_text().split())


def build_page(coalition):
    built = coalition.build("publishconf.py")
    assert 0 == built.status, built.said
    return built.page("help")


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
    """Return what the page of all lines says, on some day, of the day of the last look."""
    coalition.write("pages/help.md", HELP)

    def said(day: date) -> str:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(day))
        built = coalition.build("publishconf.py")
        assert 0 == built.status, built.said
        return words(built.page("help").select_one(".help-lines .reviewed"))

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
    assert f"Last checked {age}. {CHANGED} Checked on November 23, 2026: www.911.gov" == on_the_page(day)


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2027, 5, 23)])
def test_until_the_day_on_which_it_is_due_no_age_is_said(on_the_page, day):
    assert "Checked on November 23, 2026: www.911.gov" == on_the_page(day)


def test_the_age_of_what_is_looked_at_each_month_is_said_in_months(coalition, on_the_page):
    coalition.change(DATA, REVIEWED, f"{REVIEWED}\n    review_every: 1 month")

    assert on_the_page(date(2026, 12, 24)).startswith("Last checked more than a month ago.")


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ("read", "Read at the source on November 23, 2026"),
        ("Read in a copy", "Read in a stored copy of the source on November 23, 2026"),
        ("called", "Called on November 23, 2026"),
    ],
)
def test_what_was_done_to_check_a_line_is_said(coalition, on_the_page, done, said):
    coalition.change(DATA, "emergency: yes", "emergency: no")
    coalition.change(DATA, REVIEWED, f"{REVIEWED}\n    checked: {done}")

    assert f"{said}: www.911.gov" == on_the_page(date(2026, 11, 23))


def test_an_emergency_line_is_not_called_to_try_it(coalition):
    coalition.change(DATA, REVIEWED, f"{REVIEWED}\n    checked: called")

    assert [
        'content/data/help-lines.yaml:8:14: help line "emergency", checked: nobody calls the emergency number to try '
        'it. Read its source, and write "read".'
    ] == coalition.problems()


def test_lines_that_were_checked_alike_are_named_together(coalition, on_the_page):
    coalition.change(DATA, REVIEWED, f"{REVIEWED}{SECOND}{THIRD}")

    said = on_the_page(date(2026, 11, 23))

    assert "Emergency and Third: Checked on November 23, 2026: www.911.gov, www.mo.gov/third" == said
    other = build_page(coalition).select(".help-lines .reviewed")[1]
    assert "Second: Called on November 1, 2026: www.mo.gov/second" == words(other)


def test_the_page_of_all_lines_says_what_is_known_and_nothing_else(coalition):
    coalition.write("pages/help.md", HELP)
    section = build_page(coalition).select_one(".help-lines section")

    assert ["Call 911"] == [words(link) for link in section.find_all("a")]
    assert [] == section.find_all("dl")


def test_the_page_of_all_lines_begins_with_the_ways_to_reach_each_and_names_its_source_once(coalition):
    coalition.write("pages/help.md", HELP)
    coalition.change(DATA, REVIEWED, f"{REVIEWED}{SECOND}")
    page = build_page(coalition)
    links = [(words(link), link["href"]) for link in page.select("#second .call a")]
    facts = [(words(label), words(label.find_next("dd"))) for label in page.select("#second dt")]

    assert [
        ("Call 1-888-373-7888", "tel:+18883737888"),
        ("Text 233733", "sms:233733"),
        ("Chat: Second", "https://www.mo.gov/chat"),
        ("Video call in sign language: Second", "https://www.mo.gov/video"),
    ] == links
    assert [
        ("Hours", "Day and night"),
        ("Languages", "English"),
        ("Area", "Missouri"),
        ("What stays private", "They tell nobody."),
        ("Relay (TTY)", "711"),
    ] == facts
    assert "tel:711" == page.select_one("#second dd a")["href"]
    assert 1 == str(page).count("https://www.mo.gov/second")
