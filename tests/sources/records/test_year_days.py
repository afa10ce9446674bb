"""Days of each year as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from sources.records.year_days import YearDay, day_or_year_day, known_day_or_year_day

SUCH = "expected a date such as 2026-11-23, or for every year one such as July 1"
ONE_WAY = "expected a day that can be read in one way"


@pytest.mark.parametrize(
    "text",
    [
        "July 14", "july 14", "Jul. 14", "July 14th", "14 July", "14th of July", "the 14th of July", "14. July",
        "14 de julio", "7/14", "14.7.", "14-07", "--07-14", "every July 14", "July 14 each year", "14 July, every year",
        "  July  14 ", "July 14, yearly",
    ],
)  # fmt: skip
def test_a_day_without_a_year_is_one_of_each_year(text):
    assert YearDay(7, 14) == day_or_year_day(text)


@pytest.mark.parametrize("text", ["2026-07-14", "July 14, 2026", "14.7.2026"])
def test_a_day_with_a_year_stays_one_of_that_year(text):
    assert date(2026, 7, 14) == day_or_year_day(text)


@pytest.mark.parametrize("text", ["5/5", "5. May", "--05-05"])
def test_a_month_and_a_day_of_the_same_number_are_one_day(text):
    assert YearDay(5, 5) == day_or_year_day(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("07-01", f'{ONE_WAY}, found "07-01". It may be July 1 or January 7. Write "July 1" or "January 7".'),
        ("1.7.", f'{ONE_WAY}, found "1.7.". It may be January 7 or July 1. Write "January 7" or "July 1".'),
        ("June 31", f'{SUCH}, found "June 31". There is no such day.'),
        ("February 30", f'{SUCH}, found "February 30". There is no such day.'),
        ("13/13", f'{SUCH}, found "13/13".'),
        ("Smarch 3", f'{SUCH}, found "Smarch 3".'),
        ("end of September", f'{SUCH}, found "end of September".'),
        ("September", f'{SUCH}, found "September".'),
        ("2026-02-30", 'expected a date such as 2026-11-23, found "2026-02-30". There is no such day.'),
    ],
)
def test_what_is_no_day_or_one_of_two_is_told(text, expected):
    with pytest.raises(PydanticCustomError) as found:
        day_or_year_day(text)

    assert expected == str(found.value)
    assert known_day_or_year_day(text) is None


def test_a_year_without_a_leap_day_begins_after_it_and_ends_before_it():
    leap = YearDay(2, 29)

    assert (date(2028, 2, 29), date(2028, 2, 29)) == (leap.first_in(2028), leap.last_in(2028))
    assert (date(2027, 3, 1), date(2027, 2, 28)) == (leap.first_in(2027), leap.last_in(2027))


@given(st.dates(), st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_what_begins_on_a_day_has_begun_when_its_month_and_day_have_come(today, chosen):
    day, now = YearDay(chosen.month, chosen.day), YearDay(today.month, today.day)

    assert (day.first_in(today.year) <= today) == (day <= now)
    assert (day.last_in(today.year) >= today) == (day >= now)


@given(st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_a_day_is_written_as_it_is_read(chosen):
    day = YearDay(chosen.month, chosen.day)

    assert day == day_or_year_day(str(day))
