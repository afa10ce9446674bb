"""E-mail addresses as people copy them."""

import pytest
from pydantic_core import PydanticCustomError

from sources.records.web_addresses import email_address

SUCH_MAIL = "expected an e-mail address such as join@our-name.org"


@pytest.mark.parametrize(
    "text",
    [
        "join@small.org", " join@small.org ", "mailto:join@small.org", "MAILTO:join@small.org", "<join@small.org>",
        "Our Office <join@small.org>", "join@Small.ORG", "[Write to us](mailto:join@small.org)",
    ],
)  # fmt: skip
def test_the_address_is_taken_out_of_what_programs_put_around_it(text):
    assert "join@small.org" == email_address(text)


@pytest.mark.parametrize("text", ["Jo.Doe+members@mail.small.org", "jo_doe-2@small.org"])
def test_the_name_before_the_sign_stays_as_it_is(text):
    assert text == email_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "join", "join@", "@small.org", "join@small", "join@small..org", "join@@small.org", "jo doe@small.org",
        "join@small.org?subject=Hello", "https://small.org/join", "join@small.org, office@small.org", ".jo@small.org",
        "join@127.0.0.1", "x" * 65 + "@small.org",
    ],
)  # fmt: skip
def test_anything_else_is_told(text):
    with pytest.raises(PydanticCustomError) as found:
        email_address(text)

    assert str(found.value).startswith(f'{SUCH_MAIL}, found "')


def test_an_address_that_only_looks_like_another_is_told():
    with pytest.raises(PydanticCustomError) as found:
        email_address("join@sm\u0430ll.org")

    assert 'Write "join@small.org".' in str(found.value)
