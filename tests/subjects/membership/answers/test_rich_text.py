"""Links and emphasis within an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.pages.markdown import time_limit
from sources.problems import Place, Problem
from subjects.membership.answers.rich_text import Run, addresses, plain_text, runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open", (Run("Open"),)),
        ("", ()),
        (
            "See [the rules](rules.md#a) and **ask**",
            (Run("See "), Run("the rules", "rules.md#a"), Run(" and "), Run("ask", strong=True)),
        ),
        ("[a](b_(c).md)", (Run("a", "b_(c).md"),)),
        ("**[a](b.md)**", (Run("a", "b.md", strong=True),)),
        ("[**a** b](c.md)", (Run("a", "c.md", strong=True), Run(" b", "c.md"))),
        ("[[history]]", (Run("history", "history"),)),
        ("[[history|our past]]", (Run("our past", "history"),)),
        ("See https://www.mo.gov/a.", (Run("See "), Run("https://www.mo.gov/a", "https://www.mo.gov/a"), Run("."))),
        ("*a* _b_ __c__ ***d***", (Run("a", em=True), Run(" "), Run("b", em=True), Run(" "), Run("c", strong=True),
                                  Run(" "), Run("d", strong=True, em=True))),
        ("*a **b** c*", (Run("a ", em=True), Run("b", strong=True, em=True), Run(" c", em=True))),
        (r"\*a\* \[b](c)", (Run("*a* [b](c)"),)),
        ("[a]()", (Run("a", ""),)),
    ],
)  # fmt: skip
def test_links_and_emphasis_are_runs_of_words(text, expected):
    assert expected == runs(text)


@pytest.mark.parametrize(
    "text", ["501(c)(3)", "snake_case_words", "2 * 3 * 4", "{{ x }} [not] (x)", "[]()", "a * b", "5*", "<b>a</b>", "__"]
)
def test_other_signs_are_what_they_are(text):
    assert (Run(text),) == runs(text)


def test_the_plain_text_and_the_addresses_are_told():
    text = "See [the rules](rules.md), **[[history|our past]]**"

    assert "See the rules, our past" == plain_text(text)
    assert ("rules.md", "history") == addresses(text)


@given(st.text(st.sampled_from("ab []()*_\\|h"), max_size=40))
def test_no_letter_is_lost_that_stands_in_no_address(text):
    shown = [sign for sign in plain_text(text) if sign in "ab"]

    assert len(shown) <= len([sign for sign in text if sign in "ab"])
    if not addresses(text):
        assert shown == [sign for sign in text if sign in "ab"]


@pytest.mark.parametrize("text", ["*" * 3000, "[" * 3000, "*a" * 1500, "[a](" * 750, "_a " * 1000, "**a*" * 750])
def test_long_rows_of_signs_take_no_time(text):
    with time_limit(2, Problem(Place("content/data/membership.yaml"), "too slow")):
        assert runs(text)
