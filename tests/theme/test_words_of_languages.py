"""Every language of the theme has the words of the first, no other, and fills in the same."""

import re
from pathlib import Path

import pytest

from checking.to_do import to_do
from commands.new_site import asked, new_site
from conftest import THEME, Coalition
from sources.words import CONFIRMED, OF_NEW_SITES, words_in

FOLDERS = ("words", OF_NEW_SITES)
OTHERS = sorted({path.stem for path in (THEME / "words").glob("*.yaml")} - {"en"})
BRACES = re.compile(r"\{\w*\}")


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("language", OTHERS)
def test_it_has_the_same_keys_in_the_same_order_and_fills_in_nothing_else(language, folder):
    first, other = words_in(THEME, "en", folder=folder), words_in(THEME, language, folder=folder)

    assert list(first) == [key for key in other if key != CONFIRMED]
    free = {"{noun}", "{nouns}", "{hour24}", "{minute}"}  # which every sentence is given
    more = {key: {*BRACES.findall(other[key])} - {*BRACES.findall(first[key])} - free for key in first}
    assert {} == {key: signs for key, signs in more.items() if signs}


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_filled_in_is_nowhere_lost(language):
    first, other = words_in(THEME, "en"), words_in(THEME, language)
    free = {"{noun}", "{nouns}", "{hour}", "{half}"}  # a sentence may do without them
    lost = {key: {*BRACES.findall(first[key])} - {*BRACES.findall(other[key])} - free for key in first}

    assert {} == {key: signs for key, signs in lost.items() if signs}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("key", ["months", "weekdays"])
def test_its_months_and_weekdays_are_as_many(language, key):
    assert len(words_in(THEME, "en")[key].split(", ")) == len(words_in(THEME, language)[key].split(", "))


def test_a_site_whose_words_nobody_has_confirmed_says_so_to_staff_and_is_published(coalition):
    coalition.change("data/site.yaml", "name: Small Coalition", "name: Small Coalition\nlanguage: es")

    told = [str(one) for one in to_do(coalition.check()) if "theme/words/es.yaml" in str(one)]
    assert told == [
        "What the site says by itself (theme/words/es.yaml) has not been read by anybody who answers for it: "
        "buttons, dates, help."
    ]
    built = coalition.build("publishconf.py")
    assert 0 == built.status, built.said
    assert "es" == built.page().html["lang"]
    assert "Ir al contenido principal" in built.page().get_text()


def test_a_language_of_one_country_has_the_words_of_the_language(coalition):
    coalition.change("data/site.yaml", "name: Small Coalition", "name: Small Coalition\nlanguage: en-US")

    page = coalition.build("publishconf.py").page()
    assert "en-US" == page.html["lang"]
    assert "Skip to main content" in page.get_text()


def test_a_site_in_english_has_no_such_line(coalition):
    assert not [one for one in to_do(coalition.check()) if "theme/words" in str(one)]


def test_a_new_site_can_begin_in_spanish(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    new_site(asked(["Casa Abierta", "Español", "Alderbrook", "everything", "page"], THEME, None), "", THEME)

    site = Coalition(Path(tmp_path / "content"))
    assert [] == site.problems()
    assert "title: Privacidad" in site.read("pages/privacy.md")
