"""What is personal is refused at the line where it was typed; what only looks like it, and what was agreed, stays."""

import pytest

CONTACT = "Write to info@small.org, call 314-555-0134, or come to 12 Harbor Road, Suite 3"
PERSON = "approved_people: [{name: Jane Q. Doe, agreed: 2026-10-01}]\nplace:"


def publish(coalition, text: str):
    coalition.change("pages/membership/index.md", "::: tiers", f"{text}\n\n::: tiers")
    return coalition.build("publishconf.py")


@pytest.mark.parametrize(
    "text",
    [
        "From 2005-2018, in 2011 St. Louis and from 2014 on, 501(c)(3) organizations: 75% of 1,200,000.",
        "Grant #3145550199, ISBN 3161484100, 0123456789, 1,234,567,890; 40 North St. Louis, MO homes; 100 - 200 people",
        "We sat in the room.\n\nRoom\n\n12 chairs. [Day](https://far.org/2018/04/main-street-st-louis/)",
        "63101-1234, 2026-11-23, 10:30-12:00, section 12.3.4567, ISBN 978-3-16-148410-0, 12345678901234",
        "Our 2018 Toy Drive took 40 people a long way. In 2019 Missouri Court rules changed.",
        "Sainte Genevieve 1735, room for 12, a suite of 3 tools, 20 Ways to Help, the Road of 1000 Steps",
        "Call 911 or 1-000-000-0000 of the [list](https://far.org/entry.1234567890?a=2345678901).",
        "An MSW may join. Doctor, Rev and Ms are titles. Healing Action, The Covering House",
        "The `@media` rule, @small, a @ b",
    ],
)
def test_what_only_looks_personal_is_published(coalition, text):
    coalition.change("data/help-lines.yaml", '"911"', '"1-000-000-0000"')
    built = publish(coalition, text.replace("911", "000-000-0000"))

    assert 0 == built.status, built.said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Write to jo@gmail.com",
            '8:10: the e-mail address "jo@gmail.com" is not the contact in site.yaml. Remove it, or put it there.',
        ),
        (
            "Call 314-555-0199",
            '8:6: the telephone number "314-555-0199" is neither in help-lines.yaml nor the contact in site.yaml.',
        ),
        (
            "[Call](tel:314-555-0199)",
            '8:8: the link "tel:314-555-0199" calls a number that is not in help-lines.yaml or the contact.',
        ),
        (
            "We meet at 1234 Main Street",
            '8:12: "1234 Main Street" looks like the address of a place. People at risk may be there: remove it.',
        ),
        ("Ask Ms. Roe", '8:9: "Roe" looks like a person. Name only people in approved_people of site.yaml.'),
        ("At the Old Mill", '8:8: "Old Mill" must not be published: it is in forbidden_words of site.yaml.'),
    ],
)
def test_what_is_personal_is_refused_at_its_line(coalition, text, expected):
    coalition.change("data/site.yaml", "place:", "forbidden_words: [old mill]\nplace:")
    built = publish(coalition, f"Text.\n\n{text}.")

    assert 1 == built.status
    assert f"  content/pages/membership/index.md:{expected}\n" in built.said
    assert not built.output.exists()


def test_the_contact_of_the_coalition_may_stand_anywhere(coalition):
    coalition.change("data/site.yaml", "place:", f'contact: "{CONTACT}"\nplace:')
    built = publish(coalition, f"{CONTACT}. [Call](tel:+13145550134), [write](mailto:info@small.org)")

    assert 0 == built.status, built.said


def test_who_agreed_may_be_named(coalition):
    coalition.change("data/site.yaml", "place:", PERSON)
    built = publish(coalition, "Ask Dr. Jane Q. Doe, or Ms. Doe.")

    assert 0 == built.status, built.said


def test_a_person_without_the_day_of_consent_is_not_approved(coalition):
    coalition.change("data/site.yaml", "place:", "approved_people: [{name: Jane Doe}]\nplace:")

    assert ['content/data/site.yaml:3:19: approved person 1: missing "agreed".'] == coalition.problems()


def test_a_file_to_download_is_read_too(coalition):
    coalition.write("extra/flyer.txt", "We meet in Room 204.")
    built = coalition.build("publishconf.py")

    assert '  content/extra/flyer.txt: "Room 204" looks like the address of a place.' in built.said
