"""Ways to apply that are two, or lead nowhere: told with their place."""

import pytest

from pdfs import pdf

FILE = "content/data/membership.yaml"
PARTNER = 'tier "partner", application'
FORM = 'url: "https://forms.smallcoalition.org/partner", confirmed: yes'


def apply_by(coalition, fields: str) -> None:
    coalition.change("data/membership.yaml", f"{{{FORM}}}", f"{{{fields}}}")


def problems(coalition, fields: str) -> list[str]:
    apply_by(coalition, fields)
    return [line.removeprefix(f"{FILE}:") for line in coalition.problems()]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            f"{FORM}, email: join@small.org",
            '21:91: PARTNER: expected one way, found url "https://forms.smallcoalition.org/partner" and email '
            '"join@small.org". Keep one.',
        ),
        (
            "by: invitation, email: join@small.org, page: membership/index",
            '21:42: PARTNER: expected one way, found page "membership/index" and email "join@small.org". Keep one.',
        ),
        (
            "send_to: P.O. Box 1",
            '21:28: PARTNER send_to: there is no document to send. Add "document", or take this out.',
        ),
        (
            "email: join@small.org, send_to: P.O. Box 1",
            '21:51: PARTNER send_to: there is no document to send. Add "document", or take this out.',
        ),
        (
            "page: membership/partnr",
            '21:25: PARTNER page: no page "membership/partnr". Did you mean "pages/membership/partner.md"?',
        ),
        (
            "document: aplication.pdf",
            '21:29: PARTNER document: no file "aplication.pdf" in content. Did you mean "extra/application.pdf"?',
        ),
        (
            "document: other.docx",
            '21:29: PARTNER document: no file "other.docx" in content. Put it into content/extra.',
        ),
        (
            "page: https://forms.org/join",
            '21:25: PARTNER page: expected a page or file of this site, found "https://forms.org/join". '
            'A form elsewhere stands behind "url".',
        ),
        (
            "page: join@small.org?subject=Hello",
            '21:25: PARTNER page: expected a page or file of this site, found "join@small.org?subject=Hello". '
            'A form elsewhere stands behind "url".',
        ),
        (
            "email: join",
            '21:26: PARTNER email: expected an e-mail address such as join@our-name.org, found "join".',
        ),
        ("by: invitatoin", '21:23: PARTNER by: unknown value "invitatoin". Did you mean "invitation"?'),
        (
            "by: invitation, opens: 2026-01-01, rolling: no",
            "21:23: PARTNER by: whoever is invited keeps no dates, but there are some (opens). Keep one or the other.",
        ),
        (
            f"{FORM}, wait_list: {{label: Wait}}",
            "21:95: PARTNER wait_list: expected one of url, page, email, document, found none.",
        ),
        (
            f"{FORM}, renew: {{page: membership/index, email: join@small.org}}",
            '21:123: PARTNER renew: expected one way, found page "membership/index" and email '
            '"join@small.org". Keep one.',
        ),
        (
            f'{FORM}, renew: {{url: "https://forms.elsewhere.org/"}}',
            '21:97: PARTNER renew url: "forms.elsewhere.org" is not in application_hosts. '
            'Did you mean "forms.example.org"?',
        ),
        (
            f"{FORM}, wait_list: {{email: wait@example.org}}",
            '21:103: PARTNER wait_list email: "example.org" is an address kept for examples. Put in the real one.',
        ),
        (f"{FORM}, renew: {{page: renewals}}", '21:98: PARTNER renew page: no page "renewals".'),
    ],
)  # fmt: skip
def test_it_is_told(coalition, fields, expected):
    coalition.write("extra/application.pdf", pdf())

    assert [expected.replace("PARTNER", PARTNER)] == problems(coalition, fields)


@pytest.mark.parametrize(
    "fields",
    [
        "page: membership/index",
        "page: Membership",
        "email: Our Office <join@small.org>",
        "url: join@small.org",
        "page: mailto:join@small.org",
        "document: join@small.org",
        "document: application.pdf, send_to: P.O. Box 1",
        "by: conversation",
        "by: invitation, page: membership/index",
        "email: join@example.org, confirmed: no",
        "full: yes, wait_list: {page: membership/index}",
        "renew: {document: /application.pdf}",
    ],
)
def test_it_is_understood(coalition, fields):
    coalition.write("extra/application.pdf", pdf())

    assert [] == problems(coalition, fields)


def test_a_way_of_a_tier_and_the_shared_one_are_no_two_ways(coalition):
    coalition.change("data/membership.yaml", "field: tier}}", "field: tier}, page: membership/index}")

    assert [] == problems(coalition, "email: join@small.org")


def test_dates_of_a_tier_by_an_invitation_that_all_share_are_told_at_the_dates(coalition):
    coalition.change("data/membership.yaml", "field: tier}}", "field: tier}, by: invitation}")

    assert [
        f"21:26: {PARTNER} by: whoever is invited keeps no dates, but there are some (opens). Keep one or the other."
    ] == problems(coalition, "opens: 2027-01-01")


def test_the_shared_way_is_told_once(coalition):
    coalition.change("data/membership.yaml", "field: tier}}", "field: tier}, page: nowhere}")

    assert ['15:59: application page: no page "nowhere".'] == problems(coalition, FORM)


def test_a_draft_is_no_way_to_apply_on_the_public_site(coalition):
    coalition.write("pages/join.md", "---\ntitle: Join\ndescription: How.\nstatus: draft\n---\nCome.\n")

    assert [
        f'21:25: {PARTNER} page: "pages/join.md" is a draft and not on the public site. '
        "Publish it, or take the link out."
    ] == problems(coalition, "page: join")
    assert coalition.check(production=False)
