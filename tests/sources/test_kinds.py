"""The kinds of value, and what each says about text that does not fit."""

from datetime import date

import pytest

from sources.kinds import Day, HttpsAddress, Id, Months, Record, Title, Year, YesNo
from sources.nodes import parse
from sources.problems import ProblemsFound
from sources.typed import typed


class Sample(Record):
    title: Title = "A title"
    id: Id = "an-id"
    shown: YesNo = True
    day: Day = date(2026, 1, 1)
    every: Months = 1
    year: Year = 2018
    url: HttpsAddress = "https://example.org/"


def read(text: str) -> Sample:
    return typed(parse(text, "a.yaml"), Sample, "A guide")


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("shown: No", "shown", False),
        ("shown: yes", "shown", True),
        ("day: 2024-02-29", "day", date(2024, 2, 29)),
        ("every: 6 months", "every", 6),
        ("every: 2 years", "every", 24),
        ("year: 2005", "year", 2005),
        ("title: 012", "title", "012"),
        ("title: ' spaced '", "title", "spaced"),
        ("url: https://docs.google.com/forms/d/e/x/viewform?a=1#b", "url", None),
    ],
)
def test_text_becomes_the_value_that_the_field_wants(text, field, value):
    assert (value or getattr(read(text), field)) == getattr(read(text), field)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("shown: maybe", 'shown: expected yes or no, found "maybe".'),
        ("shown:", "shown: expected yes or no, found nothing."),
        ("day: 11/23/2026", 'day: expected a date such as 2026-11-23, found "11/23/2026".'),
        ("day: 2026-02-30", 'day: expected a date such as 2026-11-23, found "2026-02-30".'),
        ("every: often", 'every: expected a period such as "6 months" or "1 year", found "often".'),
        ("year: 05", 'year: expected a year such as 2018, found "05".'),
        ("id: An Id", 'id: expected small letters, digits and single hyphens, such as "ally-network", found "An Id".'),
        ("title:", "title: expected text, found nothing."),
        ("title: ''", "title: expected text, found nothing."),
        ("title: [a]", "title: expected text, found a list."),
        ("title: {a: b}", "title: expected text, found fields."),
        (f"title: {'x' * 300}", "title: expected at most 90 characters, found 300."),
        ("titel: x", 'unknown field "titel". Did you mean "title"?'),
    ],
)
def test_text_that_does_not_fit_is_told_with_what_was_expected_and_found(text, expected):
    with pytest.raises(ProblemsFound) as found:
        read(text)

    assert [expected] == [problem.message for problem in found.value.problems]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://forms.org/", 'expected an https address, found "http://forms.org/".'),
        ("javascript:alert(1)", 'expected an https address, found "javascript:alert(1)".'),
        ("data:text/html,x", 'expected an https address, found "data:text/html,x".'),
        ("//forms.org/", 'expected an https address, found "//forms.org/".'),
        ("https://forms.org/a b", 'expected an https address, found "https://forms.org/a b".'),
        ('https://forms.org/"x', 'expected an https address, found "https://forms.org/"x".'),
        (
            "https://ann:secret@forms.org/",
            'expected an https address without user name or password, found "https://ann:secret@forms.org/".',
        ),
        (
            "https://127.0.0.1/",
            "expected an https address with a host name in small letters, such as https://forms.example.org/join, "
            'found "https://127.0.0.1/".',
        ),
        (
            "https://forms.org/?utm_source=x",
            'expected an address that does not follow its readers: remove "utm_source", '
            'found "https://forms.org/?utm_source=x".',
        ),
        (
            "https://forms.org/?a=1&FBCLID=x",
            'expected an address that does not follow its readers: remove "FBCLID", '
            'found "https://forms.org/?a=1&FBCLID=x".',
        ),
    ],
)
def test_an_address_that_could_harm_a_visitor_is_refused(address, expected):
    with pytest.raises(ProblemsFound) as found:
        read(f"url: '{address}'")

    assert [f"url: {expected}"] == [problem.message for problem in found.value.problems]


def test_every_wrong_field_is_told_in_one_run():
    with pytest.raises(ProblemsFound) as found:
        read("shown: maybe\nday: soon\nwhat: x\n")

    assert [str(problem.place) for problem in found.value.problems] == ["a.yaml:1:8", "a.yaml:2:6", "a.yaml:3:1"]
