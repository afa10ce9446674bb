"""The drawings of the health report tell the truth, and fit."""

from dataclasses import replace
from datetime import date

import pytest

from checking.reading import MeasuredText
from checking.to_do import Review
from conftest import TODAY
from preview.health import Health, Weight, health
from preview.health_charts import Chart, Tick, grade_chart, parted, timeline, weight_chart
from releasing.audit.file_rules import LIMIT
from sources.problems import Place

SOMEWHERE = Place("content/pages/index.md")


def report(coalition) -> Health:
    return health(coalition.check(), coalition.content, lambda name: name.encode())


def text_of_grade(grade: float, *, verbatim: bool = False) -> MeasuredText:
    return MeasuredText("x", "x", SOMEWHERE, verbatim, grade)


def review(last: date, due: date) -> Review:
    return Review("x", last, due, (due - TODAY).days, SOMEWHERE)


def looks(chart: Chart) -> list[tuple[float, float, str]]:
    return [(bar.start, bar.end, bar.state) for bar in chart.bars]


def test_grades_stand_beside_the_limit_and_the_coalitions_own_words_are_no_fault(coalition):
    grades = (text_of_grade(20), text_of_grade(10), text_of_grade(5), text_of_grade(15, verbatim=True))
    chart = grade_chart(replace(report(coalition), grades=grades, grade_limit=10))

    assert looks(chart) == [(0, 96.15, "note"), (0, 48.08, "fine"), (0, 24.04, "fine"), (0, 72.12, "own")]
    assert 48.08 == chart.line


def test_a_page_beyond_the_limit_of_weight_is_marked_and_passes_the_line(coalition):
    one = report(coalition).weights[0].page
    weights = (Weight(one, 2 * LIMIT, None), Weight(one, LIMIT, None))
    chart = weight_chart(replace(report(coalition), weights=weights))

    assert looks(chart) == [(0, 96.15, "over"), (0, 48.08, "fine")]
    assert 48.08 == chart.line


def test_the_timeline_shows_what_is_overdue_up_to_today_and_what_comes_from_the_last_look(coalition):
    reviews = (
        review(date(2025, 11, 1), date(2026, 11, 1)),
        review(date(2026, 10, 1), date(2026, 12, 23)),
        review(date(2026, 10, 1), date(2026, 12, 24)),
    )
    overdue, soon, later = (chart := timeline(replace(report(coalition), reviews=reviews))).bars

    assert (overdue.end, overdue.state) == (chart.line, "over")
    assert overdue.start < chart.line < soon.end < later.end
    assert soon.start == later.start < overdue.start
    assert (soon.state, later.state) == ("note", "fine")


def test_what_is_years_over_or_years_ahead_stays_within_the_drawing(coalition):
    reviews = (review(date(1990, 1, 1), date(1991, 1, 1)), review(TODAY, date(2050, 1, 1)))
    chart = timeline(replace(report(coalition), reviews=reviews))

    assert looks(chart) == [(0, chart.line, "over"), (chart.line, 100, "fine")]


@pytest.mark.parametrize(
    ("due", "names"),
    [
        (date(2026, 12, 1), ["Nov", "Dec", "2027", "Feb", "Mar"]),
        (date(2027, 11, 1), ["2027", "Apr", "Jul", "Oct"]),
        (date(2030, 11, 1), ["2027", "Jul", "2028", "Jul"]),
    ],
)
def test_as_many_months_are_named_as_a_telephone_has_room_for(coalition, due, names):
    chart = timeline(replace(report(coalition), reviews=(review(TODAY, due),)))

    assert names == [tick.name for tick in chart.ticks]
    assert list(chart.ticks) == sorted(chart.ticks, key=lambda tick: tick.at)
    assert isinstance(chart.ticks[0], Tick)


def test_long_lists_show_their_first_entries_and_never_hide_a_single_one(coalition):
    bars = grade_chart(replace(report(coalition), grades=(text_of_grade(9),) * 14)).bars

    assert [(13, 0), (12, 2)] == [tuple(map(len, parted(bars[:number], 12))) for number in (13, 14)]
