"""A site in several languages: what stands beside a page or a data file, and what is made of it."""

import pytest

from conftest import Coalition
from sources.words import counted

SITE, FRIEND = "data/site.yaml", "pages/membership/friend.es.md"
PAGE = "---\ntitle: Amiga\ndescription: Para quien ayuda.\n---\n\nBienvenida.\n"


@pytest.fixture
def two(coalition: Coalition) -> Coalition:
    """Give the coalition Spanish beside English, for whose words somebody answers."""
    coalition.change(SITE, "place:", "languages: [en, es]\nplace:")
    coalition.write("data/words.es.yaml", "confirmed: yes\n")
    coalition.write(FRIEND, PAGE)
    return coalition


def spanish(coalition: Coalition, *, production: bool = True):
    (found,) = coalition.check(production=production).translations
    return found


def test_one_line_declares_a_language_and_nothing_must_be_translated_at_once(coalition):
    coalition.change(SITE, "place:", "languages: [en, es]\nplace:")

    assert [] == coalition.problems()
    assert ["404"] == [page.path for page in spanish(coalition, production=False).pages]


def test_a_page_beside_another_is_its_translation_below_the_folder_of_its_language(two):
    found = {page.path: page for page in spanish(two).pages}

    assert {"404": "es/404.html", "membership/friend": "es/membership/friend/"} == {
        path: page.url for path, page in found.items()
    }


def test_a_translation_has_the_facts_of_its_original_and_its_own_texts(two):
    about = next(page for page in spanish(two).pages if page.path == "membership/friend").front_matter

    assert ("friend", "Amiga") == (about.tier, about.title)


def test_the_translation_of_a_draft_is_one(two):
    two.write("pages/plan.md", "---\ntitle: Plan\ndescription: A plan.\nstatus: draft\n---\n")
    two.write("pages/plan.es.md", "---\ntitle: El plan\ndescription: Un plan.\n---\n")

    assert "plan" not in {page.path for page in spanish(two).pages}
    assert "plan" in {page.path for page in spanish(two, production=False).pages}


def test_a_page_in_a_language_that_the_site_does_not_have_is_told_with_the_line_to_write(coalition):
    coalition.write(FRIEND, PAGE)

    assert [
        'content/pages/membership/friend.es.md: a page in "Español", which is no language of this site. '
        "Write in site.yaml: languages: [en, es]"
    ] == coalition.problems()


def test_a_page_may_name_the_main_language_too(two):
    two.write("pages/hours.en.md", "---\ntitle: Hours\ndescription: When we meet.\n---\n")

    assert "hours/" in {page.url for page in two.check().pages}


def test_a_name_with_a_dot_that_is_no_language_is_refused_as_before(coalition):
    coalition.write("pages/plan.v2.md", "---\ntitle: Plan\ndescription: A plan.\n---\n")

    (problem,) = coalition.problems()
    assert 'the name "plan.v2" becomes part of an address' in problem


@pytest.mark.parametrize(
    "line", ["languages: [en, es]\nlanguage: es", "language: es\nlanguages: [en, es]"], ids=["after", "before"]
)
def test_two_main_languages_are_refused_with_both_readings(coalition, line):
    coalition.change(SITE, "place:", f"{line}\nplace:")

    (problem,) = coalition.problems()
    assert problem.partition(": ")[2] == (
        'language: the main language is "es" here, and "en" in languages, which begin with it. '
        "Take this line out, or write languages: [es, en]"
    )


def test_a_language_that_stands_twice_is_told(coalition):
    coalition.change(SITE, "place:", "languages: [en, es, es]\nplace:")

    assert ['content/data/site.yaml:3:21: languages: "es" stands here twice. Keep one.'] == coalition.problems()


def test_texts_of_a_data_file_stand_beside_it_and_only_those(two):
    two.write("data/membership.es.yaml", "tiers:\n  - id: friend\n    title: Amiga\n")
    tiers = {tier.id: tier for tier in spanish(two).files["data/membership.yaml"].value.tiers}

    assert "Amiga" == tiers["friend"].title
    assert ["partner", "friend"] == list(tiers)


def test_a_text_that_belongs_to_nothing_is_told_with_a_guess(two):
    two.write("data/membership.es.yaml", "tiers:\n  - id: frend\n    title: Amiga\n")

    assert [
        'content/data/membership.es.yaml:2:9: tiers: membership.yaml has no entry whose id is "frend". '
        'Did you mean "friend"?'
    ] == two.problems()


def test_an_entry_without_its_name_is_asked_for_it(two):
    two.write("data/membership.es.yaml", "tiers:\n  - title: Amiga\n")

    assert [
        'content/data/membership.es.yaml:2:5: tiers: which entry is this the translation of? Add its "id".'
    ] == two.problems()


def test_what_a_text_may_not_be_is_told_at_its_place(two):
    two.write("data/membership.es.yaml", f"tiers:\n  - id: friend\n    title: {'Amiga ' * 30}\n")

    assert [
        'content/data/membership.es.yaml:3:12: tier "friend", title: expected at most 90 characters, found 179.'
    ] == two.problems()


def test_a_mistake_in_the_facts_is_told_once_whatever_the_languages(two):
    two.change("data/membership.yaml", "id: friend", "id: Friend!")

    assert len(two.problems()) == len({*two.problems()})
    assert not any("es.yaml" in problem for problem in two.problems())


def test_a_file_of_texts_in_no_language_of_the_site_is_not_known(coalition):
    coalition.write("data/membership.es.yaml", "tiers: []\n")

    (problem,) = coalition.problems()
    assert '"membership.es.yaml" is not known here.' in problem


def test_what_nobody_has_translated_stays_in_the_main_language(two):
    found = spanish(two)

    assert "Small Coalition" == found.site.name
    assert "es" == found.site.language


def test_a_language_for_whose_words_nobody_answers_is_not_public(coalition):
    coalition.change(SITE, "place:", "languages: [en, es]\nplace:")
    coalition.write(FRIEND, PAGE)

    assert () == coalition.check().translations
    assert ["es"] == [one.language for one in coalition.check().unconfirmed]
    assert ["es"] == [one.language for one in coalition.check(production=False).translations]


def test_words_of_the_site_may_be_put_in_the_place_of_the_themes(two):
    two.write("data/words.es.yaml", "confirmed: yes\nget_help: Ayuda\n")
    two.write("data/words.en.yaml", "get_help: Help\n")

    assert ("Help", "Ayuda") == (two.check().words["get_help"], spanish(two).words["get_help"])


def test_a_language_that_the_theme_lacks_has_the_words_of_the_site_and_else_those_of_the_main_one(coalition):
    coalition.change(SITE, "place:", "languages: [en, fr]\nplace:")
    coalition.write("data/words.fr.yaml", "get_help: Aide\n")
    (french,) = coalition.check().translations

    assert ("Aide", "Skip to main content") == (french.words["get_help"], french.words["skip_link"])


def test_words_that_are_lent_are_counted_as_in_their_own_language(coalition):
    coalition.change(SITE, "place:", "languages: [en, pl]\nplace:")
    formula = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
    months = "od miesiąca | od {count} miesięcy | od {count} miesięcy"
    coalition.write("data/words.pl.yaml", f'plural: "{formula}"\nage_months: {months}\n')
    (polish,) = coalition.check().translations

    assert ["od miesiąca", "od 22 miesięcy"] == [counted(polish.words, "age_months", count) for count in (1, 22)]
    assert ["One member", "5 members"] == [counted(polish.words, "members", count) for count in (1, 5)]


def test_a_sentence_may_do_without_the_word_for_a_tier(coalition):
    coalition.change(SITE, "place:", "languages: [en, fr]\nplace:")
    coalition.write("data/words.fr.yaml", 'tier_named: "« {title} »"\n')

    assert [] == coalition.problems()


def test_a_word_of_its_own_for_a_tier_that_nobody_has_translated_gives_way_to_that_of_the_theme(two):
    two.change("data/membership.yaml", "groups:", "called: {one: circle, many: circles}\ngroups:")

    assert ("circle", "nivel") == (two.check().words["noun"], spanish(two).words["noun"])
    two.write("data/membership.es.yaml", "called: {one: círculo, many: círculos}\n")
    assert "círculo" == spanish(two).words["noun"]


def test_a_language_without_any_words_is_refused(coalition):
    coalition.change(SITE, "place:", "languages: [en, fr]\nplace:")

    assert [
        'content/data/site.yaml:3:12: language: the theme has no words in "fr", only in: en, es.'
    ] == coalition.problems()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("get_halp: Ayuda", '1:1: get_halp: the site has no words of that name. Did you mean "get_help"?'),
        (
            "help_text: Mensaje",
            '1:12: help_text: "{number}" is missing. Compare it with "Mensaje de texto al {number}".',
        ),
        (
            'get_help: "Ayuda de {site}"',
            '1:11: get_help: nothing is filled in for "{site}". Compare it with "Pedir ayuda".',
        ),
        ("get_help: [Ayuda]", "1:11: get_help: expected text."),
        (
            'members: "{count} miembros"',
            "1:10: members: expected 2 forms with bars between them, as plural has it, found 1.",
        ),
        (
            'plural: "one, more"',
            '1:9: plural: expected a formula as gettext has it, such as "n != 1", found "one, more".',
        ),
        ("months: enero", '1:9: months: expected 12 words with ", " between them, found 1.'),
    ],
    ids=["unknown", "lost", "odd", "list", "forms", "formula", "months"],
)
def test_words_that_cannot_be_shown_are_told_at_their_place(two, line, said):
    two.write("data/words.es.yaml", f"{line}\nconfirmed: yes\n")

    assert [f"content/data/words.es.yaml:{said}"] == two.problems()


def test_a_link_in_a_translation_leads_to_the_page_in_its_language_and_else_to_the_main_one(two):
    two.write(FRIEND, PAGE + "\n[uno](partner.md) [dos](/membership/friend/) [tres](../index.md)\n")
    found = spanish(two)
    page = next(one for one in found.pages if one.path == "membership/friend")
    from sources.pages.targets import resolved

    assert ["/membership/partner/", "/es/membership/friend/", "/"] == [
        resolved(link.address, page, found.targets, "") for link in page.rendered.links
    ]


def test_a_page_of_the_main_language_may_name_a_translation(two):
    two.change("pages/membership/friend.md", "::: apply", "[Español](friend.es.md)\n\n::: apply")
    page = next(one for one in two.check().pages if one.path == "membership/friend")
    from sources.pages.targets import resolved

    assert "/es/membership/friend/" == resolved("friend.es.md", page, two.check().targets, "")


def test_a_link_that_leads_nowhere_is_told_in_a_translation_as_anywhere(two):
    two.write(FRIEND, PAGE + "\n[uno](partnr.md)\n")

    assert [
        'content/pages/membership/friend.es.md:8:7: no page "partnr.md". Did you mean "pages/membership/partner.md"?'
    ] == two.problems()


@pytest.mark.parametrize(
    "typed", ["en, es", "English, Spanish", "[English, Español]", "English and Spanish", "[EN, es]"]
)
def test_languages_are_understood_by_their_codes_and_by_their_names(coalition, typed):
    coalition.change(SITE, "place:", f"languages: {typed}\nplace:")

    assert ("en", "es") == coalition.check().site.every_language


def test_a_page_in_the_folder_of_a_language_is_a_translation_too(two):
    (two.content / FRIEND).unlink()
    two.write("pages/es/membership/friend.md", PAGE)
    (page,) = (page for page in spanish(two).pages if page.path == "membership/friend")

    assert ("es/membership/friend/", "friend") == (page.url, page.front_matter.tier)
    assert 0 == two.build().status


def test_two_translations_of_one_page_are_told(two):
    two.write("pages/es/membership/friend.md", PAGE)

    assert any("this page has the same address as" in problem for problem in two.problems())
