"""Names in membership.yaml that do not fit each other."""

import pytest

from subjects.membership.references import with_every_answer

FILE = "content/data/membership.yaml"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "joining: not stated",
            "joinning: not stated",
            [
                f'{FILE}:32:7: tier "friend": unknown requirement "joinning". Did you mean "joining"?',
            ],
        ),
        (
            "category: outer",
            "category: outter",
            [
                f'{FILE}:27:15: tier "friend": unknown category "outter". Did you mean "outer"?',
            ],
        ),
        (
            "id: kind,",
            "id: joining,",
            [
                f'{FILE}:6:14: criterion "joining": this id is taken, see line 5. Each criterion has its own.',
            ],
        ),
        (
            "id: outer",
            "id: inner",
            [
                f'{FILE}:11:9: category "inner": this id is taken, see line 8. Each category has its own.',
            ],
        ),
        (
            "https://forms.smallcoalition.org/partner",
            "https://forms.smallcoaltion.org/partner",
            [
                f'{FILE}:21:24: tier "partner", application url: "forms.smallcoaltion.org" is not in '
                'application_hosts. Did you mean "forms.smallcoalition.org"? If it is right, add it to '
                "application_hosts."
            ],
        ),
        (
            "confirmed: no",
            "confirmed: yes",
            [
                f'{FILE}:29:24: tier "friend", application url: confirmed, but "forms.example.org" is kept for '
                "examples. Put in the real address."
            ],
        ),
        (
            "https://forms.example.org/friend",
            "http://forms.example.org/friend",
            [
                f'{FILE}:29:24: tier "friend", application url: expected an https address, '
                'found "http://forms.example.org/friend".'
            ],
        ),
        (
            "kind: People",
            "kind:",
            [
                f'{FILE}:31:7: tier "friend", requirements kind: expected text, a list of texts, '
                'or the words "not stated", found nothing.'
            ],
        ),
        (
            "    summary: For those who help.\n",
            "",
            [f'{FILE}:25:5: tier "friend": missing "summary".'],
        ),
        (
            "style: query, field: tier",
            "style: google, field: tier",
            [f'{FILE}:15:24: application prefill: expected a Google field such as "entry.123456", found "tier".'],
        ),
        (
            "style: query",
            "style: gogle",
            [f'{FILE}:15:32: application prefill style: unknown value "gogle". Did you mean "google"?'],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)
def test_a_name_that_does_not_fit_is_told_with_its_place_and_a_guess(coalition, old, new, expected):
    coalition.change("data/membership.yaml", old, new)

    assert expected == coalition.problems()


def test_two_tiers_of_one_id_are_a_problem(coalition):
    coalition.change("data/membership.yaml", "id: friend", "id: partner")

    assert f'{FILE}:25:9: tier "partner": this id is taken, see line 17. Each tier has its own.' in coalition.problems()


def test_mistakes_of_shape_and_of_names_come_in_one_run(coalition):
    coalition.change("data/membership.yaml", "title: Partner", "titel: Partner")
    coalition.change("data/membership.yaml", "category: outer", "category: outre")

    assert [
        f'{FILE}:18:5: tier "partner": unknown field "titel". Did you mean "title"?',
        f'{FILE}:27:15: tier "friend": unknown category "outre". Did you mean "outer"?',
    ] == coalition.problems()


def test_a_category_without_tiers_is_a_problem(coalition):
    coalition.change("data/membership.yaml", "category: outer", "category: inner")

    assert f'{FILE}:11:5: category "outer": no tier is in it. Add one, or delete the category.' in coalition.problems()


def test_a_category_whose_id_was_changed_is_told_once(coalition):
    coalition.change("data/membership.yaml", "category: inner", "category: outer")
    coalition.change("data/membership.yaml", "  - id: outer", "  - id: ring")
    coalition.change("data/membership.yaml", "  - id: inner\n    title: Inner circle\n", "")
    coalition.change("data/membership.yaml", "    standards: {introduction: What we expect, list: [Honesty]}\n", "")

    assert [
        f'{FILE}:8:5: category "ring": no tier is in it, but 2 tiers are in "outer". Was its id changed? '
        "Change it back."
    ] == coalition.problems()


def membership(*criteria, **requirements) -> dict:
    return {
        "groups": [{"criteria": [{"id": name} for name in criteria]}],
        "tiers": [{"id": "friend", "requirements": requirements}],
    }


def test_a_new_criterion_is_not_stated_and_stands_where_it_stands_in_its_group():
    found = with_every_answer(membership("dues", "kind", kind="People"))

    assert [("dues", "not stated"), ("kind", "People")] == list(found["tiers"][0]["requirements"].items())


def test_the_answer_to_a_criterion_that_went_goes_too():
    assert {"kind": "People"} == (
        with_every_answer(membership("kind", kind="People", dues="none"))["tiers"][0]["requirements"]
    )


@pytest.mark.parametrize(
    "unlike",
    [
        {},
        {"groups": "x", "tiers": "y"},
        {"groups": [{"criteria": [{"id": "kind"}, {"title": "No id"}]}], "tiers": [{"requirements": {"dues": "x"}}]},
        {"groups": [{"criteria": [{"id": "kind"}]}], "tiers": None},
        {"groups": [{"criteria": [{"id": "kind"}]}], "tiers": ["x", {"id": "friend"}]},
    ],
)
def test_what_is_not_of_the_expected_shape_is_left_to_the_check(unlike):
    assert unlike == with_every_answer(unlike)
