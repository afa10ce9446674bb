"""The next day on which the site changes by itself, in one line, for whoever builds it daily."""

from datetime import date, timedelta

import pytest

from checking.to_do import next_change
from conftest import epoch

DAY = timedelta(days=1)


@pytest.fixture
def line_on(coalition, monkeypatch):
    """Return what gives the line of a day, when the partner tier says `fields` of its application."""
    coalition.change("data/help-lines.yaml", "last_reviewed:", "review_every: 5 years\n    last_reviewed:")

    def line(day: date, fields: str, friend: str = "") -> str | None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(day))
        original = coalition.read("data/membership.yaml")
        coalition.change("data/membership.yaml", 'partner", confirmed: yes', f'partner", confirmed: yes, {fields}')
        if friend:
            coalition.change("data/membership.yaml", "confirmed: no", f"confirmed: no, {friend}")
        sources = coalition.check()
        coalition.write("data/membership.yaml", original)
        return next_change(sources)

    return line


WINDOW = "opens: 2027-01-01, closes: 2027-03-31, opens_again: 2028-01-01"
OPENS = 'Next change: applications for "Partner" open on 2027-01-01. Build again on 2027-01-01.'
CLOSES = 'Next change: applications for "Partner" close at the end of 2027-03-31. Build again on 2027-04-01.'
AGAIN = 'Next change: applications for "Partner" open again on 2028-01-01. Build again on 2028-01-01.'


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2026, 11, 23), OPENS),
        (date(2026, 12, 31), OPENS),
        (date(2027, 1, 1), CLOSES),
        (date(2027, 3, 31), CLOSES),
        (date(2027, 4, 1), AGAIN),
        (date(2027, 12, 31), AGAIN),
        (date(2028, 1, 1), None),
    ],
)
def test_the_next_date_of_a_window_is_told_until_its_day_has_come(line_on, day, line):
    assert line == line_on(day, WINDOW)


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2026, 11, 23), 'applications for "Partner" open again on 2027-07-01. Build again on 2027-07-01.'),
        (date(2027, 7, 1), 'applications for "Partner" close at the end of 2027-09-30. Build again on 2027-10-01.'),
        (date(2029, 9, 30), 'applications for "Partner" close at the end of 2029-09-30. Build again on 2029-10-01.'),
    ],
)
def test_a_window_of_each_year_never_runs_out_of_changes(line_on, day, line):
    assert f"Next change: {line}" == line_on(day, "opens: July 1, closes: September 30")


def test_the_end_of_a_pause_is_a_change(line_on):
    pause = "paused: {reason: A rest., until: 2027-01-01}"

    assert 'Next change: applications for "Partner" are paused until 2027-01-01. Build again on 2027-01-01.' == line_on(
        date(2026, 12, 31), pause
    )
    assert line_on(date(2027, 1, 1), pause) is None


@pytest.mark.parametrize(
    "fields",
    [
        *("host_label: Ours", "rolling: yes", "paused: {reason: A rest.}", "opens: 2026-01-01", "full: yes"),
        "full: yes, closes: 2027-01-01",
    ],
)
def test_what_changes_on_no_day_is_not_told(line_on, fields):
    assert line_on(date(2026, 11, 23), fields) is None


def test_the_earliest_of_all_tiers_is_told_and_what_happens_on_one_day_together(line_on):
    confirmed = 'interest_form: {url: "https://forms.smallcoalition.org/x", label: X}'

    assert (
        'Next change: applications for "Partner" close at the end of 2026-12-31, '
        'applications for "Friend" are paused until 2027-01-01. Build again on 2027-01-01.'
    ) == line_on(
        date(2026, 11, 23), "closes: 2026-12-31", f"{confirmed}, paused: {{reason: A rest., until: 2027-01-01}}"
    )
    assert 'Next change: applications for "Friend" are paused until 2026-12-31. Build again on 2026-12-31.' == line_on(
        date(2026, 11, 23), "closes: 2026-12-31", "paused: {reason: A rest., until: 2026-12-31}"
    )


def test_dates_of_a_form_that_is_not_shown_change_nothing(line_on):
    assert line_on(date(2026, 11, 23), "rolling: yes", "opens: 2027-01-01") is None


def test_what_closes_on_the_last_day_of_the_calendar_never_closes(line_on):
    assert line_on(date(2026, 11, 23), "closes: 9999-12-31") is None
