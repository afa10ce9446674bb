"""What is still to be given about applications."""

import pytest

from checking.to_do import to_do

PARTNER_FORM = 'url: "https://forms.smallcoalition.org/partner", confirmed: yes'


def told(coalition) -> list[str]:
    return [entry.text for entry in to_do(coalition.check())]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("email: join@example.org", "join@example.org is only an example. The public site does not lead there."),
        (
            "email: join@small.org, confirmed: no",
            "join@small.org is not confirmed. The public site does not lead there.",
        ),
        (
            "page: membership/index, confirmed: no",
            "membership/index is not confirmed. The public site does not lead there.",
        ),
    ],
)
def test_a_way_that_is_not_public_is_an_entry(coalition, fields, expected):
    coalition.change("data/membership.yaml", PARTNER_FORM, fields)

    assert f'Application of "Partner": {expected}' in told(coalition)


@pytest.mark.parametrize(
    "fields", ["email: join@small.org", "page: membership/index", "by: invitation", "by: conversation, page: index"]
)
def test_a_way_that_is_public_is_none(coalition, fields):
    coalition.change("data/membership.yaml", PARTNER_FORM, fields)

    assert not any(line.startswith("Application") and "Partner" in line for line in told(coalition))


def test_a_conversation_with_nobody_is_an_entry(coalition):
    coalition.change("data/membership.yaml", PARTNER_FORM, "by: conversation")
    nobody = 'Application of "Partner" by conversation: no page, e-mail address or contact says with whom.'
    assert nobody in told(coalition)

    coalition.change("data/site.yaml", "place:", "contact: Ring the bell\nplace:")

    assert nobody not in told(coalition)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        (
            "email: join@small.org, rolling: yes",
            "who reads it, how long it takes, what to have ready, what happens next, who decides",
        ),
        (
            "email: join@small.org, full: yes, who_runs: We",
            "how long it takes, what to have ready, what happens next, who decides",
        ),
        ("page: membership/index", None),
        ("by: invitation", None),
    ],
)
def test_what_to_know_before_is_asked_for_where_the_site_is_what_tells_it(coalition, fields, missing):
    coalition.change("data/membership.yaml", PARTNER_FORM, fields)
    lines = [
        line for line in told(coalition) if line.startswith('What to know before applying, not given for "Partner"')
    ]

    assert ([f'What to know before applying, not given for "Partner": {missing}.'] if missing else []) == lines
