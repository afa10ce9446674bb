"""The drawings of the health report tell the truth, and fit."""

from dataclasses import replace

from checking.reading import MeasuredText
from preview.health import Health, Weight, health
from preview.health_charts import Chart, grade_chart, parted, weight_chart
from releasing.audit.file_rules import LIMIT
from sources.problems import Place

SOMEWHERE = Place("content/pages/index.md")


def report(coalition) -> Health:
    return health(coalition.check(), coalition.content, lambda name: name.encode())


def text_of_grade(grade: float, *, verbatim: bool = False) -> MeasuredText:
    return MeasuredText("x", "x", SOMEWHERE, verbatim, grade)


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


def test_long_lists_show_their_first_entries_and_never_hide_a_single_one(coalition):
    bars = grade_chart(replace(report(coalition), grades=(text_of_grade(9),) * 14)).bars

    assert [(13, 0), (12, 2)] == [tuple(map(len, parted(bars[:number], 12))) for number in (13, 14)]
