"""Days and periods as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from sources.records.days import day_of, known_day, months_in

SUCH = "expected a date such as 2026-11-23"


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23", "2026/11/23", "2026.11.23", "2026 11 23", "2026-11-23T00:00:00", "2026-11-23 00:00",
        "2026-11-23T00:00:00Z", "11/23/2026", "11-23-2026", "23/11/2026", "23.11.2026", "November 23, 2026",
        "november 23 2026", "Nov. 23, 2026", "Nov 23rd, 2026", "23 November 2026", "23rd November 2026",
        "23rd of November, 2026", "23-Nov-2026", "2026 November 23", "Monday, November 23, 2026", "Mon 23 Nov 2026",
        "23 de noviembre de 2026", "23. nov. 2026", "  November  23,  2026 ",
    ],
)  # fmt: skip
def test_a_day_is_understood_where_only_one_can_be_meant(text):
    assert date(2026, 11, 23) == day_of(text)


@pytest.mark.parametrize("text", ["05/05/2027", "5.5.2027", "2027-5-5", "May 5, 2027", "5 mayo 2027"])
def test_a_day_and_a_month_of_the_same_number_are_one_day(text):
    assert date(2027, 5, 5) == day_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "05/06/2027",
            'expected a date that can be read in one way, found "05/06/2027". '
            'It may be May 6, 2027 or 5 June 2027. Write "2027-05-06" or "2027-06-05".',
        ),
        (
            "11/23/26",
            'expected a year of four digits, found "11/23/26". If it is November 23, 2026, write "2026-11-23".',
        ),
        (
            "Nov 23, '26",
            'expected a year of four digits, found "Nov 23, \'26". If it is November 23, 2026, write "2026-11-23".',
        ),
        ("05/06/27", 'expected a year of four digits, found "05/06/27".'),
        ("2026-02-30", f'{SUCH}, found "2026-02-30". There is no such day.'),
        ("November 31, 2026", f'{SUCH}, found "November 31, 2026". There is no such day.'),
        (
            "Tuesday, November 23, 2026",
            f'{SUCH}, found "Tuesday, November 23, 2026". November 23, 2026 is a Monday.',
        ),
        ("13/13/2026", f'{SUCH}, found "13/13/2026".'),
        ("Smarch 3, 2026", f'{SUCH}, found "Smarch 3, 2026".'),
        ("November 2026", f'{SUCH}, found "November 2026".'),
        ("20261123", f'{SUCH}, found "20261123".'),
        ("2026-11-23T09:00", f'{SUCH}, found "2026-11-23T09:00".'),
        ("tomorrow", f'{SUCH}, found "tomorrow".'),
        ("", f"{SUCH}, found nothing."),
    ],
)
def test_a_day_that_is_none_or_may_be_two_is_told(text, expected):
    with pytest.raises(PydanticCustomError) as found:
        day_of(text)

    assert expected == str(found.value)
    assert known_day(text) is None


@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from(["%B %d, %Y", "%d %b %Y", "%Y/%m/%d", "%A, %d %B %Y"]))
def test_every_day_is_read_back_from_the_words_for_it(day, form):
    assert day == day_of(day.strftime(form))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("6 months", 6), ("6 Months", 6), ("six months", 6), ("every 6 months", 6), ("half a year", 6),
        ("twice a year", 6), ("1 year", 12), ("a year", 12), ("every year", 12), ("Yearly", 12), ("annually", 12),
        ("quarterly", 3), ("monthly", 1), ("every month", 1), ("2 yrs.", 24), ("18-month", 18), ("5 years", 60),
    ],
)  # fmt: skip
def test_a_period_is_understood_in_words(text, months):
    assert months == months_in(text)


@pytest.mark.parametrize("text", ["often", "weekly", "two", "0 months", "half a month", "every other year", "6"])
def test_what_is_no_period_is_told(text):
    with pytest.raises(PydanticCustomError) as found:
        months_in(text)

    assert f'expected a period such as "6 months" or "1 year", found "{text}".' == str(found.value)


def test_a_period_that_nobody_will_remember_is_told():
    with pytest.raises(PydanticCustomError) as found:
        months_in("99 years")

    assert 'expected a period of at most 5 years, found "99 years".' == str(found.value)
