"""The services that run forms: what they are called, and the address of a form that already knows the tier."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from subjects.membership.application.records import Prefill
from subjects.membership.application.services import prefilled, service_of

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


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("docs.google.com/forms/d/e/x/viewform", "Google Forms"),
        ("forms.gle/AbC", "Google Forms"),
        ("docs.google.com/document/d/x", None),
        ("docs.google.com.evil.net/forms/d/e/x", None),
        ("airtable.com/app1/shr1", "Airtable"),
        ("form.jotform.com/2431", "Jotform"),
        ("eu.jotform.com/2431", "Jotform"),
        ("www.jotform.com/form/2431", "Jotform"),
        ("www.jotform.com/pricing", None),
        ("forms.office.com/Pages/ResponsePage.aspx?id=x", "Microsoft Forms"),
        ("forms.office.com/r/AbC", "Microsoft Forms"),
        ("forms.cloud.microsoft/Pages/ResponsePage.aspx?id=x", "Microsoft Forms"),
        ("forms.example.org/join", None),
        ("forms.smallcoalition.org/docs.google.com/forms/", None),
    ],
)
def test_a_service_is_known_by_the_addresses_of_its_forms(address, name):
    found = service_of(f"https://{address}")

    assert name == (found and found.name)


GOOGLE, AIRTABLE = "docs.google.com/forms/d/e/x/viewform", "airtable.com/shr1"
JOTFORM, MICROSOFT = "form.jotform.com/1", "forms.office.com/Pages/ResponsePage.aspx?id=x"


@pytest.mark.parametrize(
    ("address", "style", "field"),
    [
        (GOOGLE, "google", "entry.12"),
        (GOOGLE, "query", "entry.12"),
        (AIRTABLE, "airtable", "Which tier?"),
        (AIRTABLE, "query", "prefill_Tier"),
        (JOTFORM, "jotform", "tier"),
        (JOTFORM, "query", "tier"),
        (MICROSOFT, "microsoft", QUESTION),
        (MICROSOFT, "microsoft-choice", QUESTION),
        (MICROSOFT, "query", QUESTION),
    ],
)
def test_a_service_takes_its_own_styles_and_a_plain_one_that_makes_such_an_address(address, style, field):
    assert service_of(f"https://{address}").takes(Prefill(style=style, field=field))


@pytest.mark.parametrize(
    ("address", "style", "field", "instead"),
    [
        (GOOGLE, "query", "tier", "prefill: {style: google, field: entry.NUMBER}"),
        (GOOGLE, "airtable", "entry.12", "prefill: {style: google, field: entry.12}"),
        (GOOGLE, "microsoft", QUESTION, "prefill: {style: google, field: entry.NUMBER}"),
        (AIRTABLE, "query", "tier", "prefill: {style: airtable, field: tier}"),
        (AIRTABLE, "query", '"tier"', r'prefill: {style: airtable, field: "\"tier\""}'),
        (AIRTABLE, "google", "entry.12", "prefill: {style: airtable, field: NAME OF THE FIELD}"),
        (JOTFORM, "airtable", "tier", "prefill: {style: jotform, field: tier}"),
        (JOTFORM, "airtable", "Which tier?", "prefill: {style: jotform, field: UNIQUE NAME}"),
        (MICROSOFT, "query", "tier", "prefill: {style: microsoft, field: r0123...} or "
         "prefill: {style: microsoft-choice, field: r0123...}"),
    ],
)  # fmt: skip
def test_what_it_ignores_is_written_anew_with_the_same_field_where_that_can_be_one(address, style, field, instead):
    service, prefill = service_of(f"https://{address}"), Prefill(style=style, field=field)

    assert (False, instead) == (service.takes(prefill), service.instead_of(prefill))


@pytest.mark.parametrize(("style", "field"), [("google", "entry.NUMBER"), ("jotform", "UNIQUE NAME"),
                                              ("microsoft", "r0123..."), ("microsoft-choice", "r0123...")])  # fmt: skip
def test_what_stands_in_place_of_a_number_is_not_taken_for_one(style, field):
    with pytest.raises(ValidationError):
        Prefill(style=style, field=field)
