"""What the coalition still has to give, in lines that stay few."""

import pytest

from checking.to_do import to_do, to_do_list, waiting

EVERYTHING = (
    "who_runs: We do, how_long: An hour, have_ready: [A letter], what_next: We write back, who_decides: All of us"
)
NOT_GIVEN = "What to know before applying, not given for"


def told(coalition) -> list[str]:
    return [str(entry) for entry in to_do(coalition.check())]


def about_applying(coalition) -> list[str]:
    return [line for line in told(coalition) if line.startswith(NOT_GIVEN)]


def tell(coalition, tier: str, fields: str) -> None:
    coalition.change("data/membership.yaml", f'/{tier}", ', f'/{tier}", {fields}, ')


def test_what_no_tier_tells_is_one_line(coalition):
    assert [
        f"{NOT_GIVEN} any tier: who runs the form, how long it takes, what to have ready, what happens next, "
        "who decides, when applications are accepted."
    ] == about_applying(coalition)


def test_what_only_some_tiers_tell_is_a_line_for_the_others(coalition):
    tell(coalition, "partner", f"{EVERYTHING}, rolling: yes")
    tell(coalition, "friend", "how_long: An hour, opens: 2026-07-01")

    assert [
        f'{NOT_GIVEN} "Friend": who runs the form, what to have ready, what happens next, who decides.'
    ] == about_applying(coalition)


def test_what_all_tiers_share_is_told_by_each(coalition):
    coalition.change("data/membership.yaml", "field: tier}}", f"field: tier}}, {EVERYTHING}, rolling: yes}}")

    assert [] == about_applying(coalition)


def test_plain_words_are_listed_until_they_are_confirmed(coalition):
    coalition.change(
        "data/site.yaml", "{text: A small mission}", "{text: A small mission, in_plain_words: {text: Small}}"
    )
    coalition.change(
        "data/membership.yaml", "summary: For those who lead.", "summary: x\n    in_plain_words: {text: Lead}"
    )
    waiting = "Plain words that the organization has not confirmed, but visitors read: "

    assert f'{waiting}mission, "Partner".' in told(coalition)

    coalition.change("data/site.yaml", "{text: Small}", "{text: Small, confirmed: yes}")
    coalition.change("data/membership.yaml", "{text: Lead}", "{text: Lead, confirmed: yes}")

    assert not any(line.startswith(waiting) for line in told(coalition))


def typed_at(coalition, beginning: str) -> str:
    """Return the line on which the fact would be given, as it stands in the file."""
    (place,) = {entry.place for entry in to_do(coalition.check()) if entry.text.startswith(beginning)}
    return coalition.read(place.file.removeprefix("content/")).split("\n")[place.line - 1][place.column - 1 :]


def test_each_entry_knows_where_the_fact_would_be_given(coalition):
    coalition.change("data/site.yaml", "place:", "not_yet_given:\n  - {fact: Dues, reason: Unknown}\nplace:")
    plain = "in_plain_words: {text: Small, confirmed: no}"
    coalition.change("data/site.yaml", "{text: A small mission}", f"{{text: A small mission, {plain}}}")
    coalition.write("pages/later.md", "---\ntitle: Later\ndescription: Not yet.\nstatus: draft\n---\n")
    coalition.change("data/help-lines.yaml", "2026-11-23", "2026-05-22")

    assert typed_at(coalition, 'Application form of "Friend"') == '"https://forms.example.org/friend", confirmed: no}'
    assert typed_at(coalition, NOT_GIVEN) == "application: {prefill: {style: query, field: tier}}"
    assert typed_at(coalition, "Plain words") == "no}}"
    assert typed_at(coalition, "Dues") == "{fact: Dues, reason: Unknown}"
    assert typed_at(coalition, "help line") == "2026-05-22"
    assert typed_at(coalition, "content/pages/later.md is a draft") == "draft"


def test_a_question_that_visitors_have_keeps_its_question_mark(coalition):
    coalition.change("data/site.yaml", "place:", "not_yet_given:\n  - {fact: Is it free?, reason: Unknown}\nplace:")

    assert "Is it free? Unknown" in {entry.text for entry in to_do(coalition.check())}


LINES = "data/help-lines.yaml"
ANOTHER = """
  - id: other
    name: Another line
    number: "1-888-373-7888"
    source: https://www.mo.gov/
    last_reviewed: 2026-05-01
"""


def test_what_is_overdue_comes_first_by_the_day_with_its_place_and_nobody_calls_the_emergency_number(coalition):
    coalition.change(LINES, "2026-11-23", "2026-05-22")
    coalition.write(LINES, f"{coalition.read(LINES).rstrip()}{ANOTHER}")
    coalition.change("pages/index.md", "\ntitle:", "\nlast_reviewed: 2025-11-20\nreview_every: 1 year\ntitle:")

    place = f"content/{LINES}"
    assert to_do_list(coalition.check()).split("\n")[:4] == [
        "To do, 5 things to give or confirm:",
        f'  - Overdue: {place}:12:20: help line "Another line", last reviewed 2026-05-01, due 2026-11-01. '
        "Call it or read its source, and say when.",
        '  - Overdue: content/pages/index.md:2:16: page "Small Coalition", last reviewed 2025-11-20, due 2026-11-20. '
        "Read it, and say when.",
        f'  - Overdue: {place}:7:20: help line "Emergency", last reviewed 2026-05-22, due 2026-11-22. '
        "Read its source, and say when.",
    ]


def test_what_is_due_today_is_not_overdue_yet(coalition):
    coalition.change(LINES, "2026-11-23", "2026-05-23")

    assert not any(line.startswith("Overdue") for line in told(coalition))


def test_a_publish_says_what_was_published_and_how_much_waits(coalition):
    said = coalition.build("publishconf.py").said.splitlines()

    assert ["output: 6 pages", "Heaviest page", "2 things wait to be confirmed; `make check` lists them."] == [
        said[0].split(",")[0],
        said[1].split(":")[0],
        said[2],
    ]
    assert 3 == len(said)


@pytest.mark.parametrize(
    ("things", "places", "line"),
    [
        (0, 0, "Nothing is left to confirm."),
        (1, 0, "1 thing waits to be confirmed; `make check` lists it."),
        (9, 1, "9 things wait to be confirmed, 1 place to think about; `make check` lists them."),
        (0, 2, "2 places to think about; `make check` lists them."),
    ],
)
def test_how_much_waits_is_one_line(things, places, line):
    assert line == waiting(things, places)
