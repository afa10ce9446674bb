"""Help lines: all that is known of them, and when to look at them again."""

from datetime import date

import pytest

from publication.to_do import to_do
from safety.help_lines import HelpLine

LINE = {"id": "x", "name": "A line", "number": "1-888-373-7888", "source": "https://www.mo.gov/"}
DATA = "data/help-lines.yaml"


@pytest.mark.parametrize(
    ("reviewed", "every", "due"),
    [("2026-01-31", "1 month", date(2026, 2, 28)), ("2026-11-23", "6 months", date(2027, 5, 23)),
     ("2024-02-29", "1 year", date(2025, 2, 28)), ("2026-12-01", "1 month", date(2027, 1, 1))],
)  # fmt: skip
def test_a_line_is_due_after_as_many_months(reviewed, every, due):
    assert due == HelpLine(**LINE, last_reviewed=reviewed, review_every=every).due


def test_an_overdue_line_is_on_the_to_do_list(coalition):
    (line,) = coalition.check().help_lines.help_lines
    coalition.change(DATA, str(line.last_reviewed), "2020-01-01")

    expected = f'Help line "{line.name}": last reviewed 2020-01-01, due 2020-07-01. Call it, and say when.'
    assert expected in to_do(coalition.check())


def test_the_page_of_all_lines_says_what_is_known_and_nothing_else(coalition):
    front = "---\ntitle: Help\ndescription: Whom to call.\n---\n\n::: help-lines\n"
    coalition.write("pages/help.md", front)
    section = coalition.build().page("help").select_one(".help-lines section")

    assert ["Source", "Checked on"] == [label.get_text() for label in section.find_all("dt")]
    assert section.find("a", href=lambda href: href.startswith("tel:"))
