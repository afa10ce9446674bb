"""Help lines: all that is known of them, and when to look at them again."""

from datetime import date

import pytest

from publication.to_do import to_do
from safety.help_lines import HelpLine

LINE = {"id": "x", "name": "A line", "number": "1-888-373-7888", "source": "https://www.mo.gov/"}
DATA = "data/help-lines.yaml"
REVIEWED = "last_reviewed: 2026-11-23"


@pytest.mark.parametrize(
    ("reviewed", "every", "due"),
    [("2026-01-31", "1 month", date(2026, 2, 28)), ("2026-11-23", "6 months", date(2027, 5, 23)),
     ("2024-02-29", "1 year", date(2025, 2, 28)), ("2026-12-01", "1 month", date(2027, 1, 1))],
)  # fmt: skip
def test_a_line_is_due_after_as_many_months(reviewed, every, due):
    assert due == HelpLine(**LINE, last_reviewed=reviewed, review_every=every).due


def test_an_overdue_line_is_on_the_to_do_list(coalition):
    coalition.change(DATA, REVIEWED, "last_reviewed: 2026-05-23")

    expected = (
        'Help line "Emergency": last reviewed 2026-05-23, due 2026-11-23. Call it, and say when. '
        "From 2027-05-23 on, the public site is not published without that."
    )
    assert expected in map(str, to_do(coalition.check()))


def test_after_twice_the_time_nothing_is_published_with_a_line(coalition):
    coalition.change(DATA, REVIEWED, "last_reviewed: 2025-11-23")

    built = coalition.build("publishconf.py")

    assert 1 == built.status
    assert built.said.startswith(
        "1 problem in 1 file; nothing was published.\n"
        '  content/data/help-lines.yaml:7:20: help line "emergency", last_reviewed: 2025-11-23 is 12 months ago or '
        "more, twice its review_every. Call the line, compare it with its source, and write the day here.\n"
        '  See GUIDE.md, "Help lines".\n'
    )
    assert 0 == coalition.build().status


def test_a_day_before_that_it_is_published(coalition):
    coalition.change(DATA, REVIEWED, "last_reviewed: 2025-11-24")

    assert 0 == coalition.build("publishconf.py").status


def test_the_file_says_how_long_a_line_may_wait(coalition):
    coalition.change(DATA, REVIEWED, "last_reviewed: 2025-11-23\n    review_every: 1 year")

    assert [] == coalition.problems()


def test_the_page_of_all_lines_says_what_is_known_and_nothing_else(coalition):
    front = "---\ntitle: Help\ndescription: Whom to call.\n---\n\n::: help-lines\n"
    coalition.write("pages/help.md", front)
    section = coalition.build().page("help").select_one(".help-lines section")

    assert ["Source", "Checked on"] == [label.get_text() for label in section.find_all("dt")]
    assert '<time datetime="2026-11-23">November 23, 2026</time>' == str(section.find_all("dd")[1].time)
    assert section.find("a", href=lambda href: href.startswith("tel:"))
