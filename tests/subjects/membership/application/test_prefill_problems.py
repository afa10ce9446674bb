"""Prefills of forms: what a service ignores is told where it is to be mended, and what nobody can know is accepted."""

import pytest

FILE, DATA = "content/data/membership.yaml", "data/membership.yaml"
HOSTS = "[forms.example.org, forms.smallcoalition.org]"
PARTNER, FRIEND = "https://forms.smallcoalition.org/partner", "https://forms.example.org/friend"
GOOGLE, AIRTABLE = "https://docs.google.com/forms/d/e/x/viewform", "https://airtable.com/app1/shr1"


def of(coalition, partner: str, friend: str = FRIEND) -> list[str]:
    """Return the problems once the forms stand at these addresses, in each case allowed ones."""
    coalition.change(
        DATA, HOSTS, "[forms.example.org, forms.smallcoalition.org, docs.google.com, airtable.com, forms.gle]"
    )
    coalition.change(DATA, PARTNER, partner)
    coalition.change(DATA, FRIEND, friend)
    return coalition.problems()


def test_where_no_form_takes_the_shared_one_in_the_same_way_each_needs_its_own(coalition):
    needed = 'application: expected a prefill of its own, found only the shared one of style "query", which'
    assert [
        f'{FILE}:21:24: tier "partner", {needed} Google Forms ignores. '
        "Add: prefill: {style: google, field: entry.NUMBER}",
        f'{FILE}:29:24: tier "friend", {needed} Airtable ignores. Add: prefill: {{style: airtable, field: tier}}',
    ] == of(coalition, GOOGLE, AIRTABLE)


def test_what_all_forms_ignore_is_told_once_where_they_share_it(coalition):
    (problem,) = of(coalition, GOOGLE, GOOGLE.replace("/x/", "/y/"))

    assert problem.startswith(f"{FILE}:15:24: application prefill: expected a style that Google Forms takes")


def test_what_is_written_as_told_is_accepted(coalition):
    coalition.change(DATA, "{style: query, field: tier}", "{style: airtable, field: tier}")

    assert [] == of(coalition, AIRTABLE)


def test_a_prefill_of_ones_own_is_not_judged_by_the_shared_one(coalition):
    assert [] == of(coalition, f'{GOOGLE}", prefill: {{style: google, field: entry.1}}, host_label: "Google')


@pytest.mark.parametrize("friend", [FRIEND, "https://forms.smallcoalition.org/friend"])
def test_a_service_that_is_not_known_may_take_any_style(coalition, friend):
    coalition.change(DATA, "{style: query, field: tier}", "{style: google, field: entry.1}")

    assert [] == of(coalition, PARTNER, friend)


def test_a_short_address_is_accepted_where_nothing_is_filled_in(coalition):
    coalition.change(DATA, "application: {prefill: {style: query, field: tier}}", "application: {rolling: yes}")

    assert [] == of(coalition, "https://forms.gle/AbC")
