"""Translations in the editor: what there is, pages begun as drafts, texts of data files, words of the site itself."""

from __future__ import annotations

import pytest

from .asked import ask

TIERS = {"what": "data/membership.yaml", "language": "es"}
WORDS = {"what": "words", "language": "es"}
TITLE, KIND = "/tiers/friend/title", "/tiers/partner/requirements/kind"


@pytest.fixture
def two(coalition):
    """Give the coalition a second language."""
    coalition.change("data/site.yaml", "place:", "languages: [en, es]\nplace:")
    return coalition


def row(coalition, params: dict, key: str) -> dict:
    return next(one for one in ask(coalition, "texts", **params)[1] if one["key"] == key)


def test_each_further_language_lists_what_can_be_translated_and_what_is_begun(coalition, two):
    two.write("pages/membership/friend.es.md", "---\ntitle: Amiga\ndescription: Una.\n---\n\nHola.\n")

    (spanish,) = ask(two, "translations")[1]
    assert ("es", "Español") == (spanish["language"], spanish["name"])
    there = {one["what"]: one["there"] for one in spanish["whats"]}
    assert there["pages/membership/friend"]
    assert not there["pages/membership/partner"]
    assert {"data/membership.yaml", "words"} <= {*there}


def test_a_site_in_one_language_has_none(coalition):
    assert (200, []) == ask(coalition, "translations")


def test_a_page_is_begun_once_as_a_draft(two):
    path = "pages/membership/friend.es.md"
    assert (200, {"path": path}) == ask(two, "beginTranslation", what="pages/membership/friend", language="es")
    assert "status: draft\ntranslated: 2026-11-23 " in two.read(path)
    two.change(path, "title: Friend", "title: Amiga")
    begun = two.read(path)

    assert (200, {"path": path}) == ask(two, "beginTranslation", what="pages/membership/friend", language="es")
    assert begun == two.read(path)


def test_a_page_that_was_compared_with_its_original_is_level_with_it(two):
    path, friend = "pages/membership/friend.es.md", {"what": "pages/membership/friend", "language": "es"}
    two.write(path, "---\n# So.\ntitle: Amiga\ndescription: Una.\n---\n\nHola.\n")

    assert (200, {"path": path}) == ask(two, "noteLevel", **friend)

    assert two.read(path).startswith("---\n# So.\ntitle: Amiga\ndescription: Una.\ntranslated: 2026-11-23 ")
    assert two.read(path).endswith("\n---\n\nHola.\n")
    assert 422 == ask(two, "noteLevel", what="pages/membership/partner", language="es")[0]


@pytest.mark.parametrize(
    ("what", "language"), [("pages/membership/friend", "fr"), ("data/membership.yaml", "../x"), ("data/x.yaml", "es")]
)
def test_what_the_site_does_not_have_is_not_what_the_editor_sends(two, what, language):
    assert (400, {"error": "this is not what the editor sends."}) == ask(two, "texts", what=what, language=language)


def test_a_text_is_written_below_its_original_and_taken_out_again(two):
    shown = row(two, TIERS, TITLE)
    assert ("Tiers, Friend, Title", "Friend", "") == (shown["where"], shown["original"], shown["text"])

    assert 200 == ask(two, "saveTexts", **TIERS, said={TITLE: ["", "Amiga"]}, level=True)[0]
    assert two.read("data/membership.es.yaml").startswith("tiers:\n  - id: friend\n    title: Amiga\ntranslated: 2026-")
    assert [] == two.problems()
    assert "Amiga" == row(two, TIERS, TITLE)["text"]

    assert 200 == ask(two, "bringBack", number=1)[0]
    assert not (two.content / "data/membership.es.yaml").exists()


def test_the_label_of_a_text_has_the_words_of_the_original_for_what_ids_name(two):
    two.change("data/membership.yaml", "title: Partner", "title: Leading partner")
    two.change("data/membership.yaml", "{id: kind, title: Kind}", "{id: kind, title: Who can join}")

    assert "Tiers, Leading partner, Requirements, Who can join" == row(two, TIERS, KIND)["where"]
    assert "Groups, Who, Criteria, Who can join, Title" == row(two, TIERS, "/groups/who/criteria/kind/title")["where"]
    assert "Skip link" == row(two, WORDS, "skip_link")["where"]


def test_a_text_that_was_changed_meanwhile_is_told_and_another_one_is_kept(two):
    two.write("data/membership.es.yaml", "# A note.\ntiers:\n  - {id: friend, title: Compañera}\n")

    told = "Tiers, Friend, Title was changed in another tab or program meanwhile. It says now: Compañera"
    found = ask(two, "saveTexts", **TIERS, said={TITLE: ["", "Amiga"]})
    assert (422, {"error": f"content/data/membership.es.yaml: {told}"}) == found

    assert 200 == ask(two, "saveTexts", **TIERS, said={"/groups/who/title": ["", "Quién"]})[0]
    assert two.read("data/membership.es.yaml") == (
        "# A note.\ntiers:\n  - {id: friend, title: Compañera}\ngroups:\n  - id: who\n    title: Quién\n"
    )


def test_the_checks_of_every_save_hold_for_texts_too(two):
    found = ask(two, "saveTexts", **TIERS, said={"/tiers/friend/summary": ["", "Llame al 314-555-0199."]})

    told = 'the telephone number "314-555-0199" is neither in help-lines.yaml nor the contact in site.yaml.'
    assert (422, told) == (found[0], found[1]["error"].partition(": ")[2])
    assert not (two.content / "data/membership.es.yaml").exists()


def test_what_the_site_says_by_itself_is_put_in_other_words_beside_those_of_the_theme(two):
    shown = row(two, WORDS, "skip_link")
    assert ("Skip to main content", "") == (shown["original"], shown["text"])
    assert "contenido" in shown["given"]

    assert 200 == ask(two, "saveTexts", **WORDS, said={"skip_link": ["", "Ir al texto"]})[0]
    assert "skip_link: Ir al texto\n" == two.read("data/words.es.yaml")
    status, told = ask(two, "saveTexts", **WORDS, said={"page_title": ["", "Sin nada"]})
    assert 422 == status
    assert 'page_title: "{site}" is missing.' in told["error"]
    assert 200 == ask(two, "saveTexts", **WORDS, said={"skip_link": ["Ir al texto", ""]})[0]
    assert not (two.content / "data/words.es.yaml").exists()
