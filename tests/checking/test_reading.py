"""Grades follow the published formula, over the words that a reader reads."""

import pytest

from checking.reading import grade, spoken, syllables_of


def grade_of(text: str) -> float:
    said = spoken(text)
    return round(grade(said, syllables_of({word for sentence in said for word in sentence})), 1)


@pytest.mark.parametrize(
    ("text", "words", "sentences", "syllables"),
    [
        ("The cat sat. The dog ran home.", 7, 2, 7),
        ("Organizations collaborate.", 2, 1, 9),
        ("# A heading\n\n- Anybody can join\n- Everybody may ask\n", 6, 2, 12),
        ("It's [the page](https://far.org/x) of *St. Louis*: `code`.\n\n::: tiers\n", 6, 1, 7),
        ("Xyzzyq comes.", 2, 1, 3),
    ],
)
def test_a_grade_is_that_of_flesch_and_kincaid(text, words, sentences, syllables):
    expected = 0.39 * words / sentences + 11.8 * syllables / words - 15.59

    assert (words, sentences) == (sum(map(len, spoken(text))), len(spoken(text)))
    assert round(max(0, expected), 1) == grade_of(text)


def test_no_words_have_no_grade():
    assert 0 == grade_of("::: tiers\n\n```\ncode here\n```\n")


def test_a_long_sentence_of_long_words_is_harder_than_short_ones():
    assert grade_of("Participating organizations exhibit collaborative commitment.") > 12
    assert grade_of("We work with you. You work with us.") < 2
