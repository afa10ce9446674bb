"""The organisation's own word for a tier, in every sentence that names one."""

import pytest

from conftest import THEME
from sources.words import read_words
from subjects.membership.called import Called, named, own_words

from .shapes import FILE, change

LEVEL = Called(one="level", many="levels")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Gold", "the Gold level"),
        ("Gold Level", "the Gold Level"),
        ("Gold Levels", "the Gold Levels"),
        ("Gold level for families", "the Gold level for families"),
        ("Level 1", "Level 1"),
        ("Levelheaded", "the Levelheaded level"),
        ("50% {off}", "the 50% {off} level"),
    ],
)
def test_what_it_is_called_is_said_once(title, expected):
    assert expected == named(title, read_words(THEME, "en", own=own_words(LEVEL)))


def test_without_a_word_of_its_own_it_is_a_tier():
    assert "the Gold tier" == named("Gold", read_words(THEME, "en", own=own_words(None)))


def test_no_sentence_of_the_theme_says_tier_where_it_is_called_otherwise():
    words = read_words(THEME, "en", own=own_words(LEVEL))
    said = {key: text.replace("{tier}", "") for key, text in words.items()}

    assert [] == [key for key, text in said.items() if "tier" in text.casefold()]
    assert "This level may fit" == words["guide_one"]


def test_the_pages_say_it(coalition):
    change(coalition, ("tiers:\n", "called: {one: circle, many: circles}\ntiers:\n"))
    coalition.write("pages/membership/index.md", coalition.read("pages/membership/index.md") + "\n::: tiers inner\n")
    built = coalition.build()
    page, friend = built.page("membership"), built.page("membership/friend")

    captions = [caption.get_text() for caption in page.find_all("caption")]
    assert ["What each circle asks and offers", "Inner circle: what each circle asks and offers"] == captions
    assert "Apply on forms.example.org for the Friend circle" in friend.get_text()
    everything = " ".join(one.read_text("utf-8") for one in built.output.rglob("*.html"))
    assert " tier" not in everything.replace("The tier ", "").replace("The tiers", "")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("{one: level}", '16:9: called: missing "many".'),
        ('{one: "{level}", many: levels}', '16:15: called one: expected a word such as "level", found "{level}".'),
    ],
)
def test_half_of_it_and_what_is_no_word_is_told(coalition, typed, expected):
    change(coalition, ("tiers:\n", f"called: {typed}\ntiers:\n"))

    assert [f"content/{FILE}:{expected}"] == coalition.problems()
