"""What is asked of a change of files before it is written: another number needs another look, people need consent."""

import pytest

from conftest import THEME
from saving.save import no_worse, write_if_valid
from sources.problems import ProblemsFound

LINES = "data/help-lines.yaml"
PLAN = "---\ntitle: Plan\ndescription: A plan.\n{}---\n\n{}\n"
LINE = """\
  - id: night
    name: Night line
    number: {number}
    {text}source: https://humantraffickinghotline.org/
    last_reviewed: {day}
"""
UNSEEN = (
    "another number needs another look. Call it or compare it with its source, and say when you checked it in "
    "last_reviewed."
)


def proposed(coalition, file: str, text: str) -> list[str]:
    """Return the problems that keep a text from being written."""
    try:
        write_if_valid(coalition.content, THEME, {file: text.encode()}, no_worse(coalition.content, THEME))
    except ProblemsFound as found:
        return [str(problem) for problem in found.problems]
    return []


def line(number: str = "1-888-373-7888", day: str = "2026-11-02", text: str = "") -> str:
    return LINE.format(number=number, day=day, text=f"text: {text}\n    " if text else "")


@pytest.mark.parametrize(
    ("before", "after", "problems"),
    [
        (line(), line("1-888-373-7889"), [f'content/{LINES}:10:13: help line "night", number: {UNSEEN}']),
        (line(), line(text="233733"), [f'content/{LINES}:11:11: help line "night", text: {UNSEEN}']),
        (line(text="233733"), line(text="233734"), [f'content/{LINES}:11:11: help line "night", text: {UNSEEN}']),
        (line(), line("1-888-373-7889", "2026-11-23"), []),
        (line(day="2026-11-23"), line("1-888-373-7889", "2026-11-23"), []),
        (line(), line("(888) 373-7888"), []),
        (line(text="233733"), line(), []),
        ("", line(), []),
        (line(), "", []),
        (line(), line().replace("Night line", "Line at night"), []),
    ],
)
def test_another_number_needs_another_look(coalition, before, after, problems):
    first = coalition.read(LINES)
    coalition.write(LINES, first + before)

    assert problems == proposed(coalition, LINES, first + after)
    assert (first + before if problems else first + after) == coalition.read(LINES)


PEOPLE = {
    "Ask Dr. Jane Smith.": (
        '"Jane Smith" looks like a person. Name only people in approved_people of site.yaml. If these words name '
        'nobody, write in site.yaml: approved_phrases: ["Dr. Jane Smith"]'
    ),
    "Call 314-555-0199.": (
        'the telephone number "314-555-0199" is neither in help-lines.yaml nor the contact in site.yaml.'
    ),
    "Write to jane@example.com.": (
        'the e-mail address "jane@example.com" is not the contact in site.yaml. Remove it, or put it there.'
    ),
    "Come to 12 Oak Street.": (
        '"12 Oak Street" looks like the address of a place. People at risk may be there: remove it. If it is no place '
        'where people live, work or meet, write in site.yaml: approved_phrases: ["12 Oak Street"]'
    ),
}


@pytest.mark.parametrize(("text", "message"), PEOPLE.items())
def test_what_tells_too_much_about_people_is_told_before_it_is_written(coalition, text, message):
    found = proposed(coalition, "pages/plan.md", PLAN.format("", text))

    assert [message] == [problem.partition(": ")[2] for problem in found]
    assert found[0].startswith("content/pages/plan.md:6:")
    assert not (coalition.content / "pages/plan.md").exists()


@pytest.mark.parametrize(("text", "message"), PEOPLE.items())
def test_so_is_what_stands_in_a_data_file(coalition, text, message):
    data = coalition.read("data/membership.yaml").replace("For those who help.", text)

    assert [f"content/data/membership.yaml:{coalition.line('data/membership.yaml', 'who help')}:14: {message}"] == (
        proposed(coalition, "data/membership.yaml", data)
    )


@pytest.mark.parametrize("fields", ["email: join@small.org", "by: conversation, email: join@small.org, confirmed: no"])
def test_an_address_for_applications_is_given_on_purpose(coalition, fields):
    form = 'url: "https://forms.smallcoalition.org/partner", confirmed: yes'
    data = coalition.read("data/membership.yaml").replace(form, fields)

    assert [] == proposed(coalition, "data/membership.yaml", data)
    assert fields in coalition.read("data/membership.yaml")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("", "*Ask*: **Dr. Jane Smith**, please."),
        ("", "| Who | How |\n| --- | --- |\n| Dr. Jane Smith | by mail |"),
        ("lead: Ask Dr. Jane Smith.\n", "Words."),
    ],
)
def test_it_is_found_as_visitors_read_it(coalition, field, text):
    assert 1 == len(proposed(coalition, "pages/plan.md", PLAN.format(field, text)))


@pytest.mark.parametrize(
    "text",
    [
        "Call 911.",
        "Write to hello@smallcoalition.org.",
        "Ask Dr. Ann Lee.",
        "See [the form](https://weather.gov/form-2026).",
    ],
)
def test_what_is_given_for_the_public_is_written(coalition, text):
    people = "approved_people:\n  - {name: Ann Lee, agreed: 2026-11-02}\n"
    site = (
        coalition.read("data/site.yaml") + f"contact: hello@smallcoalition.org\n{people}forbidden_words: [Elm House]\n"
    )

    assert [] == proposed(coalition, "data/site.yaml", site)
    assert [] == proposed(coalition, "pages/plan.md", PLAN.format("", text))
    assert 1 == len(proposed(coalition, "pages/plan.md", PLAN.format("", "Near Elm House.")))


def test_a_draft_may_say_what_is_not_yet_agreed(coalition):
    assert [] == proposed(coalition, "pages/plan.md", PLAN.format("status: draft\n", "Ask Dr. Jane Smith."))


def test_what_stood_there_before_keeps_nobody_from_writing_more(coalition):
    coalition.write("pages/plan.md", PLAN.format("", "Ask Dr. Jane Smith."))

    assert [] == proposed(coalition, "pages/plan.md", PLAN.format("", "Ask Dr. Jane Smith, today."))
