"""When applications are accepted, on both sides of every date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import WORDS
from subjects.membership.application.records import Application, Pause
from subjects.membership.application.window import State, announcement, window_on

OPENS, CLOSES, AGAIN = date(2026, 12, 1), date(2026, 12, 31), date(2027, 7, 1)
DAY = timedelta(days=1)


def states(application: Application, *days: date) -> list[State]:
    return [window_on(day, application).state for day in days]


@pytest.mark.parametrize(
    ("dates", "day", "before", "after"),
    [
        ({"opens": OPENS, "closes": CLOSES}, OPENS, State.UPCOMING, State.OPEN),
        ({"opens": OPENS, "closes": CLOSES}, CLOSES + DAY, State.OPEN, State.CLOSED),
        ({"opens": OPENS}, OPENS, State.UPCOMING, State.OPEN),
        ({"closes": CLOSES}, CLOSES + DAY, State.OPEN, State.CLOSED),
        ({"closes": CLOSES, "opens_again": AGAIN}, AGAIN, State.CLOSED, State.OPEN),
        ({"paused": Pause(reason="x", until=AGAIN)}, AGAIN, State.PAUSED, State.OPEN),
        ({"paused": Pause(reason="x", until=AGAIN), "rolling": True}, AGAIN, State.PAUSED, State.ROLLING),
        ({"paused": Pause(reason="x", until=AGAIN), "closes": CLOSES}, AGAIN, State.PAUSED, State.CLOSED),
        ({"opens": OPENS, "closes": OPENS}, OPENS, State.UPCOMING, State.OPEN),
        ({"opens": OPENS, "closes": OPENS}, OPENS + DAY, State.OPEN, State.CLOSED),
    ],
)
def test_the_state_changes_on_its_day_and_not_before(dates, day, before, after):
    assert [before, after] == states(Application(**dates), day - DAY, day)


@pytest.mark.parametrize(
    ("application", "state"),
    [
        (Application(), State.OPEN),
        (Application(rolling=True), State.ROLLING),
        (Application(rolling=False), State.OPEN),
        (Application(paused=Pause(reason="x")), State.PAUSED),
    ],
)
def test_without_dates_every_day_is_the_same(application, state):
    windows = [window_on(day, application) for day in (date.min, OPENS, date.max)]

    assert [state] * 3 == [window.state for window in windows]
    assert not any(window.dated for window in windows)


def test_after_the_second_opening_the_first_dates_are_history():
    window = window_on(AGAIN, Application(opens=OPENS, closes=CLOSES, opens_again=AGAIN))

    assert (AGAIN, None, None) == (window.opens, window.closes, window.opens_again)


@given(st.lists(st.dates(date(2026, 1, 1), date(2028, 1, 1)), min_size=3, max_size=3, unique=True), st.data())
def test_a_state_lasts_until_one_of_its_own_dates(days, data):
    opens, closes, again = sorted(days)
    application = Application(opens=opens, closes=closes, opens_again=again)
    today = data.draw(st.dates(date(2025, 1, 1), date(2029, 1, 1)))

    before, after = states(application, today - DAY, today)

    assert (before != after) == (today in {opens, closes + DAY, again} and not (today == again == closes + DAY))


SUMMER = {"opens": date(2026, 7, 1), "closes": date(2026, 9, 30)}
FROM_TO = "Applications for the Crew tier are accepted from July 1, 2026 to September 30, 2026."


def said(today: date, **application: object) -> tuple[tuple[str, ...], str | None]:
    one = Application(**application)
    found = announcement("Crew", window_on(today, one), one.paused, today, WORDS)
    return found.sentences, found.as_of


@pytest.mark.parametrize(
    ("today", "application", "sentences", "as_of"),
    [
        (date(2026, 6, 30), SUMMER, (FROM_TO,), "As of June 30, 2026, they have not opened."),
        (date(2026, 7, 1), SUMMER, (FROM_TO,), "As of July 1, 2026, they are open."),
        (date(2026, 9, 30), SUMMER, (FROM_TO,), "As of September 30, 2026, they are open."),
        (date(2026, 10, 1), SUMMER, (FROM_TO,), "As of October 1, 2026, they are closed."),
        (
            date(2026, 12, 31),
            {**SUMMER, "opens_again": date(2027, 1, 1)},
            (FROM_TO, "They open again on January 1, 2027."),
            "As of December 31, 2026, they are closed.",
        ),
        (
            date(2027, 1, 1),
            {**SUMMER, "opens_again": date(2027, 1, 1)},
            ("Applications for the Crew tier are accepted from January 1, 2027.",),
            "As of January 1, 2027, they are open.",
        ),
        (
            date(2026, 2, 28),
            {"closes": date(2026, 3, 1)},
            ("Applications for the Crew tier are accepted until March 1, 2026.",),
            "As of February 28, 2026, they are open.",
        ),
        (date(2026, 5, 1), {"rolling": True}, ("Applications for the Crew tier are accepted all year.",), None),
        (date(2026, 5, 1), {}, (), None),
        (
            date(2026, 5, 1),
            {"paused": Pause(reason="We are moving house.")},
            ("Applications for the Crew tier are paused.", "We are moving house."),
            None,
        ),
        (
            date(2026, 5, 1),
            {"paused": Pause(reason="We are moving house.", until=date(2026, 8, 1)), **SUMMER},
            ("Applications for the Crew tier are paused until August 1, 2026.", "We are moving house."),
            "As of May 1, 2026, they are paused.",
        ),
    ],
)
def test_the_dates_are_always_said_and_the_state_only_as_of_the_day(today, application, sentences, as_of):
    assert (sentences, as_of) == said(today, **application)


def test_no_sentence_but_the_dated_one_depends_on_the_day():
    days = [date(2026, month, 1) for month in range(1, 13)]

    assert {(FROM_TO,)} == {said(day, **SUMMER)[0] for day in days}
