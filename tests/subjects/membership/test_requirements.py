"""Every tier answers every criterion and no other; a criterion that changed is told once."""

import pytest

FILE = "content/data/membership.yaml"
KIND = "      - {id: kind, title: Kind}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "{id: kind,",
            "{id: sort,",
            ['5:9: criterion "sort": no tier answers it. But every tier answers "kind". Was its id changed? '
             "Change it back."],
        ),
        (
            KIND,
            f"{KIND}      - {{id: dues, title: Dues}}\n",
            ['6:9: criterion "dues": no tier answers it. Add "dues: ..." to each, or "dues: not stated".'],
        ),
        (
            KIND,
            "",
            ['22:7: every tier answers "kind", but no criterion has this id. Put one in, or delete the answers.'],
        ),
        (
            "kind: People\n      joining: not stated",
            "sort: People",
            ['30:5: tier "friend": no answer for "kind", "joining". Write it down, or write "not stated".',
             '31:7: tier "friend": unknown requirement "sort". Expected one of: kind, joining.'],
        ),
        (
            "kind: People",
            "knid: People",
            ['31:7: tier "friend": unknown requirement "knid". Did you mean "kind"?'],
        ),
        (
            "{id: kind,",
            "{id: kind_of,",
            ['5:14: group "who", criterion "kind_of", id: expected small letters, digits and single hyphens, '
             'such as "ally-network", found "kind_of".'],
        ),
    ],
    ids=["renamed", "added", "deleted", "lost", "misspelt", "wrong id"],
)  # fmt: skip
def test_a_criterion_and_its_answers_go_together(coalition, old, new, expected):
    coalition.change("data/membership.yaml", old, new)

    assert [f"{FILE}:{problem}" for problem in expected] == coalition.problems()


def test_the_answers_of_a_single_tier_are_told_by_name(coalition):
    text = coalition.read("data/membership.yaml")
    start = text.index("  - id: friend")
    coalition.write("data/membership.yaml", text[:start].replace("joining: Yes", "joinning: Yes"))

    assert f'{FILE}:24:7: tier "partner": unknown requirement "joinning". Did you mean "joining"?' in (
        coalition.problems()
    )
