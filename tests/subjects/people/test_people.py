"""People and members are shown once they agree, in the order of their list, and not a day longer than they want."""

import json
from datetime import date

import pytest

from checking.to_do import to_do
from rasters import picture
from subjects.people.records import Member

PAGE = "---\ntitle: Who we are\ndescription: Who belongs here.\n---\n\n{}\n"
GONE = "consent: 2025-03-01, withdrawn: 2026-01-02}"
PEOPLE = """\
groups:
  - {id: board, title: Board}
  - {id: office, title: Office}
people:
  - {name: Edda Quill, role: Chair, group: board, consent: 2025-03-01}
  - {name: Ves Lindqvist, role: Drives the truck, group: office, link: "https://www.mo.gov/", consent: 2025-03-01}
  - {name: Abel Marsh, group: board, consent: 2025-03-01}
  - {name: Ola Brandt, group: office}
"""
MEMBERS = """\
members:
  - {name: Zeta House, tier: partner, place: Linn, since: 2011, consent: 2025-03-01}
  - {name: The Bread Line, tier: partner, consent: 2025-03-01}
  - {name: Ärdal Pantry, tier: partner, consent: 2025-03-01}
  - {name: Kim Rowe, tier: friend, person: yes, consent: 2025-03-01}
  - {name: Ana de la Cruz, tier: friend, person: yes, sort_as: De la Cruz, consent: 2025-03-01}
  - {name: Lee Abbot, tier: friend, person: yes, consent: 2025-03-01}
"""


@pytest.fixture
def with_people(coalition):
    """Return what puts people, members and a page that shows them into the small coalition."""

    def put(directive: str, people: str = PEOPLE, members: str = MEMBERS):
        coalition.write("data/people.yaml", people)
        coalition.write("data/members.yaml", members)
        coalition.write("pages/who.md", PAGE.format(directive))
        return coalition

    return put


def shown(coalition):
    """Return the headings and the entries of the list on the page, in order."""
    page = coalition.build().page("who")
    return [one.get_text(" ", strip=True) for one in page.select(".people :is(h2, li)")]


def test_people_stand_by_group_in_the_order_of_the_file_and_only_with_consent(with_people):
    coalition = with_people("::: people")

    assert ["Board", "Edda Quill Chair", "Abel Marsh", "Office", "Ves Lindqvist Drives the truck"] == shown(coalition)


def test_one_group_has_no_heading_of_its_own(with_people):
    assert ["Ves Lindqvist Drives the truck"] == shown(with_people("::: people office"))


def test_members_stand_by_tier_and_name_whatever_their_articles_and_accents(with_people):
    coalition = with_people("::: members")

    names = ["Ärdal Pantry", "The Bread Line", "Zeta House Linn, since 2011"]
    assert ["Partner", *names, "Friend", "Lee Abbot", "Ana de la Cruz", "Kim Rowe"] == shown(coalition)


@pytest.mark.parametrize(
    ("alphabet", "expected"),
    [("", ["Ñandú", "Nuez", "Oca"]), ("abcdefghijklmnñopqrstuvwxyz", ["Nuez", "Ñandú", "Oca"])],
    ids=["none", "Spanish"],
)
def test_names_stand_in_the_order_of_the_alphabet_of_the_language(alphabet, expected):
    members = [Member.model_construct(name=name, sort_as=None) for name in ("Oca", "Ñandú", "Nuez")]

    assert expected == [one.name for one in sorted(members, key=lambda one: one.order(alphabet))]


def test_it_says_how_many_members_a_tier_has(with_people):
    page = with_people("::: members partner").build().page("who")

    assert "3 members" == page.select_one(".people p").get_text()


def test_a_tier_without_members_shows_nothing(with_people):
    coalition = with_people("::: members friend", members="members:\n  - {name: Zeta House, tier: partner}\n")

    assert [] == shown(coalition)


def test_the_members_of_a_site_without_tiers_stand_in_one_list(with_people):
    coalition = with_people("::: members", members="members:\n  - {name: Zeta House, consent: 2025-03-01}\n")

    assert ["Zeta House"] == shown(coalition)


def test_those_who_were_not_asked_are_on_the_to_do_list(with_people):
    entries = [str(one) for one in to_do(with_people("::: people").check())]

    told = 'Not shown before they agree (people in data/people.yaml): "Ola Brandt".'
    assert f"{told} Ask them, and write the day as consent." in entries


def test_a_portrait_is_a_picture_as_everywhere_with_its_words(with_people):
    coalition = with_people("::: people", PEOPLE.replace("role: Chair,", "role: Chair, picture: edda.png,"))
    coalition.write("images/edda.png", picture("png", (400, 400)))

    built = coalition.build()
    assert 0 == built.status, built.said
    image = built.page("who").select_one(".people img")
    assert "Picture of Edda Quill" == image["alt"]
    assert image["src"].startswith("/images/-/edda")
    assert "4.5rem" == image.find_previous_sibling("source")["sizes"]


def test_consent_lets_a_name_with_a_title_stand_on_the_public_site(with_people):
    coalition = with_people("::: people", PEOPLE.replace("Edda Quill", "Dr. Edda Quill"))
    assert 0 == coalition.build("publishconf.py").status

    refused = with_people(
        "Dr. Edda Quill speaks.",
        PEOPLE.replace("Edda Quill, role: Chair, group: board, consent: 2025-03-01", "Tam Orrin"),
    )
    assert '"Edda Quill" looks like a person.' in refused.build("publishconf.py").said


def test_a_name_that_was_withdrawn_is_found_wherever_it_still_stands(with_people):
    gone = PEOPLE.replace("consent: 2025-03-01}", GONE, 1)
    coalition = with_people("Ask edda\nquill, or call.", gone)
    coalition.change("data/site.yaml", "place: Anytown", "place: Edda Quill")

    message = (
        '"Edda Quill" has withdrawn consent (content/data/people.yaml:5:83) and is still named here. Take the name out.'
    )
    assert coalition.problems() == [f"content/data/site.yaml:3:8: {message}", f"content/pages/who.md:6:5: {message}"]


def test_withdrawn_consent_leaves_no_name_picture_or_data(with_people):
    gone = PEOPLE.replace("consent: 2025-03-01}", GONE, 1)
    built = with_people("::: people", gone).build()

    assert all("Quill" not in path.read_text("utf-8") for path in built.output.rglob("*.html"))


def test_a_picture_of_somebody_who_has_withdrawn_is_public_until_it_is_deleted(with_people):
    gone = PEOPLE.replace("role: Chair,", "picture: edda.png,").replace("consent: 2025-03-01}", GONE, 1)
    coalition = with_people("::: people", gone)
    assert [] == coalition.problems()

    coalition.write("images/edda.png", picture("png", (400, 400)))
    (problem,) = coalition.problems()
    assert problem.endswith(
        '"Edda Quill": consent was withdrawn, and "images/edda.png" is still public. Delete the file.'
    )


def test_the_list_that_forbids_a_name_may_hold_it(with_people):
    coalition = with_people("::: people", PEOPLE.replace("consent: 2025-03-01}", GONE, 1))
    coalition.write("data/site.yaml", coalition.read("data/site.yaml") + "forbidden_words: [Edda Quill]\n")

    assert [] == coalition.problems()


def test_a_person_who_has_not_agreed_is_named_nowhere_else(with_people):
    coalition = with_people("Ask **Ola** Brandt.\n\n::: people")

    assert [
        'content/pages/who.md:6:7: "Ola Brandt" is named here and has not agreed (content/data/people.yaml:8:12). '
        "Ask, and write the day as consent there, or take the name out."
    ] == coalition.problems()


def test_any_list_on_which_a_person_has_agreed_lets_the_name_stand(with_people):
    coalition = with_people("Ask Ola Brandt.", members="members:\n  - {name: Ola Brandt, consent: 2025-03-01}\n")
    assert [] == coalition.problems()

    coalition = with_people("Ask Ola Brandt.")
    approved = "approved_people:\n  - {name: Ola Brandt, agreed: 2025-03-01}\n"
    coalition.write("data/site.yaml", coalition.read("data/site.yaml") + approved)
    assert [] == coalition.problems()


def test_an_organization_may_be_spoken_of_before_it_is_asked_and_a_person_may_not(with_people):
    waiting = "members:\n  - {name: Zeta House, tier: partner}\n"
    assert [] == with_people("We thank Zeta House.", members=waiting).problems()

    waiting = waiting.replace("Zeta House", "Kim O'Rowe").replace("partner", "friend, person: yes")
    assert [
        'content/pages/who.md:6:10: "Kim O\'Rowe" is named here and has not agreed (content/data/members.yaml:2:12). '
        "Ask, and write the day as consent there, or take the name out."
    ] == with_people("We thank Kim O\u2019Rowe.", members=waiting).problems()


def test_the_page_of_members_says_in_its_data_who_they_are(with_people):
    page = with_people("::: members friend").build("publishconf.py").page("who")
    said = json.loads(page.select_one('script[type="application/ld+json"]').string)

    people = [{"@type": "Person", "name": name} for name in ("Lee Abbot", "Ana de la Cruz", "Kim Rowe")]
    assert people == said["publisher"]["member"]
    assert "Organization" == said["publisher"]["@type"]


def test_the_page_says_in_its_data_whom_it_shows(with_people):
    page = with_people("::: people office").build("publishconf.py").page("who")
    said = json.loads(page.select_one('script[type="application/ld+json"]').string)

    assert [
        {"@type": "Person", "name": "Ves Lindqvist", "jobTitle": "Drives the truck", "url": "https://www.mo.gov/"}
    ] == said["mentions"]


def test_a_day_of_consent_that_is_to_come_is_no_consent(with_people):
    day = date(2027, 1, 1)
    (problem,) = with_people("::: people", PEOPLE.replace("2025-03-01", str(day), 1)).problems()

    assert f'expected a day that has come, found "{day}"' in problem


@pytest.mark.parametrize("tier", ["Partner", "partner", "PARTNER"])
def test_a_tier_may_be_named_by_its_title(with_people, tier):
    members = f"members:\n  - {{name: Zeta House, tier: {tier}, since: 2011, consent: 2025-03-01}}\n"

    assert ["Partner", "Zeta House Since 2011"] == shown(with_people("::: members", members=members))


def test_a_group_may_be_named_by_its_title(with_people):
    people = PEOPLE.replace("group: office, link", "group: Office, link")

    assert shown(with_people("::: people")) == shown(with_people("::: people", people=people))


def test_a_title_that_is_none_is_told_with_what_is_near(with_people):
    assert ['content/data/members.yaml:2:30: "Zeta House", tier: no tier "Partners". Did you mean "partner"?'] == (
        with_people("::: members", members="members:\n  - {name: Zeta House, tier: Partners}\n").problems()
    )
