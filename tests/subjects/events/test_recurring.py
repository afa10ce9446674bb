"""Rules by which an event comes again, as people write them, and the days that they mean."""

from datetime import date
from itertools import islice

import pytest

from subjects.events.occurrences import occurrences, past, upcoming
from subjects.events.records import Event
from subjects.events.recurring import rule_of


def event(starts, **fields):
    return Event(id="x", title="X", starts=starts, **fields)


def days(one, count=4):
    return [str(time.starts.day) for time in islice(occurrences(one), count)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("second Tuesday of each month", "FREQ=MONTHLY;BYDAY=2TU"),
        ("on the 2nd Tue of the month", "FREQ=MONTHLY;BYDAY=2TU"),
        ("last Friday", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("first and third Friday of every month", "FREQ=MONTHLY;BYDAY=1FR,3FR"),
        ("first Monday and third Friday of each month", "FREQ=MONTHLY;BYDAY=1MO,3FR"),
        ("every week on Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("Mondays and Thursdays", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("every other Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("two weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("quarterly", "FREQ=MONTHLY;INTERVAL=3"),
        ("15th of each month", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("last day of each month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("first Sunday of every three months", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1SU"),
        ("year", "FREQ=YEARLY"),
        ("once a year", "FREQ=YEARLY"),
        ("weekly on Tuesdays", "FREQ=WEEKLY;BYDAY=TU"),
        ("monthly on the second Tuesday", "FREQ=MONTHLY;BYDAY=2TU"),
        ("every month on the 12th", "FREQ=MONTHLY;BYMONTHDAY=12"),
        ("the 12th", "FREQ=MONTHLY;BYMONTHDAY=12"),
        ("every second week", "FREQ=WEEKLY;INTERVAL=2"),
        ("every quarter", "FREQ=MONTHLY;INTERVAL=3"),
        ("every 2 wks", "FREQ=WEEKLY;INTERVAL=2"),
        ("Mon/Wed/Fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("Monday to Friday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("weekends", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("Monday and Monday", "FREQ=WEEKLY;BYDAY=MO"),
    ],
)
def test_a_rule_means_what_calendars_take(typed, expected):
    assert expected == rule_of(typed).text()


@pytest.mark.parametrize("typed", ["every second Tuesday", "each second Friday"])
def test_every_second_weekday_has_two_readings_and_both_are_told(typed):
    with pytest.raises(
        ValueError, match=r'Write "every other .*day" for every two weeks, or "second .*day of each month"'
    ):
        rule_of(typed)


@pytest.mark.parametrize("typed", ["now and then", "32nd of each month", "full moon", "t of each month", ""])
def test_what_is_no_rule_is_refused(typed):
    with pytest.raises(ValueError, match="expected a rule such as"):
        rule_of(typed)


def test_a_rule_keeps_its_place_in_the_month_and_leaves_out_what_is_excepted():
    evening = event(
        "2026-09-08 18:30", ends="20:00", every="second Tuesday of each month", **{"except": ["2026-10-13"]}
    )

    assert ["2026-09-08", "2026-11-10", "2026-12-08", "2027-01-12"] == days(evening)


def test_the_last_month_of_a_rule_is_meant_to_its_end():
    walk = event("2026-11-28", every="last Saturday of each month", until="2027-01")

    assert ["2026-11-28", "2026-12-26", "2027-01-30"] == days(walk)


def test_a_leap_day_comes_every_four_years_and_the_last_day_of_a_month_every_month():
    assert ["2024-02-29", "2028-02-29", "2032-02-29", "2036-02-29"] == days(event("2024-02-29", every="year"))
    assert ["2027-12-31", "2028-01-31", "2028-02-29"] == days(event("2027-12-31", every="last day of each month"), 3)


def test_the_time_on_the_wall_stays_when_clocks_change():
    call = event("2027-03-08 12:00", ends="12:45", every="week")
    times = [one.starts.in_zone("America/New_York").isoformat() for one in islice(occurrences(call), 2)]

    assert ["2027-03-08T12:00:00-05:00", "2027-03-15T12:00:00-04:00"] == times


def test_what_ends_after_midnight_needs_no_day():
    market = event("2026-08-29 19:00", ends="01:00")

    assert date(2026, 8, 30) == market.end.day
    assert not market.ends_before_it_begins
    assert not next(occurrences(market)).several_days


def test_what_lasts_days_is_to_come_until_the_last_of_them_is_over():
    fair = event("2026-11-21", ends="2026-11-23")

    assert [fair] == [one.event for one in upcoming([fair], date(2026, 11, 23))]
    assert [] == upcoming([fair], date(2026, 11, 24))
    assert [fair] == [one.event for one in past([fair], date(2026, 11, 24))]


def test_without_an_end_a_rule_is_shown_for_a_year():
    call = event("2026-01-05", every="week on Monday")

    assert 53 == len(upcoming([call], date(2026, 11, 23)))
    assert 46 == len(past([call], date(2026, 11, 23)))


@pytest.mark.parametrize("typed", ["never", "No", "once"])
def test_a_word_for_no_rule_is_none(typed):
    assert event("2027-01-12", every=typed).every is None


@pytest.mark.parametrize("typed", ["2027-06", "June 2027", "end of June 2027", "2027-06-30"])
def test_the_last_day_may_be_a_month_in_words(typed):
    assert date(2027, 6, 30) == event("2027-01-12", every="week", until=typed).until


def test_the_last_day_may_be_that_of_a_year():
    assert date(2027, 12, 31) == event("2027-01-12", every="week", until="2027").until


@pytest.mark.parametrize(
    "typed", ["2027-01-19, 2027-01-26", "2027-01-19 and 2027-01-26", "January 19, 2027, January 26, 2027"]
)
def test_days_left_out_may_stand_on_one_line(typed):
    assert (date(2027, 1, 19), date(2027, 1, 26)) == event("2027-01-12", every="week", **{"except": typed}).except_


@pytest.mark.parametrize(
    ("starts", "every"), [("2026-01-12", "2 years"), ("2029-01-09", "week"), ("2025-11-21", "25 years")]
)
def test_of_what_comes_again_the_next_time_is_to_come_however_far_it_is(starts, every):
    assert 1 == len(upcoming([event(starts, every=every)], date(2026, 11, 23)))
