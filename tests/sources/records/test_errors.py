"""What pydantic finds, as problems of staff."""

import pytest

FILE = "content/data/membership.yaml"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "    title: Friend\n    category: outer\n    summary: For those who help.\n",
            "",
            '25:5: tier "friend": missing "title", "summary".',
        ),
        ("title: Friend", "titel: Friend", '26:5: tier "friend": unknown field "titel". Did you mean "title"?'),
        (
            "requirements:\n      kind: People\n      joining: not stated",
            "requirements:\n    kind: People\n    joining: not stated",
            '30:5: tier "friend", requirements: expected fields, found nothing. Write them on indented lines below it.',
        ),
        (
            "{introduction: What we hope, list: [Kindness]}",
            "Kindness",
            '13:16: category "outer", standards: expected fields (introduction, list), found "Kindness". '
            'Write them on indented lines below it, such as "introduction: ...".',
        ),
        (
            "[Kindness]",
            "Kindness",
            '13:51: category "outer", standards list: expected a list, found "Kindness". '
            'Write each entry on a line below it, behind "- ".',
        ),
        (
            "      kind: People\n",
            "      kind:\n        - {a: b}\n",
            '32:11: tier "friend", requirements kind 1: expected text, found fields. '
            'Put text that contains ": " in "quotes".',
        ),
        (
            "      kind: People\n      joining: not stated",
            "      - kind: People\n      - joining: not stated",
            '31:7: tier "friend", requirements: expected fields, found a list. Leave out the "- " before them.',
        ),
        (
            "- {id: kind, title: Kind}",
            "- kind",
            '5:9: group "who", criterion 1: expected fields (id, title, application_link, kind, help), found "kind". '
            'Write them on indented lines below it, such as "id: ...".',
        ),
        (
            "    standards: {introduction: What we hope, list: [Kindness]}\n",
            "    standards:\n      introduction: What we hope\n    list: [Kindness]\n",
            '15:5: "list" stands too far left. Line it up with the fields that it belongs to.',
        ),
        (
            "    title: Outer circle\n    standards: {introduction: What we hope, list: [Kindness]}\n",
            "    standards:\n      introduction: What we hope\n      list: [Kindness]\n      title: Outer\n",
            '15:7: "title" stands too far right. Line it up with the fields that it belongs to.',
        ),
        ("groups:\n", "group:\n", '1:1: unknown field "group". Did you mean "groups"?'),
        (
            "    criteria:\n",
            "    criterias:\n",
            '4:5: group "who": unknown field "criterias". Did you mean "criteria"?',
        ),
        (
            "application_hosts:",
            "aplication_hosts:",
            '14:1: unknown field "aplication_hosts". Did you mean "application_hosts"?',
        ),
        (
            "  - id: friend\n",
            "  - id: friend\n  - id: friend\n",
            '25:5: tier "friend": missing "title", "summary", "requirements".',
        ),
    ],
    ids=lambda value: value.strip()[:30],
)
def test_one_mistake_is_one_problem(coalition, old, new, expected):
    coalition.change("data/membership.yaml", old, new)

    assert [f"{FILE}:{expected}"] == coalition.problems()


def test_a_field_that_is_not_a_lost_line_is_told_beside_an_empty_one(coalition):
    coalition.change("data/membership.yaml", "    title: Friend", "    colour: blue\n    title: Friend")
    coalition.change("data/membership.yaml", "{style: query, field: tier}", "{style: query, field: }")

    assert [
        f"{FILE}:15:39: application prefill field: expected text, found nothing.",
        f'{FILE}:26:5: tier "friend": unknown field "colour". '
        "Expected one of: id, title, category, label, closed, summary, in_plain_words, requirements, application.",
    ] == coalition.problems()


def test_a_name_of_any_length_fits_into_a_report(coalition):
    coalition.change("data/membership.yaml", "      kind: People", f"      {'k' * 500}: People")

    assert all(len(problem) < 300 for problem in coalition.problems())


def test_an_empty_status_names_what_it_may_be(coalition):
    coalition.change("pages/membership/index.md", "---\n\n", "status:\n---\n\n")

    assert [
        "content/pages/membership/index.md:4:1: status: expected published or draft, found nothing."
    ] == coalition.problems()


def test_a_language_that_the_theme_does_not_speak_is_told_where_it_was_chosen(coalition):
    coalition.change("data/site.yaml", "place: Anytown", "place: Anytown\nlanguage: de")

    assert [
        'content/data/site.yaml:4:11: language: the theme has no words in "de", only in: en, es.'
    ] == coalition.problems()
