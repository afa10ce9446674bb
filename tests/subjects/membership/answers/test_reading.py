"""What is typed as an answer, and what it means."""

from decimal import Decimal

import pytest

from subjects.membership.answers.items import Answer, InWords, Price, Quantity, YesNo
from subjects.membership.answers.reading import answer, item

YES, NO = YesNo(yes=True), YesNo(yes=False)


def usd(amount: str, period=None, condition=None) -> Price:
    return Price(Decimal(amount), "USD", period, condition)


@pytest.mark.parametrize("typed", ["yes", "Yes", "YES.", "TRUE", "y", "✓", "✔", "✔\ufe0f", "☑", "✅"])
def test_yes_in_any_spelling_is_yes(typed):
    assert YES == item(typed)


@pytest.mark.parametrize("typed", ["no", "No", "No!", "FALSE", "n", "✗", "✘", "☒", "❌"])
def test_no_in_any_spelling_is_no(typed):
    assert NO == item(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("yes, in the members' area", YesNo(yes=True, qualifier="in the members' area")),
        ("Yes (in the members' area)", YesNo(yes=True, qualifier="in the members' area")),
        ("✓ in the members' area", YesNo(yes=True, qualifier="in the members' area")),
        ("yes - see [the rules](rules.md)", YesNo(yes=True, qualifier="see [the rules](rules.md)")),
        ("no: ask the board", YesNo(yes=False, qualifier="ask the board")),
        ("No, but soon", YesNo(yes=False, qualifier="but soon")),
    ],
)
def test_yes_and_no_keep_what_limits_them(typed, meant):
    assert meant == item(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("$5,000 a year", usd("5000", "year")),
        ("$5k", usd("5000")),
        ("$5k under 100 employees", usd("5000", None, "under 100 employees")),
        ("$5,000/yr, for nonprofits", usd("5000", "year", "for nonprofits")),
        ("$100 per year per person", usd("100", "year", "per person")),
        ("$50 (students)", usd("50", None, "students")),
        ("$50 - students", usd("50", None, "students")),
        ("$12.50 monthly", usd("12.50", "month")),
        ("$50 p.a.", usd("50", "year")),
        ("$50 once", usd("50", "once")),
        ("$75 each quarter", usd("75", "quarter")),
        ("$5M", usd("5000000")),
        ("50 dollars", usd("50")),
        ("USD 1,500.00 yearly", usd("1500", "year")),
        ("1500 USD a year", usd("1500", "year")),
        ("$50 CAD", Price(Decimal(50), "CAD")),
        ("CA$50", Price(Decimal(50), "CAD")),
        ("€12/month", Price(Decimal(12), "EUR", "month")),
        ("12 € per month", Price(Decimal(12), "EUR", "month")),
        ("12,50 EUR", Price(Decimal("12.5"), "EUR")),
        ("1.500,00 €", Price(Decimal(1500), "EUR")),
        ("CHF 1'500", Price(Decimal(1500), "CHF")),
        ("free", Price(Decimal(0), None)),
        ("Free for students", Price(Decimal(0), None, None, "for students")),
        ("Free (first year)", Price(Decimal(0), None, None, "first year")),
    ],
)
def test_a_price_is_an_amount_a_currency_a_period_and_a_condition(typed, meant):
    assert meant == item(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3 seats", Quantity(Decimal(3), "seats")),
        ("3 voting seats", Quantity(Decimal(3), "voting seats")),
        ("1,500", Quantity(Decimal(1500))),
        ("75%", Quantity(Decimal(75), "%")),
        ("unlimited", Quantity(None)),
        ("Unlimited seats", Quantity(None, "seats")),
    ],
)
def test_a_number_has_a_unit_or_none(typed, meant):
    assert meant == item(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Open", "Limited", "As needed", "501(c)(3) organizations", "Minimum 75% human trafficking",
        "Coalitions & community groups", "included", "not included", "Yes and no", "No more than two a year", "No fee",
        "$50 off events", "$5 million", "$10-20 a month", "from $50", "-$5", "$5kg", "$50 annual dues", "free parking",
        "Free of charge", "TOP 10", "ALL 50", "50 states and territories of the Union", "2 or more", "24/7", "012",
        "1e3", "2024-01-02", "12:30:45", "5k run", "75% of members", "+1 314 555 0100", "1st of May", "x", "-",
        "1.500",
    ],
)  # fmt: skip
def test_what_is_not_wholly_of_a_typed_kind_stays_words(typed):
    assert InWords(typed) == item(typed)


def test_each_text_keeps_how_it_was_typed():
    typed = ("Yes", "$5k", "3 seats", "Open")

    assert typed == answer(typed).typed == answer(typed).lines


def test_answers_that_mean_the_same_are_equal_however_they_were_typed():
    assert answer(["✓", "$5k", "1,500"]) == answer(["Yes", "$5,000.00", "1500"])
    assert answer(["$5k"]) != answer(["€5k"])
    assert answer(["yes"]) != answer(["yes, at times"])


@pytest.mark.parametrize("texts", [[], ["not stated"], ["Not Stated"]])
def test_what_is_not_stated_has_no_items(texts):
    assert Answer() == answer(texts)


@pytest.mark.parametrize("texts", [["$50", "Note: Waived for students."], ["note:  Waived for students.", "$50"]])
def test_a_note_belongs_to_the_whole_answer(texts):
    assert Answer((usd("50"),), "Waived for students.") == answer(texts)
    assert ("$50", "Note: Waived for students.") == answer(texts).lines


def test_what_is_not_stated_may_have_a_note_too():
    found = answer(["not stated", "Note: Ask us."])

    assert (Answer((), "Ask us."), ("not stated", "Note: Ask us.")) == (found, found.lines)


def test_an_answer_in_words_is_the_text_as_it_was_typed():
    assert Answer((InWords("Yes"), InWords("$5k")), "So.") == answer(["Yes", "$5k", "Note: So."]).in_words()
