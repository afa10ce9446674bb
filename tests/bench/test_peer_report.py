"""The tables and the plot, of made-up numbers."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from candidates import ROOT
from measuring import Build, Result
from peer_plot import LINE, Scale, apart, plot
from peer_tables import MARKS, Compared, between_marks, tables

SVG = "{http://www.w3.org/2000/svg}"


def result(*cold, edited=0.5):
    """Return the result of rounds that took these seconds."""
    return Result([Build(one, one * 2, 100) for one in cold], [Build(edited, edited, 120)] * len(cold), 12, 3_400_000)


RESULTS = {
    10: {"ours": result(1, 3, 2), "plain": result(4, 4, 4), "fast <1>": result(0.1, edited=0.05)},
    110: {"ours": result(4), "plain": result(14, edited=12.5)},
}
REPORT = tables(
    RESULTS, {"ours": "does all"}, {"slow": "no\nwind"}, "2 cores", Compared(("ours",), "plain", "fast <1>")
)


@pytest.mark.parametrize(
    "row",
    [
        "| ours | 2.00 (1.00-3.00) | 1.00 | 0.50 (0.50-0.50) | 1.00 | 4.00 | 0.50 | 120 | 12 | 3.4 |",
        "| plain | 4.00 (4.00-4.00) | 2.00 | 0.50 (0.50-0.50) | 1.00 | 8.00 | 0.50 | 120 | 12 | 3.4 |",
        "| fast <1> | 0.10 (0.10-0.10) | 0.05 | 0.05 (0.05-0.05) | 0.10 | 0.20 | 0.05 | 120 | 12 | 3.4 |",
    ],
)
def test_a_row_says_the_median_the_range_and_the_ratio_to_ours(row):
    assert row in REPORT.splitlines()


def test_growth_is_milliseconds_per_added_page():
    assert "|  | 10 to 110, cold | 10 to 110, edit |" in REPORT
    assert "| plain | 100.00 | 120.00 |" in REPORT
    assert "| fast <1> | - | - |" in REPORT


def test_ours_is_held_against_what_the_goals_name():
    assert "| ours, 10 pages | 0.50 | 5.00 |" in REPORT
    assert "| ours, 110 pages | 0.29 | - |" in REPORT


def test_who_is_left_out_is_named_with_the_reason():
    assert "\n\nLeft out: slow, no wind\n" in REPORT


def test_the_report_takes_the_place_of_the_last_one():
    readme = f"before\n{MARKS[0]}old\n{MARKS[1]}\nafter\n"
    once = between_marks(readme, "new\n")

    assert f"before\n{MARKS[0]}\nnew\n\n{MARKS[1]}\nafter\n" == once
    assert between_marks(once, "new\n") == once


def test_the_readme_has_a_place_for_the_report():
    readme = (ROOT / "bench" / "README.md").read_text("utf-8")
    assert [1, 1] == [readme.count(mark) for mark in MARKS]


def test_the_plot_has_a_line_and_a_name_for_everyone_in_both_panels():
    svg = ElementTree.fromstring(plot(RESULTS))
    texts = [text.text for text in svg.iter(f"{SVG}text")]

    assert [2, 2, 2] == [texts.count(name) for name in ("ours", "plain", "fast <1>")]
    assert 2 * (2 + 2 + 1) == len(list(svg.iter(f"{SVG}circle")))


def test_a_scale_goes_by_powers_of_ten():
    scale = Scale(1, 100, 400, 200)
    assert [400, 300, 200] == [scale(1), scale(10), scale(100)]


def test_no_name_stands_on_another():
    heights = sorted(apart({"a": 100, "b": 101, "c": 300, "d": 99}).values())
    assert all(LINE <= after - before for before, after in pairwise(heights))
