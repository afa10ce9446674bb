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
        "We trained 25 Family Court judges. 13 Drug Court programs use it. Breakout Room 2 on Zoom.",
        "A 2027 Memory Lane dinner.",
        "Dr. Martin Luther King Jr. Day. We seek a Licensed Clinical Social Worker, LCSW.",
        "Apply to the Saint Louis University, PhD program.",
        "Grant number 3145550199, Case No. 3145550199, Meeting ID: 314 555 0199, 500-1000 people",
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
            '8:12: "1234 Main Street" looks like the address of a place. People at risk may be there: remove it. If it '
            'is no place where people live, work or meet, write in site.yaml: approved_phrases: ["1234 Main Street"]',
        ),
        (
            "Ask Ms. Roe",
            '8:9: "Roe" looks like a person. Name only people in approved_people of site.yaml. If these words name '
            'nobody, write in site.yaml: approved_phrases: ["Ms. Roe"]',
        ),
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


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Read of Room 101 tonight", "Room 101 tonight"),
        ("Read of **Room 101**\ntonight", "Room 101 tonight"),
        ("A talk on Dr. Strange and law", "Dr. Strange"),
        ("Barcode 3145550199", "Barcode 3145550199"),
        ("See [the map](https://far.org/map?q=12%20main%20street)", "12 Main Street"),
    ],
)
def test_what_the_message_offers_approves_the_phrase(coalition, text, phrase):
    refused = publish(coalition, text).said

    assert f'write in site.yaml: approved_phrases: ["{phrase}"]\n' in refused
    coalition.change("data/site.yaml", "place:", f'approved_phrases: ["{phrase}"]\nplace:')
    assert 0 == coalition.build("publishconf.py").status


def test_with_a_list_of_approved_phrases_the_message_offers_another_entry(coalition):
    coalition.change("data/site.yaml", "place:", "approved_phrases:\n  - Room 101 tonight\nplace:")

    assert (
        '"Room 102" looks like the address of a place. People at risk may be there: remove it. If it is no place where '
        'people live, work or meet, add to approved_phrases in site.yaml: "Room 102 tonight"\n'
    ) in publish(coalition, "Room 101 tonight or Room 102 tonight").said


def test_a_number_that_may_be_another_one_is_offered_to_be_approved(coalition):
    assert (
        '8:9: the telephone number "3145550199" is neither in help-lines.yaml nor the contact in site.yaml. If it is '
        'no telephone number, write in site.yaml: approved_phrases: ["Barcode 3145550199"]\n'
    ) in publish(coalition, "Text.\n\nBarcode 3145550199.").said


@pytest.mark.parametrize("words", ["Menu", "breadcrumb", "main"])
def test_forbidden_words_that_the_theme_says_are_looked_for_in_the_content_alone(coalition, words):
    coalition.change("data/site.yaml", "place:", f"forbidden_words: [{words}]\nplace:")

    coalition.write("pages/plan.md", "---\ntitle: Plan\ndescription: A plan.\n---\n\nWhat remains, menus.\n")

    assert 0 == coalition.build("publishconf.py").status
    assert f'8:6: "{words}" must not be published' in publish(coalition, f"Text.\n\nThe *{words}*.").said


@pytest.mark.parametrize("file", ["extra/menu.txt", "extra/plan.txt"])
def test_they_are_also_looked_for_in_files_and_their_names(coalition, file):
    coalition.change("data/site.yaml", "place:", "forbidden_words: [menu]\nplace:")
    coalition.write(file, "The menu")

    assert f'  content/{file}: "menu" must not be published' in coalition.build("publishconf.py").said


def test_a_page_may_not_be_called_by_a_forbidden_word_that_the_theme_says(coalition):
    coalition.change("data/site.yaml", "place:", "forbidden_words: [menu]\nplace:")
    coalition.write("pages/our-menu.md", "---\ntitle: Plan\ndescription: A plan.\n---\n\nText.\n")

    assert 'content/pages/our-menu.md: "menu" must not be published' in coalition.build("publishconf.py").said


def test_a_file_to_download_is_read_too(coalition):
    coalition.write("extra/flyer.txt", "We meet in Room 204.")
    built = coalition.build("publishconf.py")

    assert '  content/extra/flyer.txt: "Room 204" looks like the address of a place.' in built.said
