"""A site with windows for applications, built on both sides of their dates."""

from datetime import date

import pytest

from conftest import CATE_CONTENT, build, epoch
from releasing.manifest import sums

WINDOW = "opens: 2027-01-01, closes: 2027-03-14"
FROM_TO = "Applications for the Partner tier are accepted from January 1, 2027 to March 14, 2027."
FORM = "https://forms.smallcoalition.org/partner?tier=Partner"


@pytest.fixture
def built_at(coalition, monkeypatch):
    """Return what builds the public site of a coalition in Chicago at a moment in UTC."""
    coalition.write("data/site.yaml", coalition.read("data/site.yaml") + "\ntime_zone: America/Chicago\n")
    coalition.change("data/membership.yaml", 'partner", confirmed: yes', f'partner", confirmed: yes, {WINDOW}')

    def built(*moment):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(*moment))
        found = coalition.build("publishconf.py")
        assert 0 == found.status, found.said
        return found

    return built


@pytest.mark.parametrize(
    ("moment", "as_of", "linked"),
    [
        ((date(2027, 1, 1), 5, 59, 59), "As of December 31, 2026, they have not opened.", False),
        ((date(2027, 1, 1), 6), "As of January 1, 2027, they are open.", True),
        # Clocks go forward on 14 March: the closing day begins at 6:00 in UTC and ends at 5:00.
        ((date(2027, 3, 14), 6), "As of March 14, 2027, they are open.", True),
        ((date(2027, 3, 15), 4, 59, 59), "As of March 14, 2027, they are open.", True),
        ((date(2027, 3, 15), 5), "As of March 15, 2027, they are closed.", False),
    ],
)
def test_the_form_is_linked_between_its_dates_and_the_dates_are_always_there(built_at, moment, as_of, linked):
    built = built_at(*moment)

    for url in ("membership", "membership/partner"):
        main = built.page(url).main
        text = " ".join(main.get_text(" ").split())
        assert f"{FROM_TO} {as_of}" in text
        assert linked == (FORM in {link["href"] for link in main.select(".apply a")})


def test_the_build_ends_with_the_next_change_in_one_line(built_at):
    assert (
        'Next change: applications for "Partner" open. Build again on 2027-01-01.'
        == built_at(date(2026, 12, 31)).said.splitlines()[-1]
    )


def test_a_site_that_shows_no_window_is_the_same_on_every_day(tmp_path, monkeypatch):
    found = []
    for day in (date(2026, 12, 1), date(2027, 5, 1)):  # on both of which all is reviewed
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(day))
        built = build(CATE_CONTENT, tmp_path / str(day), "publishconf.py")
        found.append(sums(built.output))
        assert "Next change" not in built.said

    assert found[0] == found[1]
    assert found[0]


def test_a_site_that_shows_windows_differs_from_day_to_day_only_where_it_shows_them(built_at):
    first = dict(sums(built_at(date(2027, 1, 1)).output))
    second = dict(sums(built_at(date(2027, 1, 2)).output))

    shows = ("", "partner/", "compare/partner-and-friend/")
    assert {f"membership/{page}index.html" for page in shows} == {name for name in first if first[name] != second[name]}
