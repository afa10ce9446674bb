"""The health report of the preview: every fact of the site as it is now, with its place."""

import re
from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup

from checking.reading import MeasuredText
from conftest import epoch
from preview.editor.forms import entry_of
from preview.health import MOST_BY_BROTLI, Chart, Health, Weight, grade_chart, health, parted, weight_chart
from preview.preview import Preview
from releasing.audit.file_rules import LIMIT
from releasing.finish.compress import by_brotli, by_gzip
from sources.problems import Place

from .edited import edit

SOMEWHERE = Place("content/pages/index.md")


def page(preview: Preview) -> BeautifulSoup:
    return BeautifulSoup(preview.health(), "html.parser")


def words(soup: BeautifulSoup) -> str:
    return " ".join(soup.get_text(" ").split())


def test_every_entry_leads_to_a_line_that_is_there(preview, coalition):
    edit(preview, coalition, "data/site.yaml", "place:", "not_yet_given:\n  - {fact: Dues, reason: Unknown}\nplace:")
    coalition.write("CORRECTIONS.md", "## Open questions\n\n1. **Who leads?** It was never said.\n")
    preview.refresh({coalition.content / "CORRECTIONS.md"})

    places = {link["href"].removeprefix("/-/source/") for link in page(preview).select("[href^='/-/source/']")}

    assert {name.partition("?")[0].partition("/")[2] for name in places} == {
        "CORRECTIONS.md", "data/help-lines.yaml", "data/membership.yaml", "data/site.yaml",
        "pages/404.md", "pages/index.md",
        "pages/membership/friend.md", "pages/membership/index.md", "pages/membership/partner.md",
    }  # fmt: skip
    for name, line, again in (re.fullmatch(r"(.+)\?line=(\d+)#line-(\d+)", place).groups() for place in places):
        shown = BeautifulSoup(preview.source(name, int(line)), "html.parser")
        assert line == again
        assert shown.select_one(f"#line-{line}[aria-current=true]")


def test_the_server_answers_with_it_and_it_brings_no_script(get):
    found = {path: get(path) for path in ("/-/health", "/-/tokens.css", "/-/preview.css")}

    assert {path: (status, headers["Content-Type"]) for path, (status, headers, _) in found.items()} == {
        "/-/health": (200, "text/html; charset=utf-8"),
        "/-/tokens.css": (200, "text/css"),
        "/-/preview.css": (200, "text/css"),
    }
    assert "<script" not in found["/-/health"][2]
    assert "How the site is doing" in found["/-/health"][2]


def test_pages_are_made_for_it_when_somebody_asks_and_once_for_each_change(preview, coalition, monkeypatch):
    made, answer = [], preview.site.answer
    monkeypatch.setattr(preview.site, "answer", lambda name: (made.append(name) if name else None) or answer(name))

    edit(preview, coalition, "pages/index.md", "::: ways", "::: ways\n\nMore.")
    assert made == []

    preview.health()
    assert sorted(made) == sorted(one.save_as for one in preview.site.sources.pages)

    preview.health()
    assert len(made) == len(preview.site.sources.pages)


def test_it_is_about_the_site_after_the_last_change(preview, coalition):
    assert "overdue for review" not in words(page(preview))

    edit(preview, coalition, "data/help-lines.yaml", "2026-11-23", "2026-05-20")

    assert "1 overdue for review" in words(page(preview))
    first = page(preview).select_one(".cards li")
    assert 'Overdue. help line "Emergency", last reviewed 2026-05-20, due 2026-11-20. ' in words(first)
    assert ("data/help-lines.yaml, line 7", []) == (
        first.select_one(".where a").get_text(),
        list(preview.site.problems),
    )


def test_on_the_next_day_it_is_another_one(preview, monkeypatch):
    assert "181 days until something changes" in words(page(preview))

    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(date(2026, 11, 24)))

    assert "180 days until something changes" in words(page(preview))


def test_with_a_problem_it_says_that_it_is_about_the_site_before(preview, coalition):
    edit(preview, coalition, "data/site.yaml", "place:", "plase:")

    assert "1 problem to mend: this is about the last site without any." in words(page(preview))


def test_a_page_weighs_what_it_weighs_without_the_script_of_the_preview(preview):
    sources = preview.site.sources
    made = {one.path: preview.site.answer(one.save_as).content for one in sources.pages}
    found = health(sources, preview.site.content, lambda name: preview.site.answer(name).content).weights

    assert {one.page.path: one.gzip for one in found} == {path: len(by_gzip(html)) for path, html in made.items()}
    assert [one.gzip for one in found] == sorted((one.gzip for one in found), reverse=True)
    assert [one.brotli for one in found[:MOST_BY_BROTLI]] == [
        len(by_brotli(made[one.page.path])) for one in found[:MOST_BY_BROTLI]
    ]
    assert {None} == {one.brotli for one in found[MOST_BY_BROTLI:]}


def test_only_beside_the_editor_there_are_links_to_it(preview):
    assert [] == page(preview).select("[href^='/-/editor/']")

    preview.editing = True
    preview.refresh(())

    assert {"/-/editor/#/collections/data/entries/membership", "/-/editor/#/collections/pages/entries/index"} < {
        link["href"] for link in page(preview).select("[href^='/-/editor/']")
    }


@pytest.mark.parametrize(
    ("file", "entry"),
    [
        ("content/data/membership.yaml", "#/collections/data/entries/membership"),
        ("content/data/help-lines.yaml", "#/collections/data/entries/help-lines"),
        ("content/pages/membership/index.md", "#/collections/pages/entries/membership/index"),
        ("content/CORRECTIONS.md", None),
    ],
)
def test_what_the_editor_knows_is_opened_there(file, entry):
    assert entry == entry_of(Place(file, 3))


def test_a_site_without_any_dates_texts_or_questions_has_a_report_too(preview):
    soup = page(preview)

    assert ["calendar", "weights", "to-do", "links"] == [heading["id"] for heading in soup.select("h2")]
    assert all(0 <= float(rect["x"].rstrip("%")) <= 100 for rect in soup.select("rect"))


def test_the_report_on_a_site_that_nobody_reviews_shows_only_what_there_is(preview, coalition):
    for file in [*coalition.content.rglob("*.yaml"), *coalition.content.rglob("*.md")]:
        file.unlink()
    coalition.write("data/site.yaml", "name: Tiny Makers\n")
    coalition.write("pages/index.md", "---\ntitle: Welcome\ndescription: All of it.\n---\n\nWelcome.\n")
    preview.refresh(())
    soup = page(preview)

    assert ["calendar", "weights", "to-do"] == [heading["id"] for heading in soup.select("h2")]
    assert ["#to-do", "#weights"] == [link["href"] for link in soup.select(".tiles a")]
    assert not [one for one in soup.select("section, ul, ol, p") if not one.get_text(strip=True)]


def report(coalition) -> Health:
    return health(coalition.check(), coalition.content, lambda name: name.encode())


def text_of_grade(grade: float, *, verbatim: bool = False) -> MeasuredText:
    return MeasuredText("x", "x", SOMEWHERE, verbatim, grade)


def looks(chart: Chart) -> list[tuple[float, float, str]]:
    return [(bar.start, bar.end, bar.state) for bar in chart.bars]


def test_grades_stand_beside_the_limit_and_the_coalitions_own_words_are_no_fault(coalition):
    grades = (text_of_grade(20), text_of_grade(10), text_of_grade(5), text_of_grade(15, verbatim=True))
    chart = grade_chart(replace(report(coalition), grades=grades, grade_limit=10))

    assert looks(chart) == [(0, 96.15, "note"), (0, 48.08, "fine"), (0, 24.04, "fine"), (0, 72.12, "own")]
    assert 48.08 == chart.line


def test_a_page_beyond_the_limit_of_weight_is_marked_and_passes_the_line(coalition):
    one = report(coalition).weights[0].page
    weights = (Weight(one, 2 * LIMIT, None), Weight(one, LIMIT, None))
    chart = weight_chart(replace(report(coalition), weights=weights))

    assert looks(chart) == [(0, 96.15, "over"), (0, 48.08, "fine")]
    assert 48.08 == chart.line


def test_long_lists_show_their_first_entries_and_never_hide_a_single_one(coalition):
    bars = grade_chart(replace(report(coalition), grades=(text_of_grade(9),) * 14)).bars

    assert [(13, 0), (12, 2)] == [tuple(map(len, parted(bars[:number], 12))) for number in (13, 14)]
