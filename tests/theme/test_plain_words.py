"""Plain words come first, the formal ones follow unchanged."""

from sites import words

PLAIN = "In plain words: We help."


def test_plain_words_stand_before_the_statement_and_before_the_requirements_of_a_tier(coalition):
    coalition.change(
        "data/site.yaml", "{text: A small mission}", "{text: A small mission, in_plain_words: {text: We help.}}"
    )
    coalition.change("data/membership.yaml", "For those who help.", "x\n    in_plain_words: {text: We help.}")
    coalition.change("pages/membership/index.md", "::: tiers", "::: statement mission\n\n::: statement vision")
    built = coalition.build("publishconf.py")
    assert 0 == built.status, built.said

    assert f"{PLAIN} A small mission A small vision" in words(built.page("membership").main)
    assert f"{PLAIN} Who Kind People" in words(built.page("membership/friend").main)
    assert "In plain words" not in words(built.page("membership/partner"))
    assert "We help. Our mission, word for word: A small mission" in words(built.page().main)


def test_without_plain_words_the_formal_ones_stand_alone(coalition):
    assert "word for word" not in words(coalition.build("publishconf.py").page())
