"""Which categories are within which."""

import pytest

from subjects.membership.category import is_asked, line

WAYS = {"all": None, "groups": "all", "local": "groups", "people": None, "one": "other", "other": "one"}


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ("local", ("local", "groups", "all")),
        ("people", ("people",)),
        ("unknown", ()),
        (None, ()),
        ("one", ("one", "other")),
    ],
)
def test_a_category_is_followed_by_those_around_it(category, expected):
    assert expected == line(WAYS, category)


@pytest.mark.parametrize(
    ("category", "only", "expected"),
    [
        ("local", ["groups"], True),
        ("groups", ["local"], False),
        ("people", ["groups", "people"], True),
        ("people", None, True),
        (None, None, True),
        (None, ["people"], False),
    ],
)
def test_criteria_for_a_category_are_for_those_within_it_too(category, only, expected):
    assert expected == is_asked(WAYS, category, only)
