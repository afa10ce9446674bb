"""What a page says of an application, word for word."""

from datetime import date

import pytest

from conftest import WORDS
from subjects.membership.application_records import Application, Pause
from subjects.membership.window import announcement, window_on

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
