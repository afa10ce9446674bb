"""Grades follow the published formula, over the words that a reader reads."""

import pytest

from safety.reading import grade, syllables_of, words_in


def grade_of(text: str) -> float:
    return round(grade(text, syllables_of(words_in(text))), 1)


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

    assert words == len(words_in(text))
    assert round(max(0, expected), 1) == grade_of(text)


def test_no_words_have_no_grade():
    assert 0 == grade_of("::: tiers\n\n```\ncode here\n```\n")


def test_a_long_sentence_of_long_words_is_harder_than_short_ones():
    assert grade_of("Participating organizations exhibit collaborative commitment.") > 12
    assert grade_of("We work with you. You work with us.") < 2
