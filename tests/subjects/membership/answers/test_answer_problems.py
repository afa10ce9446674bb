"""Answers of which nobody can be sure, or that do not go with the others of their row."""

import pytest

from subjects.membership.records import MEMBERSHIP

FILE = "content/data/membership.yaml"
FRIEND = f'{FILE}:31:13: tier "friend", requirements kind: '
MEANT = 'If it is meant so, add "kind: text" to the criterion.'


def rows(coalition, partner: str, friend: str, of_criterion: str = "") -> None:
    """Let both tiers answer the first criterion so."""
    coalition.change("data/membership.yaml", "[Organizations, Agencies]", partner)
    coalition.change("data/membership.yaml", "kind: People", f"kind: {friend}")
    coalition.change("data/membership.yaml", "title: Kind}", f"title: Kind{of_criterion}}}")


@pytest.mark.parametrize(
    ("friend", "message"),
    [
        ("x", '"x" ticks for some, and crosses out for others. Write "yes" or "no".'),
        ("X", '"X" ticks for some, and crosses out for others. Write "yes" or "no".'),
        ("\xd7", '"\xd7" ticks for some, and crosses out for others. Write "yes" or "no".'),
        ('"-"', '"-" is "no" for some, and "not stated" for others. Write the one that is meant.'),
        ("\u2013", '"\u2013" is "no" for some, and "not stated" for others. Write the one that is meant.'),
        ("$1.500", '"$1.500" can be 1,500 or 1.5. Write 1,500, or 1.50.'),
        ("1.500 members", '"1.500 members" can be 1,500 or 1.5. Write 1,500, or 1.50.'),
        ("1.525 € a year", '"1.525 € a year" can be 1,525 or 1.525. Write 1,525, or 1.525.'),
        (
            '"![Logo](logo.png)"',
            "a picture has no room in an answer. Put it on a page, and a link to that page here.",
        ),
    ],
)
def test_what_can_be_read_in_two_ways_is_told_with_both(coalition, friend, message):
    rows(coalition, "Open", friend)

    assert [f"{FRIEND}{message}"] == coalition.problems()


@pytest.mark.parametrize(
    ("partner", "friend", "message"),
    [
        (
            "$50 a year",
            "yes",
            '"yes" is yes or no, but tier "partner" (line 23) has a price here, "$50 a year". Make them alike. '
            + MEANT,
        ),
        (
            "$50 a year",
            "50",
            '"50" has no currency, but tier "partner" (line 23) has a price here, "$50 a year". Write it down, as in '
            '"$50". ' + MEANT,
        ),
        (
            "€50",
            "1,500.00 a year",
            '"1,500.00 a year" has no currency, but tier "partner" (line 23) has a price here, "€50". Write it down, '
            'as in "€1,500.00 a year". ' + MEANT,
        ),
        (
            "3 seats",
            "yes, two",
            '"yes, two" is yes or no, but tier "partner" (line 23) has a number here, "3 seats". Make them alike. '
            + MEANT,
        ),
        (
            "yes",
            "3 seats",
            '"3 seats" is a number, but tier "partner" (line 23) has yes or no here, "yes". Make them alike. ' + MEANT,
        ),
        ("yes", "yess", '"yess" is neither yes nor no, as tier "partner" (line 23) has here. Did you mean "yes"?'),
        (
            "no",
            "yse, in the members' area",
            '"yse, in the members\' area" is neither yes nor no, as tier "partner" (line 23) has here. Did you mean '
            '"yes"?',
        ),
        ("yes", "noo", '"noo" is neither yes nor no, as tier "partner" (line 23) has here. Did you mean "no"?'),
    ],
)
def test_a_mixture_of_kinds_in_one_row_is_told_with_both_cells(coalition, partner, friend, message):
    rows(coalition, partner, friend)

    assert [f"{FRIEND}{message}"] == coalition.problems()


@pytest.mark.parametrize(
    ("partner", "friend"),
    [
        ("$50 a year", "no"),
        ("$50 a year", "free"),
        ("$50 a year", "By arrangement"),
        ("$50 a year", "not stated"),
        ("3 seats", "unlimited"),
        ("yes", "unlimited"),
        ("yes", "no, but soon"),
        ("yes", "included"),
        ("yes", "Not yet"),
        ("[yes, $50 a year]", "$60 a year"),
        ("$50", "[$40 under 100 employees, yes]"),
    ],
)
def test_what_goes_together_in_a_row_is_understood(coalition, partner, friend):
    rows(coalition, partner, friend)

    assert [] == coalition.problems()


@pytest.mark.parametrize(("partner", "friend"), [("$50", "50"), ("yes", "x"), ("$50", "$1.500"), ("yes", "yess")])
def test_with_the_kind_text_everything_is_the_words_that_were_typed(coalition, partner, friend):
    rows(coalition, partner, friend, ", kind: Text")

    membership = coalition.check().of(MEMBERSHIP)

    criterion = membership.criterion("kind")
    assert [("text", partner), ("text", friend)] == [
        (item.kind, item.typed) for tier in membership.tiers for item in criterion.answer_of(tier).items
    ]


@pytest.mark.parametrize(
    ("kind", "friend", "message"),
    [
        ("price", "Open", 'expected a price, such as "$50 a year", found "Open".'),
        ("price", "50", 'expected a price, found "50" without its currency. Write it down, as in "$50".'),
        ("price", "yes", 'expected a price, such as "$50 a year", found "yes".'),
        ("number", "Some", 'expected a number, such as "3 seats", or "unlimited", found "Some".'),
        ("yes-no", "Open", 'expected yes or no, found "Open".'),
        ("Yes-No", "yess", 'expected yes or no, found "yess". Did you mean "yes"?'),
    ],
)
def test_an_answer_of_another_kind_than_declared_is_told(coalition, kind, friend, message):
    rows(coalition, "no", friend, f", kind: {kind}")

    assert [f"{FRIEND}{message}"] == coalition.problems()


def test_an_unknown_kind_is_told_with_a_guess(coalition):
    rows(coalition, "no", "no", ", kind: prize")

    assert [
        f'{FILE}:5:39: group "who", criterion "kind", kind: unknown value "prize". Did you mean "price"?'
    ] == coalition.problems()


def test_each_of_several_texts_is_told_at_its_own_place(coalition):
    rows(coalition, "$5", "[$5 a year, x, $1.500]")

    assert [
        f'{FILE}:31:25: tier "friend", requirements kind: "x" ticks for some, and crosses out for others. Write "yes" '
        'or "no".',
        f'{FILE}:31:28: tier "friend", requirements kind: "$1.500" can be 1,500 or 1.5. Write 1,500, or 1.50.',
    ] == coalition.problems()


def test_a_qualifier_that_is_nearly_another_is_a_remark(coalition):
    rows(coalition, "yes, in the members' area", "yes, in the member's aera")

    (remark,) = remarks(coalition)

    assert (
        f'{FRIEND}"yes, in the member\'s aera" is nearly the same as "in the members\' area" of tier "partner". A slip?'
        == remark
    )


@pytest.mark.parametrize("friend", ["$5 under 100 employees", "$50 under 200 employees", "no, ask the whole board"])
def test_qualifiers_that_differ_in_a_number_or_much_are_none(coalition, friend):
    rows(coalition, "$50 under 100 employees" if friend[0] == "$" else "yes, in the members' area", friend)

    assert [] == remarks(coalition)


def remarks(coalition) -> list[str]:
    from checking.remarks import fact_remarks

    return [str(one) for one in fact_remarks(coalition.check())]
