"""Staff approve a phrase that only looks as if it told something about people: this very phrase, and nothing else."""

import pytest

from checking.approvals import is_approvable, is_approved, offer
from checking.private import named_people, phone_numbers, places
from checking.to_do import to_do

SITE = "data/site.yaml"
PHRASES = "approved_phrases: [{}]\nplace:"


def approve(coalition, phrase: str) -> None:
    coalition.change(SITE, "place:", PHRASES.format(f'"{phrase}"'))


def unused(coalition) -> list[str]:
    return [entry.text for entry in to_do(coalition.check()) if "approved_phrases" in entry.text]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("We met 25 Cherry Court judges.", "25 Cherry Court judges"),
        ("In Orwell's Room 101, a fear waits.", "Orwell's Room 101"),
        ("It is Suite 365.", "Suite 365"),
        ("Come to 12 Oak Street on Monday.", "12 Oak Street"),
        ("Ask Dr. Seussel about it.", "Dr. Seussel"),
        ("As Mr. Fixit says", "Mr. Fixit says"),
        ("Barcode 3145550199 again", "Barcode 3145550199"),
        ("A range of 555-0199 at most", "555-0199"),
    ],
)
def test_the_phrase_that_is_offered_says_what_is_meant(text, phrase):
    found = next(iter((*places(text), *named_people(text), *phone_numbers(text))))

    assert f'write in site.yaml: approved_phrases: ["{phrase}"]' == offer(found, ())
    assert f'add to approved_phrases in site.yaml: "{phrase}"' == offer(found, ("Another",))
    assert is_approved(found, [phrase])


@pytest.mark.parametrize(
    ("text", "approved"),
    [
        ("Use Suite 365.", True),
        ("SUITE 365, Suite 365", False),
        ("Suite 3651", False),
        ("Office-Suite 365", True),
        ("Suite 36", False),
        ("Suite 365A", False),
    ],
)
def test_an_approval_is_of_this_phrase_letter_by_letter(text, approved):
    assert approved == all(is_approved(found, ["Suite 365"]) for found in places(text))


def test_an_approval_of_a_part_approves_nothing():
    (found,) = places("At 1234 Main Street, please")

    assert not is_approved(found, ["Main Street", "1234 Main", "Street, please"])
    assert is_approved(found, ["1234 Main Street, please"])


@pytest.mark.parametrize(
    ("text", "approvable"),
    [
        ("Barcode 3145550199", True),
        ("3145550199", False),
        ("Barcode 314-555-0199", False),
        ("Barcode (314) 555-0199", False),
        ("Barcode +1 314 555 0199", False),
        ("Rows 555-0199", True),
        ("Call 555-0199", False),
        ("Text 3145550199", False),
    ],
)
def test_a_number_is_approvable_only_if_it_may_be_another_one_and_words_say_so(text, approvable):
    assert [approvable] == [is_approvable(found) for found in phone_numbers(text)]


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("Write to jo@gmail.com", "holds an e-mail address. One that may be given stands in contact."),
        (
            "Desk 314-555-0199",
            "holds a telephone number. One that may be given stands in help-lines.yaml or in contact.",
        ),
        (
            "Phone 3145550199",
            "holds a telephone number. One that may be given stands in help-lines.yaml or in contact.",
        ),
        ("3145550199", "does not say what this is the number of. Approve it with the words before it."),
        ("Court", "is one word, which may mean anything. Approve it with the words around it."),
    ],
)
def test_what_would_hide_too_much_is_refused(coalition, phrase, why):
    approve(coalition, phrase)

    assert [f'content/data/site.yaml:3:20: approved_phrases: "{phrase}" {why}'] == coalition.problems()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("pages/plan.md", "---\ntitle: Plan\ndescription: A plan.\n---\n\nRead **Orwell**: [Room](/) 101.\n"),
        ("pages/plan.md", "---\ntitle: Plan\ndescription: Read Orwell, Room 101.\n---\n\nText.\n"),
        ("extra/plan.txt", "Orwell, Room 101"),
        ("extra/orwell-room-101.txt", "Text"),
    ],
)
def test_an_approval_of_what_stands_somewhere_is_no_task(coalition, file, text):
    approve(coalition, "Orwell, Room 101")
    coalition.write(file, text)

    assert [] == unused(coalition)


@pytest.mark.parametrize("phrase", ["Orwell, Room 101", "Small Coalition"])
def test_an_approval_of_nothing_is_listed_to_be_deleted(coalition, phrase):
    approve(coalition, phrase)

    assert [f'approved_phrases: "{phrase}" approves nothing any more. Delete it, before it hides something.'] == (
        unused(coalition)
    )
