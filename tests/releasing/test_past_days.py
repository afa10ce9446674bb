"""Days on which something was done: one to come is told, wherever it stands."""

from datetime import date

import pytest

from conftest import CATE_CONTENT, epoch

LINES, SITE, INDEX, PICTURES = "data/help-lines.yaml", "data/site.yaml", "pages/index.md", "data/images.yaml"


def wrong(day: str) -> str:
    return f'expected a day that has come, found "{day}". Today is 2026-11-23.'


def say(coalition, file: str, day: str) -> str:
    """Write a day into a file; return how a problem with it begins."""
    match file:
        case "data/help-lines.yaml":
            coalition.change(LINES, "2026-11-23", day)
            return f'content/{LINES}:7:20: help line "emergency", last_reviewed: '
        case "data/site.yaml":
            coalition.change(SITE, "place:", f"approved_people: [{{name: Jane Doe, agreed: {day}}}]\nplace:")
            return f"content/{SITE}:3:44: approved person 1, agreed: "
        case "pages/index.md":
            coalition.change(INDEX, "\ntitle:", f"\nlast_reviewed: {day}\nreview_every: 1 year\ntitle:")
            return f"content/{INDEX}:2:16: last_reviewed: "
    coalition.write("images/people.png", (CATE_CONTENT / "images" / "share.png").read_bytes())
    coalition.change(PICTURES, "people: no", f"people: yes, consent: {day}")
    column = coalition.read(PICTURES).split("\n")[1].index(day) + 1
    return f"content/{PICTURES}:2:{column}: image 1, consent: "


FILES = [LINES, SITE, INDEX, PICTURES]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("day", ["2026-11-25", "2036-11-23", "9999-06-30"])
def test_a_day_to_come_is_told_where_it_stands(coalition, file, day):
    place = say(coalition, file, day)

    assert [f"{place}{wrong(day)}"] == coalition.problems()


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("day", ["2026-11-23", "2026-11-24"])
def test_today_has_come_and_tomorrow_may_have_where_the_writer_is(coalition, file, day):
    say(coalition, file, day)

    assert [] == coalition.problems()


def test_the_day_of_an_office_in_kiribati_is_right_for_a_computer_in_samoa(coalition, monkeypatch):
    coalition.change(SITE, "place:", "time_zone: Pacific/Pago_Pago\nplace:")
    coalition.change(LINES, "2026-11-23", "2026-11-24")  # as it is in Kiritimati
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(date(2026, 11, 23), 12))

    assert [] == coalition.problems()


def test_days_that_are_planned_may_be_to_come(coalition):
    fields = (
        "opens: 2027-01-01, closes: 2028-01-01, opens_again: 2029-01-01, paused: {reason: A rest., until: 2030-01-01}"
    )
    coalition.change("data/membership.yaml", 'partner", confirmed: yes', f'partner", confirmed: yes, {fields}')

    assert [] == coalition.problems()


@pytest.mark.parametrize("every", ["99 years", "6 years", "61 months"])
@pytest.mark.parametrize("file", [LINES, INDEX])
def test_a_period_that_nobody_will_keep_is_told(coalition, file, every):
    say(coalition, INDEX, "2026-11-20")
    if file == INDEX:
        coalition.change(INDEX, "1 year", every)
    else:
        coalition.change(LINES, "2026-11-23", f"2026-11-23\n    review_every: {every}")

    (problem,) = coalition.problems()
    assert problem.endswith(f'review_every: expected a period of at most 5 years, found "{every}".')


@pytest.mark.parametrize("every", ["5 years", "60 months"])
def test_five_years_are_none(coalition, every):
    coalition.change(LINES, "2026-11-23", f"2026-11-23\n    review_every: {every}")

    assert [] == coalition.problems()
