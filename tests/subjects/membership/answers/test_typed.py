"""How an answer may stand in membership.yaml: one text, several, or both with a note to them."""

import pytest

from subjects.membership.answers.reading import answer
from subjects.membership.records import MEMBERSHIP

FRIEND = 'content/data/membership.yaml:31:13: tier "friend", requirements kind'
EMPTY = 'expected text, a list of texts, or the words "not stated", found nothing.'
PARTED = (
    '{} are two answers, since brackets part at each comma. If they are one, put it in "quotes". '
    'Else give each a line, behind "- ".'
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kind: $50 a year", ["$50 a year"]),
        ("kind: [$50 a year, free]", ["$50 a year", "free"]),
        ("kind: yes, in the members' area", ["yes, in the members' area"]),
        ("kind: [our bylaws](/membership/)", ["[our bylaws](/membership/)"]),
        ("kind: *ask* us", ["*ask* us"]),
        ("kind: 'See #3'", ["See #3"]),
        ("kind: {answer: yes, note: In 2027}", ["yes", "Note: In 2027"]),
        ("kind: {answer: [yes, no], note: In 2027}", ["yes", "no", "Note: In 2027"]),
        ("kind: {note: Ask us}", ["not stated", "Note: Ask us"]),
        ("kind:\n        Answer: $50 a year\n        Note: Waived: ask", ["$50 a year", "Note: Waived: ask"]),
        (
            "kind:\n        answer:\n          - $5\n          - $6\n        note: our # 1",
            ["$5", "$6", "Note: our # 1"],
        ),
        ("kind:\n        - $50\n        - Note: Waived for students: ask", ["$50", "Note: Waived for students: ask"]),
        ("kind:\n        - $50\n        - 'note: [x]'", ["$50", "Note: [x]"]),
    ],
)
def test_it_is_understood(coalition, typed, meant):
    coalition.change("data/membership.yaml", "kind: People", typed)

    found = coalition.check().of(MEMBERSHIP).tier("friend").requirements["kind"]

    assert (answer(meant), answer(meant).lines) == (found, found.lines)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("{answr: yes, note: In 2027}", ': unknown field "answr". Did you mean "answer"?'),
        ("{answer: , note: In 2027}", f": {EMPTY}"),
        ("{answer: yes, note: }", ": note: expected text, found nothing."),
        ("{price: $5}", ': expected a list, found fields. Start each entry with "- ".'),
    ],
)
def test_other_fields_and_empty_ones_are_told(coalition, typed, message):
    coalition.change("data/membership.yaml", "kind: People", f"kind: {typed}")

    assert [f"{FRIEND}{message}"] == coalition.problems()


@pytest.mark.parametrize(
    ("typed", "column", "two"),
    [
        ("[$1,500, free]", 14, '"$1" and "500"'),
        ("['from', 1,500 members]", 22, '"1" and "500 members"'),
        ("[yes, in the members' area]", 14, '"yes" and "in the members\' area"'),
        ("{answer: [$1,500], note: In 2027}", 23, '"$1" and "500"'),
    ],
)
@pytest.mark.parametrize("kind", ["", ", kind: text"])
def test_what_brackets_have_parted_is_told_with_both_parts(coalition, typed, column, two, kind):
    coalition.change("data/membership.yaml", "kind: People", f"kind: {typed}")
    coalition.change("data/membership.yaml", "title: Kind}", f"title: Kind{kind}}}")

    found = [problem for problem in coalition.problems() if "brackets part" in problem]

    assert [f"{FRIEND.replace(':13:', f':{column}:')}: {PARTED.format(two)}"] == found


def test_entries_on_lines_of_their_own_are_what_they_are(coalition):
    coalition.change("data/membership.yaml", "kind: People", "kind:\n        - yes\n        - in the members' area")

    assert [] == coalition.problems()
