"""Dates and forms of applications that contradict each other, told with their place."""

import pytest

FILE = "content/data/membership.yaml"
PARTNER = 'tier "partner", application'


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "opens: 2026-09-30, closes: 2026-07-01",
            [f"21:111: {PARTNER} closes: 2026-07-01 is before 2026-09-30, the day on which it opens."],
        ),
        (
            "closes: 2026-07-01, opens_again: 2026-07-01",
            [f"21:117: {PARTNER} opens_again: 2026-07-01 is not after 2026-07-01, the day on which it closes."],
        ),
        (
            "opens_again: 2026-07-01",
            [f'21:97: {PARTNER} opens_again: there is no "closes" before it. Add that, or write "opens" instead.'],
        ),
        (
            "rolling: yes, closes: 2026-07-01",
            [f"21:93: {PARTNER} rolling: yes means all year, but there are dates too (closes). Keep one or the other."],
        ),
        ("paused: null", [f'21:92: {PARTNER} paused: missing "reason".']),
        ("paused: {until: 2027-01-01}", [f'21:92: {PARTNER} paused: missing "reason".']),
        (
            "paused: yes",
            [
                f'21:92: {PARTNER} paused: expected fields (reason, until), found "yes". '
                'Write them on indented lines below it, such as "reason: ...".'
            ],
        ),
        (
            "opens: in July",
            [
                f"21:91: {PARTNER} opens: expected a date such as 2026-11-23, or for every year one such as July 1, "
                'found "in July".'
            ],
        ),
        (
            "opens: 2026-02-30",
            [f'21:91: {PARTNER} opens: expected a date such as 2026-11-23, found "2026-02-30". There is no such day.'],
        ),
        ("rolling: always", [f'21:93: {PARTNER} rolling: expected yes or no, found "always".']),
        ("open: 2026-07-01", [f'21:84: {PARTNER}: unknown field "open". Did you mean "opens"?']),
        (
            "have_ready: A letter",
            [
                f'21:96: {PARTNER} have_ready: expected a list, found "A letter". '
                'Write each entry on a line below it, behind "- ".'
            ],
        ),
        (
            'interest_form: {url: "https://forms.elsewhere.org/", label: Wave}',
            [
                f'21:105: {PARTNER} interest_form url: "forms.elsewhere.org" is not in application_hosts. '
                'Did you mean "forms.example.org"?'
            ],
        ),
        (
            'interest_form: {url: "https://forms.example.org/wave", label: Wave}',
            [
                f'21:105: {PARTNER} interest_form url: "forms.example.org" is an address kept for examples. '
                "Put in the real one."
            ],
        ),
        (
            'interest_form: {url: "https://forms.smallcoalition.org/wave"}',
            [f'21:99: {PARTNER} interest_form: missing "label".'],
        ),
    ],
)
def test_what_does_not_fit_together_is_told_with_its_place(coalition, fields, expected):
    coalition.change("data/membership.yaml", 'partner", confirmed: yes}', f'partner", confirmed: yes, {fields}}}')

    assert [f"{FILE}:{line}" for line in expected] == coalition.problems()


@pytest.mark.parametrize(
    "fields",
    [
        "opens: 2026-07-01, closes: 2026-07-01",
        "opens: 2026-07-01",
        "opens: null, closes: 2026-07-01, opens_again: 2026-07-02",
        "rolling: no, closes: 2026-07-01",
        "paused: {reason: A year of rest.}, rolling: yes",
        "paused: {reason: A year of rest., until: 2027-01-01}, opens: 2026-07-01, closes: 2026-09-30",
        "have_ready: [A letter], who_runs: We do",
        "opens: July 1, closes: September 30",
        "opens: November 1, closes: January 31, paused: {reason: A year of rest.}",
        "opens: July 1, closes: July 1",
    ],
)
def test_what_does_fit_together_is_no_problem(coalition, fields):
    coalition.change("data/membership.yaml", 'friend", confirmed: no}', f'friend", confirmed: no, {fields}}}')

    assert [] == coalition.problems()


def share(coalition, fields: str) -> None:
    coalition.change("data/membership.yaml", "field: tier}}", f"field: tier}}, {fields}}}")


def test_a_date_of_one_tier_is_compared_with_the_shared_one_and_told_where_it_stands(coalition):
    share(coalition, "opens: 2026-07-01, closes: 2026-09-30")
    coalition.change(
        "data/membership.yaml", 'partner", confirmed: yes}', 'partner", confirmed: yes, opens: 2026-10-01}'
    )

    assert [
        f"{FILE}:21:91: {PARTNER} closes: 2026-09-30 is before 2026-10-01, the day on which it opens."
    ] == coalition.problems()


def test_shared_dates_that_contradict_each_other_are_told_once(coalition):
    share(coalition, "opens: 2026-07-01, closes: 2026-06-30, opens_again: 2026-06-01")

    assert [
        f"{FILE}:15:80: application closes: 2026-06-30 is before 2026-07-01, the day on which it opens.",
        f"{FILE}:15:105: application opens_again: 2026-06-01 is not after 2026-06-30, the day on which it closes.",
    ] == coalition.problems()


def test_a_tier_open_all_year_does_not_contradict_shared_dates(coalition):
    share(coalition, "opens: 2026-07-01, closes: 2026-09-30")
    coalition.change("data/membership.yaml", 'partner", confirmed: yes}', 'partner", confirmed: yes, rolling: yes}')

    assert [] == coalition.problems()


def test_an_address_too_long_with_the_tier_in_it_is_a_problem(coalition):
    path = "x" * 1970
    coalition.change("data/membership.yaml", "smallcoalition.org/partner", f"smallcoalition.org/{path}")

    assert [
        f'{FILE}:21:24: tier "partner", application url: expected at most 2000 characters with the name of the tier '
        "in it, found 2016."
    ] == coalition.problems()
