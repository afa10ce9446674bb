"""A tier answers every criterion, also one that was just added."""

import pytest

from subjects.membership.references import with_every_answer


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
