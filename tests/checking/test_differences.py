"""What differs between a translation and its original besides words."""

import pytest

from checking.differences import differences
from conftest import Coalition

TRANSLATED = "pages/hours.es.md"
ORIGINAL = "---\ntitle: Hours\ndescription: When we meet.\n---\n\nWe meet on 2 Mondays.\n\nBring a friend.\n"
SPANISH = "---\ntitle: Horas\ndescription: Cuándo nos reunimos.\n---\n\nNos reunimos 2 lunes.\n\nTraiga a alguien.\n"


@pytest.fixture
def level(coalition: Coalition) -> Coalition:
    """Give the coalition a page whose translation says the same."""
    coalition.change("data/site.yaml", "place:", "languages: [en, es]\nplace:")
    coalition.write("data/words.es.yaml", "confirmed: yes\n")
    coalition.write("pages/hours.md", ORIGINAL)
    coalition.write(TRANSLATED, SPANISH)
    return coalition


def remarks(coalition: Coalition) -> list[str]:
    return [str(remark) for remark in differences(coalition.check())]


def test_nothing_is_remarked_of_a_translation_that_has_the_same(level):
    assert [] == remarks(level)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2 lunes", "3 lunes", ['"2" of hours.md is not here.', '"3" is here, and not in hours.md.']),
        ("2 lunes", "٢ lunes", []),
        ("Traiga a", "## Traiga\n\na", ["1 heading here, 0 in hours.md, or at other levels."]),
        ("alguien", "[alguien](index.md)", ["1 link within the site here, 0 in hours.md."]),
        (
            "alguien",
            "[alguien](https://www.mo.gov/)",
            ['"https://www.mo.gov/" is here, and not in hours.md.'],
        ),
        ("Traiga a alguien.", "::: values", ['"::: values" is here, and not in hours.md.']),
    ],
    ids=["number", "same number", "heading", "link within", "link elsewhere", "component"],
)
def test_what_differs_is_a_place_to_think_about(level, old, new, said):
    level.change(TRANSLATED, old, new)

    assert [f"content/pages/hours.es.md:5:1: {message}" for message in said] == sorted(remarks(level))
    assert [] == level.problems()
