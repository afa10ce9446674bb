"""A site on which one applies in every way, built for the public."""

import json

import pytest

from pdfs import pdf
from subjects.membership.subject import SUBJECT

FORM = 'application: {url: "https://forms.smallcoalition.org/partner", confirmed: yes}'
RENEW = "renew: {email: Renew@small.org}"
ADDRESS = "https://small-coalition.org/repo"


@pytest.fixture
def applied_by(coalition):
    """Return what builds the public site of a coalition, below a path, when the partner tier says `fields`."""
    coalition.write("extra/files/form.pdf", pdf())
    coalition.write("pages/join.md", "---\ntitle: How to join\ndescription: How one joins us.\n---\nCome.\n")

    def built(fields: str):
        coalition.change("data/membership.yaml", FORM, f"application: {{{fields}}}")
        found = coalition.build("publishconf.py", ADDRESS)
        assert 0 == found.status, found.said
        return found

    return built


def links(built, url: str, selector: str) -> dict[str, str]:
    """Return the words of links by their addresses."""
    return {link["href"]: " ".join(link.get_text().split()) for link in built.page(url).main.select(selector)}


@pytest.mark.parametrize(
    ("fields", "href", "words"),
    [
        ("page: join", "/repo/join/", "Apply: How to join for the Partner tier"),
        ("email: join@small.org", "mailto:join@small.org", "Apply: write to join@small.org for the Partner tier"),
        ("document: files/form.pdf", "/repo/files/form.pdf", "Apply: form to print (PDF, 1 kB) for the Partner tier"),
        ("full: yes, wait_list: {page: join}", "/repo/join/", "Join the wait list: How to join for the Partner tier"),
    ],
)
def test_page_and_tables_lead_there_and_only_to_it(applied_by, fields, href, words):
    built = applied_by(fields)

    for url in ("membership", "membership/partner", "membership/compare/partner-and-friend"):
        assert {href: words} == links(built, url, ".apply a")


def test_the_page_of_the_tier_says_what_to_do_with_a_document_and_where_members_renew(applied_by):
    built = applied_by(f"document: form.pdf, send_to: 'Small, 12 Harbor Road, Anytown', {RENEW}")

    main = built.page("membership/partner").main
    assert "Print it, fill it in and send it to: Small, 12 Harbor Road, Anytown" == main.select_one(".after").text
    assert {"mailto:Renew@small.org": "Renew your Partner membership: write to Renew@small.org"} == links(
        built, "membership/partner", ".renew a"
    )
    assert not built.page("membership").main.select(".renew, .after")


@pytest.mark.parametrize("who_runs", ["form", "page"])
def test_only_a_form_is_run_by_somebody(applied_by, who_runs):
    way = FORM.partition("{")[2].rstrip("}") if who_runs == "form" else "page: join"
    built = applied_by(f"{way}, who_runs: We do")

    terms = [term.text for term in built.page("membership/partner").main.select(".before dt")]
    assert ["Who runs the form" if who_runs == "form" else "Who reads your application"] == terms


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("page: join", ("page", f"{ADDRESS}/join/", None, False)),
        ("document: form.pdf", ("document", f"{ADDRESS}/files/form.pdf", None, False)),
        ("email: join@small.org", ("email", None, "join@small.org", False)),
        ("email: join@small.org, confirmed: no", (None, None, None, False)),
        ("by: conversation, email: join@small.org", ("conversation", None, "join@small.org", False)),
        ("by: invitation, page: join", ("invitation", f"{ADDRESS}/join/", None, False)),
        ("full: yes", (None, None, None, True)),
    ],
)
def test_programs_are_told_the_way(applied_by, fields, expected):
    tiers = json.loads((applied_by(fields).output / "membership/tiers.json").read_text("utf-8"))["tiers"]

    way = next(tier["application"] for tier in tiers if tier["id"] == "partner")
    assert dict(zip(("way", "url", "email", "full"), expected, strict=True)) == way


def test_a_link_follows_the_title_of_its_page(coalition, applied_by):
    applied_by("page: join")
    before = coalition.check()
    coalition.change("pages/join.md", "How to join", "Come aboard")

    after = coalition.check()
    assert SUBJECT.depends_on(before) != SUBJECT.depends_on(after)  # so no page made before is taken again
    built = coalition.build("publishconf.py", ADDRESS)

    assert {"/repo/join/": "Apply: Come aboard for the Partner tier"} == links(built, "membership/partner", ".apply a")


@pytest.mark.parametrize(
    ("fields", "text", "told"),
    [
        ("email: join@small.org", "Write to join@small.org.", None),
        ("email: join@small.org", "Write to Join@Small.org.", None),
        ("url: join@small.org", "Write to join@small.org.", None),
        ("document: form.pdf, send_to: Ask office@small.org", "Write to office@small.org.", None),
        ("email: join@small.org", "Write to jo@small.org.", "jo@small.org"),
        ("email: join@small.org", "Write to in@small.org.", "in@small.org"),
        ("page: join", "Write to join@small.org.", "join@small.org"),
    ],
)
def test_exactly_the_addresses_that_are_given_for_applications_may_stand_anywhere(coalition, fields, text, told):
    coalition.write("extra/files/form.pdf", pdf())
    coalition.write("pages/join.md", f"---\ntitle: How to join\ndescription: How one joins us.\n---\n{text}\n")
    coalition.change("data/membership.yaml", FORM, f"application: {{{fields}}}")

    said = coalition.build("publishconf.py").said

    assert (f'the e-mail address "{told}" is not the contact' in said) == bool(told)
    assert "e-mail address" not in said or told
