"""The services that run forms: what they are called, and the address of a form that already knows the tier."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from subjects.membership.application.services import prefilled
from subjects.membership.application.records import Prefill

REAL = "https://forms.smallcoalition.org/join"
QUESTION = "r0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize(
    ("style", "field", "url", "expected"),
    [
        ("query", "tier", REAL, f"{REAL}?tier=A%20%26%20%22B%22"),
        ("query", "tier", f"{REAL}?x=1#top", f"{REAL}?x=1&tier=A%20%26%20%22B%22#top"),
        ("query", "tier", f"{REAL}?tier=&x=1", f"{REAL}?x=1&tier=A%20%26%20%22B%22"),
        (
            "google",
            "entry.12",
            "https://docs.google.com/forms/d/e/x/viewform",
            "https://docs.google.com/forms/d/e/x/viewform?usp=pp_url&entry.12=A%20%26%20%22B%22",
        ),
        (
            "google",
            "entry.12",
            "https://docs.google.com/forms/d/e/x/viewform?usp=pp_url&entry.12=Some+tier",
            "https://docs.google.com/forms/d/e/x/viewform?usp=pp_url&entry.12=A%20%26%20%22B%22",
        ),
        (
            "airtable",
            "Which tier?",
            "https://airtable.com/shr1?prefill_Which+tier%3F=x",
            "https://airtable.com/shr1?prefill_Which%20tier%3F=A%20%26%20%22B%22",
        ),
        (
            "jotform",
            "membershipTier",
            "https://form.jotform.com/1",
            "https://form.jotform.com/1?membershipTier=A%20%26%20%22B%22",
        ),
        (
            "microsoft",
            QUESTION,
            "https://forms.office.com/Pages/ResponsePage.aspx?id=x",
            f"https://forms.office.com/Pages/ResponsePage.aspx?id=x&{QUESTION}=A%20%26%20%22B%22",
        ),
        (
            "microsoft-choice",
            QUESTION,
            "https://forms.office.com/Pages/ResponsePage.aspx?id=x",
            f"https://forms.office.com/Pages/ResponsePage.aspx?id=x&{QUESTION}=%22A%20%26%20%5C%22B%5C%22%22",
        ),
    ],
)
def test_each_service_gets_the_tier_in_its_own_way_and_once(style, field, url, expected):
    assert expected == prefilled(url, Prefill(style=style, field=field), 'A & "B"')


@given(st.text(min_size=1, max_size=90).filter(str.isprintable))
def test_any_name_of_a_tier_arrives_as_it_is(title):
    address = prefilled(f"{REAL}?season=1", Prefill(style="query", field="tier"), title)

    assert [("season", "1"), ("tier", title)] == parse_qsl(urlsplit(address).query, keep_blank_values=True)
    assert address.isascii()


@pytest.mark.parametrize(
    ("style", "field", "wanted"),
    [
        ("google", "Membership tier", 'a Google field such as "entry.123456"'),
        ("google", "123456", 'a Google field such as "entry.123456"'),
        ("airtable", "prefill_Tier", 'the name of the Airtable field as in the table, without "prefill_"'),
        ("jotform", "Membership tier", 'the unique name of a Jotform field, such as "membershipTier"'),
        ("microsoft", "Tier", 'a Microsoft field: "r" and 32 digits and letters from the pre-filled link'),
        ("microsoft-choice", "r123", 'a Microsoft field: "r" and 32 digits and letters from the pre-filled link'),
        ("query", "tier=", 'the name of one field, such as "tier"'),
        ("query", "my tier", 'the name of one field, such as "tier"'),
    ],
)
def test_a_field_that_the_service_would_ignore_is_refused(style, field, wanted):
    with pytest.raises(ValidationError) as found:
        Prefill(style=style, field=field)

    assert f'expected {wanted}, found "{field}"' in str(found.value)
