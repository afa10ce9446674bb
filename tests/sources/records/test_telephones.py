"""Telephone numbers: slips of typing are told, and short or foreign ones let be."""

import pytest

from sources.records.telephones import NORTH_AMERICAN, mistyped_numbers, wanted_digits


@pytest.mark.parametrize(
    "number",
    [
        "1-888-373-78888",
        "1-888-373-788",
        "888-373-78888",
        "888 373 78888",
        "888-373-788",
        "(888) 373-78888",
        "188837378888",
        "+1 888 373 78888",
        "+1888373788",
        "44 20 7946 0958",
    ],
)
def test_too_many_or_too_few_digits_are_told(number):
    assert NORTH_AMERICAN == wanted_digits(number)


@pytest.mark.parametrize(
    "number",
    [
        *("911", "988", "999", "1343", "233733", "116 123", "555-0142"),
        *("1-888-373-7888", "18883737888", "8883737888", "(314) 555-0100", "1 (314) 555-0100", "+1-888-373-7888"),
        *("+44 20 7946 0958", "+49 800 123 45678", "+353 1800 341 900", "0800 0121 700", "01 800 911 2000"),
        *("1800 737 732", "900 202 010", "13 11 14", "21 91234-5678"),
    ],
)
def test_numbers_that_may_be_right_are_let_be(number):
    assert wanted_digits(number) is None


def test_in_a_text_only_what_is_written_as_a_number_is_looked_at():
    text = "Call 314-555-01000 or +49 800 123 45678, in 63101-1234, 2026-2027; (314) 555-0100 (8-17), 500 600 70."

    assert ["314-555-01000"] == list(mistyped_numbers(text))


A_NUMBER = f'expected {NORTH_AMERICAN}, found "1-888-373-78888".'


@pytest.mark.parametrize("field", ["number", "text"])
def test_a_help_line_with_a_slip_in_its_number_is_refused(coalition, field):
    coalition.change("data/help-lines.yaml", 'number: "911"', f'number: "911"\n    {field}: "1-888-373-78888"')
    if field == "number":
        coalition.change("data/help-lines.yaml", 'number: "911"\n    ', "")

    line = coalition.line("data/help-lines.yaml", "78888")
    place = f"content/data/help-lines.yaml:{line}:{9 + len(field) - 2}"
    assert [f'{place}: help line "emergency", {field}: {A_NUMBER}'] == coalition.problems()


def test_and_so_is_a_contact(coalition):
    coalition.change("data/site.yaml", "place:", 'contact: "Call 1-888-373-78888 by day"\nplace:')

    assert [f"content/data/site.yaml:3:10: contact: {A_NUMBER}"] == coalition.problems()


@pytest.mark.parametrize("link", ["tel:1-888-373-78888", "sms:1-888-373-78888?body=Hello"])
def test_and_so_is_a_link_to_call_it(coalition, link):
    coalition.write("pages/more.md", f"---\ntitle: More\ndescription: More.\n---\n\n[Call]({link})\n")

    assert [f'content/pages/more.md:6:8: "{link}": expected {NORTH_AMERICAN}.'] == coalition.problems()
