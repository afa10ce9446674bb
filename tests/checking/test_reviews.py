"""What is due for review, and when."""

from datetime import date

import pytest

from checking.to_do import Review, never_reviewed, reviews
from sources.problems import Place


def review_page(coalition, page: str, last: str, every: str) -> None:
    fields = f"last_reviewed: {last}\nreview_every: {every}"
    coalition.change(f"pages/{page}", "\ndescription:", f"\n{fields}\ndescription:")


def test_pages_and_help_lines_come_by_the_day_on_which_they_are_due(coalition):
    review_page(coalition, "index.md", "2026-05-20", "6 months")
    review_page(coalition, "membership/friend.md", "2026-05-31", "9 months")

    assert [(one.name, one.due, one.left) for one in reviews(coalition.check())] == [
        ("Small Coalition", date(2026, 11, 20), "3 days over"),
        ("Friend", date(2027, 2, 28), "97 days left"),
        ("Emergency", date(2027, 5, 23), "181 days left"),
    ]


def test_each_leads_to_the_day_in_its_file(coalition):
    review_page(coalition, "index.md", "2026-05-20", "6 months")

    page, line = reviews(coalition.check())
    assert page.place == Place("content/pages/index.md", 3, 16)
    assert line.place == Place(
        "content/data/help-lines.yaml", coalition.line("data/help-lines.yaml", "last_reviewed"), 20
    )


@pytest.mark.parametrize(
    ("days", "left", "overdue"),
    [(-400, "400 days over", True), (-1, "1 day over", True), (0, "due today", False), (1, "1 day left", False),
     (1500, "1,500 days left", False)],
)  # fmt: skip
def test_what_is_due_today_is_not_overdue_yet(days, left, overdue):
    review = Review("x", date.min, date.min, days, Place("x"))

    assert (left, overdue) == (review.left, review.overdue)


def test_pages_that_nobody_is_asked_to_review_are_named_but_not_those_that_no_file_holds(coalition):
    review_page(coalition, "index.md", "2026-05-20", "6 months")
    coalition.change("pages/membership/friend.md", "\ndescription:", "\nlast_reviewed: 2026-05-20\ndescription:")

    assert {"404", "membership/friend", "membership/index", "membership/partner"} == {
        page.path for page in never_reviewed(coalition.check())
    }
