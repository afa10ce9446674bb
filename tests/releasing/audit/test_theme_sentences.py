"""What the theme says in each language of a site: what is lent by the main one is not in it."""

import pytest

from releasing.audit.theme_sentences import by_language


@pytest.fixture
def said(coalition):
    """Return what the theme says in English, and in French with two sentences of its own."""
    coalition.change("data/site.yaml", "place:", "languages: [en, fr]\nplace:")
    coalition.write(
        "data/words.fr.yaml", 'skip_link: Aller au contenu principal\nreviewed: "Dernière relecture : {date}"\n'
    )
    return by_language(coalition.check().in_every_language)


def test_each_sentence_is_found_in_its_language_whatever_is_filled_in(said):
    french, others = said["fr"]

    assert french.hold("Dernière relecture : 3 mai 2026")
    assert others.hold("Last reviewed: May 3, 2026")
    assert not french.hold("Last reviewed: May 3, 2026")
    assert said[""][1].hold("Aller au contenu principal")


def test_a_sentence_that_is_lent_is_one_of_the_other_language(said):
    french, others = said["fr"]

    assert not french.hold("This site sets no cookies and tracks nobody.")
    assert others.hold("This site sets no cookies and tracks nobody.")
