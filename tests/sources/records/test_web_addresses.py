"""Addresses elsewhere."""

import pytest

from sources.problems import ProblemsFound
from sources.records.data_file import typed
from sources.records.fields import Record
from sources.records.web_addresses import Host, HttpsAddress, RealAddress, is_reserved
from sources.yaml.document import parse


class Sample(Record):
    url: HttpsAddress = "https://example.org/"
    real: RealAddress = "https://www.weather.gov/"
    host: Host = "docs.google.com"


def read(field: str, text: str) -> Sample:
    return typed(parse(f"{field}: '{text}'", "a.yaml"), Sample, lambda _: "A guide")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("url", "https://docs.google.com/forms/d/e/x/viewform?a=1#b"),
        ("url", "https://forms.example.org/x"),
        ("real", "https://humantraffickinghotline.org/"),
        ("host", "forms.example.org"),
        ("host", "xn--bcher-kva.example"),
    ],
)
def test_an_address_stays_as_it_was_typed(field, text):
    assert text == getattr(read(field, text), field)


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        ("url", "docs.google.com/forms/d/X?a=B", "https://docs.google.com/forms/d/X?a=B"),
        ("url", "//forms.org/", "https://forms.org/"),
        ("url", "HTTPS://Forms.Org/Join", "https://forms.org/Join"),
        ("url", "<https://forms.org/join>", "https://forms.org/join"),
        ("url", "[Our form](https://forms.org/join)", "https://forms.org/join"),
        ("real", "www.weather.gov", "https://www.weather.gov"),
        ("host", "https://Docs.Google.com/forms", "docs.google.com"),
        ("host", "docs.google.com/", "docs.google.com"),
    ],
)
def test_an_address_is_understood_without_its_beginning_and_with_what_stands_around_it(field, typed, meant):
    assert meant == getattr(read(field, typed), field)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://forms.org/", 'expected an https address, found "http://forms.org/".'),
        ("javascript:alert(1)", 'expected an https address, found "javascript:alert(1)".'),
        ("ann@forms.org", 'expected an https address, found "ann@forms.org". This is an e-mail address.'),
        ("mailto:ann@forms.org", 'expected an https address, found "mailto:ann@forms.org". This is an e-mail address.'),
        ("data:text/html,x", 'expected an https address, found "data:text/html,x".'),
        ("https://forms.org/a b", 'expected an https address, found "https://forms.org/a b".'),
        (
            "https://forms.org/schön",
            'expected an https address, found "https://forms.org/schön". '
            'Character 22, "ö", cannot stand in it: copy the address from the browser.',
        ),
        ('https://forms.org/"x', 'expected an https address, found "https://forms.org/"x".'),
        (
            "https://ann:secret@forms.org/",
            'expected an https address without user name or password, found "https://ann:secret@forms.org/".',
        ),
        (
            "https://127.0.0.1/",
            "expected an https address with a host name in small letters, such as https://forms.example.org/join, "
            'found "https://127.0.0.1/".',
        ),
        (
            "https://forms.org/?utm_source=x",
            'expected an address that does not follow its readers: remove "utm_source", '
            'found "https://forms.org/?utm_source=x".',
        ),
        (
            "https://forms.org/?a=1&FBCLID=x",
            'expected an address that does not follow its readers: remove "FBCLID", '
            'found "https://forms.org/?a=1&FBCLID=x".',
        ),
    ],
)
def test_an_address_that_could_harm_a_visitor_is_refused(address, expected):
    with pytest.raises(ProblemsFound) as found:
        read("url", address)

    assert [f"url: {expected}"] == [problem.message for problem in found.value.problems]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("real", "https://example.org/x", "the address of a real site, {}. Its name is kept for examples."),
        ("real", "https://line.invalid/", "the address of a real site, {}. Its name is kept for examples."),
        ("host", "Google Forms", 'the name of a host, such as "docs.google.com", {}.'),
        ("host", "ann@forms.org", 'the name of a host, such as "docs.google.com", {}.'),
    ],
)  # fmt: skip
def test_the_report_says_how_to_write_it(field, text, expected):
    with pytest.raises(ProblemsFound) as found:
        read(field, text)

    message = expected.replace("{}", f'found "{text}"')
    assert [f"{field}: expected {message}"] == [problem.message for problem in found.value.problems]


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("example.org", True),
        ("forms.example.com", True),
        ("join.test", True),
        ("forms.myexample.org", False),
        ("docs.google.com", False),
    ],
)
def test_hosts_kept_for_examples_are_known(host, expected):
    assert expected == is_reserved(host)
