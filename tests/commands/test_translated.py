"""`make translated` notes that a translation is level, in one line of its file, and changes nothing else."""

import re

import pytest

from commands.translated import translated
from conftest import THEME, Coalition
from sources.problems import ProblemsFound

PAGE = "---\ntitle: Amiga\ndescription: Una amiga.\n---\n\nBienvenida.\n"


@pytest.fixture
def two(coalition: Coalition) -> Coalition:
    coalition.change("data/site.yaml", "place:", "languages: [en, es]\nplace:")
    coalition.write("pages/membership/friend.es.md", PAGE)
    return coalition


@pytest.mark.parametrize(
    "name",
    ["membership/friend", "membership/friend.md", "pages/membership/friend.es.md", "content/pages/membership/friend"],
)
def test_a_page_may_be_called_in_any_way(two, name):
    assert "content/pages/membership/friend.es.md is level with its original of today." == translated(
        name, "", two.content, THEME
    )
    assert re.search(r"^translated: 2026-11-23 [a-z2-7]+$", two.read("pages/membership/friend.es.md"), re.MULTILINE)
    assert two.read("pages/membership/friend.es.md").replace("\n", "") != PAGE.replace("\n", "")


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("frend", "es", 'PAGE: no page or data file "frend".'),
        (
            "membership.yaml",
            "es",
            "content/data/membership.es.yaml: there is no such file. Put the text in Español there.",
        ),
        ("membership/friend", "fr", 'LANGUAGE: expected a language of this site besides the main one, found "fr".'),
    ],
    ids=["page", "no translation", "language"],
)
def test_what_is_not_there_is_told(two, name, language, said):
    with pytest.raises(ProblemsFound) as found:
        translated(name, language, two.content, THEME)

    (problem,) = found.value.problems
    assert str(problem).startswith(said)


def test_a_page_without_a_translation_gets_one_as_a_draft_that_is_level(two):
    assert translated("membership/partner", "es", two.content, THEME) == (
        "content/pages/membership/partner.es.md: a copy of its original, as a draft, seen only in the preview.\n"
        'Write it in Español. Delete the line "status: draft" when somebody who knows the language has read it.'
    )
    front, body = two.read("pages/membership/partner.es.md").split("---\n\n", 1)
    assert body.strip() == two.read("pages/membership/partner.md").split("---\n\n", 1)[1].strip()
    assert re.search(r"^status: draft\ntranslated: 2026-11-23 [a-z2-7]+$", front, re.MULTILINE)
    assert "tier:" not in front
    assert [] == two.problems()
