"""Plain words come first, marked until they are confirmed; the formal ones follow unchanged."""

import pytest

from sites import words

MARKS = {"no": "In plain words, not yet confirmed:", "yes": "In plain words:"}


@pytest.mark.parametrize("confirmed", MARKS)
def test_plain_words_stand_marked_before_the_statement_and_before_the_requirements_of_a_tier(coalition, confirmed):
    plain, marked = f"in_plain_words: {{text: We help., confirmed: {confirmed}}}", f"{MARKS[confirmed]} We help."
    coalition.change("data/site.yaml", "{text: A small mission}", f"{{text: A small mission, {plain}}}")
    coalition.change("data/membership.yaml", "For those who help.", f"x\n    {plain}")
    coalition.change("pages/membership/index.md", "::: tiers", "::: statement mission\n\n::: statement vision")
    built = coalition.build("publishconf.py")
    assert 0 == built.status, built.said

    assert f"{marked} A small mission A small vision" in words(built.page("membership").main)
    assert f"{marked} Who Kind People" in words(built.page("membership/friend").main)
    assert "In plain words" not in words(built.page("membership/partner"))
    assert f"{marked} Our mission: A small mission" in words(built.page().main)


def test_without_plain_words_the_formal_ones_stand_alone(coalition):
    home = words(coalition.build("publishconf.py").page())

    assert "A small mission" in home
    assert "Our mission:" not in home
