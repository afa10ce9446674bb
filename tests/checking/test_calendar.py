"""What changes by itself and when, in one list, and its next day in one line for whoever builds the site daily."""

from datetime import date, timedelta

import pytest

from checking.calendar import calendar, calendar_list, never_reviewed, next_change, reviews
from conftest import epoch
from sources.problems import Place

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
OPENS = 'Next change: applications for "Partner" open. Build again on 2027-01-01.'
CLOSES = 'Next change: applications for "Partner" are closed. Build again on 2027-04-01.'
AGAIN = 'Next change: applications for "Partner" open again. Build again on 2028-01-01.'


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
        (date(2026, 11, 23), 'applications for "Partner" open again. Build again on 2027-07-01.'),
        (date(2027, 7, 1), 'applications for "Partner" are closed. Build again on 2027-10-01.'),
        (date(2029, 9, 30), 'applications for "Partner" are closed. Build again on 2029-10-01.'),
    ],
)
def test_a_window_of_each_year_never_runs_out_of_changes(line_on, day, line):
    assert f"Next change: {line}" == line_on(day, "opens: July 1, closes: September 30")


def test_the_end_of_a_pause_is_a_change(line_on):
    pause = "paused: {reason: A rest., until: 2027-01-01}"

    assert 'Next change: applications for "Partner" are taken again. Build again on 2027-01-01.' == line_on(
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
        'Next change: applications for "Partner" are closed, '
        'applications for "Friend" are taken again. Build again on 2027-01-01.'
    ) == line_on(
        date(2026, 11, 23), "closes: 2026-12-31", f"{confirmed}, paused: {{reason: A rest., until: 2027-01-01}}"
    )
    assert 'Next change: applications for "Friend" are taken again. Build again on 2026-12-31.' == line_on(
        date(2026, 11, 23), "closes: 2026-12-31", "paused: {reason: A rest., until: 2026-12-31}"
    )


def test_dates_of_a_form_that_is_not_shown_change_nothing(line_on):
    assert line_on(date(2026, 11, 23), "rolling: yes", "opens: 2027-01-01") is None


def test_what_closes_on_the_last_day_of_the_calendar_never_closes(line_on):
    assert line_on(date(2026, 11, 23), "closes: 9999-12-31") is None


def review_page(coalition, page: str, last: str, every: str) -> None:
    fields = f"last_reviewed: {last}\nreview_every: {every}"
    coalition.change(f"pages/{page}", "\ndescription:", f"\n{fields}\ndescription:")


def test_pages_and_help_lines_come_by_the_day_on_which_they_are_due(coalition):
    review_page(coalition, "index.md", "2026-05-20", "6 months")
    review_page(coalition, "membership/friend.md", "2026-05-31", "9 months")

    assert [(one.name, one.due, one.overdue) for one in reviews(coalition.check())] == [
        ("Small Coalition", date(2026, 11, 20), True),
        ("Friend", date(2027, 2, 28), False),
        ("Emergency", date(2027, 5, 23), False),
    ]


def test_each_leads_to_the_day_in_its_file(coalition):
    review_page(coalition, "index.md", "2026-05-20", "6 months")

    page, line = reviews(coalition.check())
    assert page.place == Place("content/pages/index.md", 3, 16)
    assert line.place == Place(
        "content/data/help-lines.yaml", coalition.line("data/help-lines.yaml", "last_reviewed"), 20
    )


def test_pages_that_nobody_is_asked_to_review_are_named_but_not_those_that_no_file_holds(coalition):
    review_page(coalition, "index.md", "2026-05-20", "6 months")
    coalition.change("pages/membership/friend.md", "\ndescription:", "\nlast_reviewed: 2026-05-20\ndescription:")

    assert {"404", "membership/friend", "membership/index", "membership/partner"} == {
        page.path for page in never_reviewed(coalition.check())
    }


def test_all_that_changes_within_a_year_and_what_is_due_stand_in_one_list_by_day(coalition):
    coalition.change("data/membership.yaml", 'partner", confirmed: yes', f'partner", confirmed: yes, {WINDOW}')
    review_page(coalition, "index.md", "2026-10-05", "6 months")
    form = coalition.line("data/membership.yaml", "opens:")
    line = coalition.line("data/help-lines.yaml", "last_reviewed")

    assert calendar_list(coalition.check()).split("\n") == [
        "What will change by itself or is due for review, until 2027-11-23:",
        f'  - 2027-01-01: applications for "Partner" open (content/data/membership.yaml, line {form})',
        f'  - 2027-04-01: applications for "Partner" are closed (content/data/membership.yaml, line {form})',
        '  - 2027-04-05: page "Small Coalition" is due for review (content/pages/index.md, line 3)',
        f'  - 2027-05-23: help line "Emergency" is due for review (content/data/help-lines.yaml, line {line})',
    ]


def test_what_is_overdue_stands_on_the_to_do_list_alone_and_a_site_without_days_has_no_calendar(coalition):
    coalition.change("data/help-lines.yaml", "2026-11-23", "2026-05-20")

    assert [] == list(calendar(coalition.check()))
    assert "" == calendar_list(coalition.check())


def test_the_first_ten_are_shown_and_never_all_but_one(coalition):
    def shown(pages: int) -> list[str]:
        for number in range(pages):
            coalition.write(f"pages/page-{number}.md", f"---\ntitle: P{number}\ndescription: D{number}\n---\n\nText.\n")
            review_page(coalition, f"page-{number}.md", "2026-11-23", f"{number + 2} months")
        return calendar_list(coalition.check()).split("\n")[1:]

    assert 11 == len(shown(10))
    assert 11 == len(shown(11))
    assert shown(11)[-1] == "  and 2 more, in the health report of the preview."
