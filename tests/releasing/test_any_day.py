"""Time alone stops nothing: what is published today is published on every later day, with the same content."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from conftest import CATE_CONTENT, ROOT, TODAY, Built, Coalition, build, epoch

LATER = [date(2026, 12, 20), date(2027, 12, 1), date(2031, 1, 1), date(2036, 7, 4), date(2099, 1, 1)]
SMALL_CONTENT = ROOT / "tests" / "coalitions" / "small"
AGED = re.compile(r"Last reviewed more than [\w ]+ ago: ")
AGE = re.compile(r"Last checked more than [\w ]+ ago\. If something has changed, the source says so\.")


def texts(built: Built) -> dict[str, str]:
    """Return the words of every page as they would be on the day of the last look."""
    found = {}
    for path in sorted(built.output.rglob("*.html")):
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for told in soup.select("#site-help .date"):  # in full on the page of the lines
            told.decompose()
        young = AGED.sub("Last reviewed: ", AGE.sub("", soup.get_text(" ")))
        found[path.relative_to(built.output).as_posix()] = " ".join(young.split())
    return found


@pytest.fixture(scope="module", params=[CATE_CONTENT, SMALL_CONTENT], ids=["cate", "small"])
def published_on(request, tmp_path_factory):
    """Return what publishes a coalition on a day."""
    folder = tmp_path_factory.mktemp("any-day")

    def published(day: date) -> Built:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", epoch(day))
            return build(request.param, folder / str(day), "publishconf.py")

    return published


@pytest.fixture(scope="module")
def first(published_on):
    return texts(published_on(TODAY))


@pytest.mark.parametrize("day", LATER, ids=str)
def test_a_later_day_publishes_the_same_content(published_on, first, day):
    built = published_on(day)

    assert 0 == built.status, built.said
    assert first == texts(built)


@pytest.mark.parametrize("day", LATER, ids=str)
def test_a_day_that_somebody_wrote_down_long_ago_stops_nothing(tmp_path, monkeypatch, day):
    coalition = Coalition(Path(shutil.copytree(SMALL_CONTENT, tmp_path / "content")))
    window = "opens: 2026-12-01, closes: 2027-01-31, opens_again: 2027-06-01"
    coalition.change("data/membership.yaml", 'partner", confirmed: yes', f'partner", confirmed: yes, {window}')
    coalition.change(
        "data/membership.yaml", "confirmed: no", "confirmed: no, paused: {reason: A rest., until: 2027-02-01}"
    )
    coalition.change("data/site.yaml", "place:", "approved_people: [{name: Jane Doe, agreed: 2026-10-01}]\nplace:")
    coalition.write("images/people.png", (CATE_CONTENT / "images" / "share.png").read_bytes())
    coalition.change("data/images.yaml", "people: no", "people: yes, consent: 2026-10-01")
    coalition.change("pages/index.md", "\ntitle:", "\nlast_reviewed: 2026-11-20\nreview_every: 1 month\ntitle:")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(day))

    built = coalition.build("publishconf.py")

    assert 0 == built.status, built.said


@pytest.mark.parametrize("day", LATER, ids=str)
def test_a_window_of_each_year_is_told_alike_on_every_day(tmp_path, monkeypatch, day):
    coalition = Coalition(Path(shutil.copytree(SMALL_CONTENT, tmp_path / "content")))
    window = "opens: November 1, closes: January 31, full: no, wait_list: {page: membership/index}"
    coalition.change("data/membership.yaml", 'partner", confirmed: yes', f'partner", confirmed: yes, {window}')
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(day))

    built = coalition.build("publishconf.py")

    assert 0 == built.status, built.said
    applying = built.page("membership/partner").main.select_one(".apply")
    assert "are accepted each year from November 1 to January 31." in applying.text
    assert bool(applying.a) == (day.month in {11, 12, 1})


@pytest.mark.parametrize(
    "fields",
    [
        "closes: 2027-01-31, paused: {reason: Ask Dr. Jane Doe., until: 2027-02-01}",
        'closes: 2027-01-31, interest_form: {url: "https://forms.smallcoalition.org/x", label: Ask Dr. Jane Doe}',
        "opens: 2027-01-31, host_label: the form of Dr. Jane Doe",
        "opens: January 31, closes: February 1, host_label: the form of Dr. Jane Doe",
    ],
)
def test_what_the_clock_alone_would_bring_onto_a_page_is_refused_before(tmp_path, monkeypatch, fields):
    coalition = Coalition(Path(shutil.copytree(SMALL_CONTENT, tmp_path / "content")))
    coalition.change("data/membership.yaml", 'partner", confirmed: yes', f'partner", confirmed: yes, {fields}')
    for day in (date(2026, 12, 1), date(2027, 1, 31), date(2027, 2, 1)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(day))

        assert '"Jane Doe" looks like a person.' in coalition.build("publishconf.py").said
