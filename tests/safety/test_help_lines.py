"""The records of help-lines.yaml."""

import pytest

from safety.help_lines import HelpLine

FILE = "content/data/help-lines.yaml"
DIGITS = 'expected digits as people read them, such as "1-888-373-7888"'


@pytest.mark.parametrize(
    ("number", "tel"),
    [
        ("911", "911"),
        ("1-888-373-7888", "+18883737888"),
        ("(573) 555-0100", "5735550100"),
        ("+44 20 7946 0000", "+442079460000"),
    ],
)
def test_a_number_written_for_people_becomes_one_to_dial(number, tel):
    line = HelpLine(id="a", name="A", number=number, source="https://www.911.gov/", last_reviewed="2026-11-23")

    assert tel == line.tel


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"911"', "nine one one", f'5:13: help line "emergency", number: {DIGITS}, found "nine one one".'),
        ('"911"', '"1.888.373.7888"', f'5:13: help line "emergency", number: {DIGITS}, found "1.888.373.7888".'),
        ('"911"', '"--"', f'5:13: help line "emergency", number: {DIGITS}, found "--".'),
        (
            '"911"',
            '"1234567890123456"',
            '5:13: help line "emergency", number: expected at most 15 digits, found "1234567890123456".',
        ),
        (
            "https://www.911.gov/",
            "https://hotline.invalid/",
            '6:13: help line "emergency", source: expected the address of a real site, '
            'found "https://hotline.invalid/". Its name is kept for examples.',
        ),
    ],
)
def test_what_nobody_could_call_or_look_up_is_refused(coalition, old, new, expected):
    coalition.change("data/help-lines.yaml", old, new)

    assert [f"{FILE}:{expected}"] == coalition.problems()


def test_two_help_lines_of_one_id_are_a_problem(coalition):
    lines = coalition.read("data/help-lines.yaml")
    coalition.write("data/help-lines.yaml", lines + lines.partition("\n")[2])

    assert [
        f'{FILE}:8:9: help line "emergency": this id is taken, see line 2. Each help line has its own.'
    ] == coalition.problems()
