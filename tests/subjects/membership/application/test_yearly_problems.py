"""Windows of each year that contradict themselves or can never open, told with their place."""

import pytest

FILE = "content/data/membership.yaml"
PARTNER = 'tier "partner", application'


def share(coalition, fields: str) -> None:
    coalition.change("data/membership.yaml", "field: tier}}", f"field: tier}}, {fields}}}")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "opens: July 1, closes: 2026-09-30",
            [f'21:107: {PARTNER} closes: "2026-09-30" has a year, "July 1" has none. Give a year to both, or to none.'],
        ),
        (
            "opens: 2026-07-01, closes: September 30",
            [
                f'21:111: {PARTNER} closes: "2026-07-01" has a year, "September 30" has none. '
                "Give a year to both, or to none."
            ],
        ),
        (
            "opens: July 1",
            [f'21:91: {PARTNER} opens: "July 1" comes each year. Add the day of each year on which it closes.'],
        ),
        (
            "closes: July 1",
            [f'21:92: {PARTNER} closes: "July 1" comes each year. Add the day of each year on which it opens.'],
        ),
        (
            "opens: July 1, closes: August 1, opens_again: 2027-07-01",
            [f"21:130: {PARTNER} opens_again: days of each year open again by themselves. Take this out."],
        ),
        (
            "opens: February 29, closes: Feb 29",
            [
                f"21:112: {PARTNER} closes: it opens and closes on February 29, which most years do not have. "
                "Choose other days."
            ],
        ),
        (
            "opens: 07-01, closes: August 1",
            [
                f'21:91: {PARTNER} opens: expected a day that can be read in one way, found "07-01". '
                'It may be July 1 or January 7. Write "July 1" or "January 7".'
            ],
        ),
        (
            "rolling: yes, opens: July 1, closes: August 1",
            [f"21:93: {PARTNER} rolling: yes means all year, but there are dates too (opens, closes). "
             "Keep one or the other."],
        ),
    ],
)  # fmt: skip
def test_days_of_each_year_that_contradict_each_other_are_told_with_both(coalition, fields, expected):
    coalition.change("data/membership.yaml", 'partner", confirmed: yes}', f'partner", confirmed: yes, {fields}}}')

    assert [f"{FILE}:{line}" for line in expected] == coalition.problems()


def test_a_day_of_one_year_and_a_shared_one_of_each_year_are_told_at_that_of_the_tier(coalition):
    share(coalition, "opens: July 1, closes: September 30")
    coalition.change(
        "data/membership.yaml", 'partner", confirmed: yes}', 'partner", confirmed: yes, opens: 2026-10-01}'
    )

    assert [
        f'{FILE}:21:91: {PARTNER} opens: "2026-10-01" has a year, "September 30" has none. '
        "Give a year to both, or to none."
    ] == coalition.problems()
