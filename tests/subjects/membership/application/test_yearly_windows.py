"""Windows that come again each year, seen from any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import WORDS
from sources.records.year_days import YearDay
from subjects.membership.application.records import Application
from subjects.membership.application.window import State, announcement, window_on

DAY = timedelta(days=1)
DAYS = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: YearDay(day.month, day.day))
SUMMER = {"opens": "July 1", "closes": "September 30"}
WINTER = {"opens": "November 1", "closes": "January 31"}


def window(today: date, **dates: object):
    return window_on(today, Application.model_validate(dates))


@pytest.mark.parametrize(
    ("dates", "opens", "closes"),
    [
        (SUMMER, date(2031, 7, 1), date(2031, 9, 30)),
        (WINTER, date(2031, 11, 1), date(2032, 1, 31)),
        ({"opens": "July 1", "closes": "July 1"}, date(2031, 7, 1), date(2031, 7, 1)),
        ({"opens": "January 1", "closes": "December 30"}, date(2031, 1, 1), date(2031, 12, 30)),
        ({"opens": "February 29", "closes": "March 31"}, date(2031, 3, 1), date(2031, 3, 31)),
        ({"opens": "February 29", "closes": "March 31"}, date(2032, 2, 29), date(2032, 3, 31)),
        ({"opens": "February 1", "closes": "February 29"}, date(2031, 2, 1), date(2031, 2, 28)),
        ({"opens": "December 1", "closes": "February 29"}, date(2031, 12, 1), date(2032, 2, 29)),
    ],
)
def test_a_window_opens_and_closes_on_its_days_in_any_year(dates, opens, closes):
    states = [window(day, **dates).state for day in (opens - DAY, opens, closes, closes + DAY)]

    assert [State.CLOSED, State.OPEN, State.OPEN, State.CLOSED] == states
    assert opens == window(opens - DAY, **dates).opens_again
    assert (opens, closes) == (window(closes, **dates).opens, window(closes, **dates).closes)


@given(st.dates(), DAYS, DAYS)
def test_the_state_follows_from_month_and_day_and_the_next_change_is_to_come(today, opens, closes):
    found = window_on(today, Application(opens=opens, closes=closes))
    now = YearDay(today.month, today.day)
    inside = opens <= now <= closes if opens <= closes else not closes < now < opens

    last_years = today.year in {date.min.year, date.max.year}
    assert last_years or (found.state is State.OPEN) == inside
    if found.state is State.OPEN:
        assert found.closes >= today
    elif found.opens_again:
        assert today < found.opens_again


@given(st.dates(date(2001, 1, 1), date(2200, 1, 1)), DAYS, DAYS)
def test_a_window_that_is_closed_opens_on_the_day_that_it_names(today, opens, closes):
    found = window_on(today, Application(opens=opens, closes=closes))

    if found.opens_again:
        assert State.OPEN is window_on(found.opens_again, Application(opens=opens, closes=closes)).state
        assert State.CLOSED is window_on(found.opens_again - DAY, Application(opens=opens, closes=closes)).state


def test_the_sentence_is_true_on_every_day_and_only_what_is_dated_is_of_the_day():
    said = {}
    for month in range(1, 13):
        today = date(2027, month, 15)
        found = announcement("Crew", window(today, **WINTER), None, today, WORDS)
        said[month] = found.as_of
        assert (
            "Applications for the Crew tier are accepted each year from November 1 to January 31.",
        ) == found.sentences

    assert "As of January 15, 2027, they are open." == said[1]
    assert "As of July 15, 2027, they are closed." == said[7]
    assert [1, 11, 12] == [month for month, as_of in said.items() if as_of and as_of.endswith("open.")]
