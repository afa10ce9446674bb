"""How days and lists are written, by the words of a language alone."""

from datetime import date

import pytest

from conftest import WORDS
from sources.problems import ProblemsFound, Section
from sources.words import counted, shown_day, shown_list, words_in

SPANISH = {"day": "{day} de {month} de {year}", "months": "enero, febrero, marzo", "list_separator": "; ",
           "list_end": "{list} y {last}"}  # fmt: skip


def test_a_day_is_written_as_the_language_writes_it():
    assert "1 de marzo de 2026" == shown_day(SPANISH, date(2026, 3, 1))
    assert "December 9, 2026" == shown_day(WORDS, date(2026, 12, 9))


@pytest.mark.parametrize(
    ("parts", "english", "spanish"),
    [(["A"], "A", "A"), (["A", "B"], "A and B", "A y B"), (["A", "B", "C"], "A, B and C", "A; B y C")],
)
def test_a_list_ends_as_the_language_ends_it(parts, english, spanish):
    assert (english, spanish) == (shown_list(WORDS, parts), shown_list(SPANISH, parts))


def test_a_page_says_when_it_was_reviewed_in_words_and_for_machines(coalition):
    coalition.change("pages/membership/index.md", "title: Membership", "title: Membership\nlast_reviewed: 2026-10-01")
    page = coalition.build("publishconf.py").page("membership")

    assert "Last reviewed: October 1, 2026" == page.select_one(".reviewed").get_text()
    assert "2026-10-01" == page.select_one(".reviewed time")["datetime"]
    assert "Checked on November 23, 2026" == page.select_one("footer .date").get_text()


ARABIC = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"x": "one | {count} many"}, ["0 many", "one", "2 many", "5 many", "11 many"]),
        ({"x": "a | b | c | d{count} | e{count} | f", "plural": ARABIC}, ["a", "b", "c", "d5", "e11"]),
        ({"x": "{count} all"}, ["0 all", "1 all", "2 all", "5 all", "11 all"]),
    ],
    ids=["two forms", "six forms", "one form"],
)
def test_a_count_takes_the_form_that_the_language_has_for_it(words, expected):
    assert expected == [counted(words, "x", number) for number in (0, 1, 2, 5, 11)]


@pytest.mark.parametrize(
    ("text", "said"), [("menu: [Menu]\n", "1:7: menu: expected text."), ("[]\n", "1:1: expected words, found nothing.")]
)
def test_a_file_of_words_that_says_none_is_told_with_how_to_add_a_language(tmp_path, text, said):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "xx.yaml").write_text(text)

    with pytest.raises(ProblemsFound) as found:
        words_in(tmp_path, "xx")

    assert [(f"{tmp_path.name}/words/xx.yaml:{said}", Section.LANGUAGES)] == [
        (str(one), one.guide) for one in found.value.problems
    ]
