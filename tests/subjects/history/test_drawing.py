"""The drawing of a history: bars between the years, open where no exact year is known or the time goes on."""

import pytest

from sources.pages.front_matter import Period
from subjects.history.drawing import Part, drawing


def period(first: int, last: int | None, coalition: str = "The first", **more: str) -> Period:
    said = {
        "shown": "Then",
        "from": str(first),
        "to": last and str(last),
        "coalition": coalition,
        "led_by": "The county",
    }
    return Period.model_validate({**said, **more})


def parts(*periods: Period) -> list[tuple[Part, ...]]:
    return [bar.parts for coalition in drawing(periods).coalitions for bar in coalition.bars]


DECADE = period(2000, 2010)  # ten years and two of room make twelve


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (period(2003, 2006), [Part(25.0, 25.0)]),
        (period(2003, 2006, open="start"), [Part(25.0, 8.3, True), Part(33.3, 16.7)]),
        (period(2003, 2006, open="end"), [Part(25.0, 16.7), Part(41.7, 8.3, True)]),
        (period(2003, 2006, open="both"), [Part(25.0, 8.3, True), Part(33.3, 8.3), Part(41.7, 8.3, True)]),
        (period(2009, 2009), [Part(75.0, 1.0)]),
        (period(2009, 2010, open="both"), [Part(75.0, 2.8, True), Part(77.8, 2.8), Part(80.5, 2.8, True)]),
    ],
    ids=["closed", "open at its start", "open at its end", "open at both", "a single year", "short and open"],
)
def test_a_bar_runs_from_year_to_year_and_is_open_where_no_exact_year_is_known(one, expected):
    assert expected == list(parts(DECADE, one)[1])


def test_a_time_that_goes_on_runs_openly_past_the_last_year():
    assert [Part(50.0, 41.7), Part(91.7, 8.3, True)] == list(parts(DECADE, period(2006, None))[1])


def test_a_time_of_which_nobody_knows_the_end_does_not_run_to_the_last_year():
    assert [Part(33.3, 11.1), Part(44.4, 5.6, True)] == list(parts(DECADE, period(2004, None, open="end"))[1])


def test_periods_stand_under_their_coalition_and_one_that_comes_again_keeps_its_color():
    found = drawing([period(2000, 2001), period(2001, 2002), period(2002, 2003, "The other"), period(2003, 2004)])

    assert [("The first", 0, 2), ("The other", 1, 1), ("The first", 0, 1)] == [
        (one.title, one.tone, len(one.bars)) for one in found.coalitions
    ]
    assert [2000, 2001, 2002, 2003] == [mark.year for mark in found.marks]


def test_it_says_whether_anything_is_open():
    assert [False, True] == [drawing([one]).any_open for one in (DECADE, period(2000, None))]
