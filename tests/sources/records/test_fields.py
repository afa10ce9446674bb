"""The kinds of value, and what each says about text that does not fit."""

from datetime import date

import pytest

from sources.problems import ProblemsFound
from sources.records.data_file import typed
from sources.records.fields import Day, Id, Language, Months, Record, TimeZone, Title, Year, YesNo
from sources.yaml.document import parse

AN_ID = 'id: expected small letters, digits and single hyphens, such as "ally-network"'
A_ZONE = 'time_zone: expected a time zone such as "America/Chicago"'


class Sample(Record):
    title: Title = "A title"
    id: Id = "an-id"
    shown: YesNo = True
    day: Day = date(2026, 1, 1)
    every: Months = 1
    year: Year = 2018
    language: Language = "en"
    time_zone: TimeZone = "UTC"


def read(text: str) -> Sample:
    return typed(parse(text, "a.yaml", model=Sample), Sample, lambda _: "A guide")


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("shown: No", "shown", False),
        ("shown: yes", "shown", True),
        ("shown: TRUE", "shown", True),
        ("shown: y", "shown", True),
        ("shown: On", "shown", True),
        ("shown: “yes”", "shown", True),
        ("shown: 'N'", "shown", False),
        ("shown: off  # for now", "shown", False),
        ("id: “friend”", "id", "friend"),
        ("day: 2024-02-29", "day", date(2024, 2, 29)),
        ("every: 6 months", "every", 6),
        ("every: 2 years", "every", 24),
        ("every: Six months", "every", 6),
        ("every: half a year", "every", 6),
        ("every: every year", "every", 12),
        ("every: quarterly", "every", 3),
        ("day: November 23, 2026", "day", date(2026, 11, 23)),
        ("day: 11/23/2026  # by Ann", "day", date(2026, 11, 23)),
        ("year: 2005", "year", 2005),
        ("title: 012", "title", "012"),
        ("title: ' spaced '", "title", "spaced"),
        ("language: pt-BR", "language", "pt-BR"),
        ("language: en_us", "language", "en-US"),
        ("time_zone: America/Chicago", "time_zone", "America/Chicago"),
        ("time_zone: chicago", "time_zone", "America/Chicago"),
        ("time_zone: st johns", "time_zone", "America/St_Johns"),
    ],
)
def test_text_becomes_the_value_that_the_field_wants(text, field, value):
    assert value == getattr(read(text), field)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("shown: maybe", 'shown: expected yes or no, found "maybe".'),
        ("shown:", "shown: expected yes or no, found nothing."),
        ("day: 2026-02-30", 'day: expected a date such as 2026-11-23, found "2026-02-30". There is no such day.'),
        ("every: often", 'every: expected a period such as "6 months" or "1 year", found "often".'),
        ("year: 05", 'year: expected a year such as 2018, found "05".'),
        ("id: An Id", 'id: expected small letters, digits and single hyphens, such as "ally-network", found "An Id".'),
        ('id: ""', f"{AN_ID}, found nothing."),
        ("language: Englsh", 'language: expected a language such as "en" or "en-US", found "Englsh".'),
        ("time_zone: Central", f'{A_ZONE}, found "Central". Did you mean "Canada/Central" or "US/Central"?'),
        ("time_zone: America/Chicgo", f'{A_ZONE}, found "America/Chicgo". Did you mean "America/Chicago"?'),
        ("time_zone: America", f'{A_ZONE}, found "America".'),
        ("time_zone: /etc/localtime", f'{A_ZONE}, found "/etc/localtime".'),
        ("time_zone: localtime", f'{A_ZONE}, found "localtime".'),
        ("title:", "title: expected text, found nothing."),
        ("title: ''", "title: expected text, found nothing."),
        ("title: [a]", "title: expected text, found a list."),
        ("title: {a: b}", 'title: expected text, found fields. Put text that contains ": " in "quotes".'),
        (f"title: {'x' * 300}", "title: expected at most 90 characters, found 300."),
        ("titel: x", 'unknown field "titel". Did you mean "title"?'),
    ],
)
def test_text_that_does_not_fit_is_told_with_what_was_expected_and_found(text, expected):
    with pytest.raises(ProblemsFound) as found:
        read(text)

    assert [expected] == [problem.message for problem in found.value.problems]


def test_every_wrong_field_is_told_in_one_run():
    with pytest.raises(ProblemsFound) as found:
        read("shown: maybe\nday: soon\nwhat: x\n")

    assert [str(problem.place) for problem in found.value.problems] == ["a.yaml:1:8", "a.yaml:2:6", "a.yaml:3:1"]
