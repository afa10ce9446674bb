"""Moments: a day, or a day with a time, as people write them; what the clock skips and what it shows twice."""

import re
from datetime import date, time

import pytest

from sources.records.moments import Moment, doubled, moment_of, skipped, time_of

ZONE = "America/New_York"
EVENING = Moment(date(2027, 3, 9), time(18, 30))


@pytest.mark.parametrize(
    "typed",
    ["2027-03-09 18:30", "2027-03-09T18:30", "March 9, 2027, 6:30 pm", "9 March 2027 at 6.30 p.m.",
     "6:30pm on March 9, 2027", "2027-03-09  18:30:00"],
)  # fmt: skip
def test_what_has_one_meaning_is_understood(typed):
    assert EVENING == moment_of(typed)


def test_a_day_alone_is_the_whole_day_and_noon_a_time():
    assert Moment(date(2028, 2, 29)) == moment_of("2028-02-29")
    assert Moment(date(2027, 3, 9), time(12)) == moment_of("March 9, 2027, noon")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("12 am", time(0)), ("12 pm", time(12)), ("12:05 am", time(0, 5)), ("00:00", time(0)), ("23.59", time(23, 59)),
     ("9 a.m.", time(9)), ("0:15", time(0, 15))],
)  # fmt: skip
def test_a_time_is_understood_with_and_without_halves_of_the_day(typed, expected):
    assert expected == time_of(typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2027-03-09 6:30", 'It may be morning or evening. Write "06:30" or "18:30".'),
        ("2027-03-09 midnight", 'A day begins with "00:00" and ends with "23:59".'),
        ("2027-03-09 24:00", "There is no such time."),
        ("2027-03-09 13:00 pm", "There is no such time."),
        ("2027-03-09 18:30 UTC", 'Times are those of the clock in site.yaml (time_zone): leave out "UTC".'),
        ("2027-02-29 18:30", "There is no such day."),
        ("18:30", 'a day, or a day with a time, such as "2027-03-09 18:30"'),
    ],
)
def test_what_has_two_meanings_or_none_is_refused_with_the_reason(typed, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        moment_of(typed)


@pytest.mark.parametrize(("clock", "there"), [("01:59", False), ("02:00", True), ("02:59", True), ("03:00", False)])
def test_the_hour_that_the_clock_skips_in_spring_is_known_to_the_minute(clock, there):
    gap = skipped(moment_of(f"2027-03-14 {clock}"), ZONE)

    assert gap == ((time(2), time(3)) if there else None)


def test_a_zone_that_skips_half_an_hour_or_a_whole_day_is_known_too():
    assert (time(2), time(2, 30)) == skipped(moment_of("2026-10-04 02:15"), "Australia/Lord_Howe")
    assert None is skipped(moment_of("2026-10-04"), "Australia/Lord_Howe")


def test_the_hour_that_comes_twice_in_autumn_is_known_and_the_first_is_meant():
    twice = moment_of("2026-11-01 01:30")

    assert doubled(twice, ZONE)
    assert "2026-11-01T01:30:00-04:00" == twice.in_zone(ZONE).isoformat()
    assert not doubled(moment_of("2026-11-01 02:00"), ZONE)
    assert not doubled(moment_of("2027-03-14 02:30"), ZONE)
