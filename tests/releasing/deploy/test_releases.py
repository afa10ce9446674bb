"""The list of releases, which one is meant, and what is told of an old one: word for word."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from releasing.deploy.releases import Release, listed, meant, out_of_date, taken_back
from releasing.record import Coming, Record
from sources.problems import ProblemsFound

NOW = datetime(2027, 3, 10, 12, tzinfo=UTC)


def release(name: str, day: int, *changed: str, coming: tuple[Coming, ...] = (), files: int = 74) -> Release:
    moment = datetime(2027, 3, day, 18, 30, tzinfo=UTC)
    return Release(f"202703{day:02}T183000Z-{name}", name, moment, Record(files, moment, changed, coming))


NEW = replace(release("5fb1aa87", 9, "Pages: A gala (new)", "People: one person (gone)"), current=True)
MIDDLE = release("e565c086", 8, "Tiers and requirements: Population served of Ally Network", files=1)
OLD = replace(release("e5cc9218", 2), record=None)
ALL = [NEW, MIDDLE, OLD]


@pytest.fixture(autouse=True)
def zone(monkeypatch):
    """Let the tests see the times that were written down, wherever they run."""
    monkeypatch.setattr(Release, "when", property(lambda one: f"{one.moment:%Y-%m-%d %H:%M}"))


def problem(typed: str, releases: list[Release]) -> str:
    with pytest.raises(ProblemsFound) as found:
        meant(typed, releases, "web:/srv/site")
    (one,) = found.value.problems
    return str(one)


def test_each_release_is_told_with_its_day_what_changed_and_whether_visitors_see_it():
    assert list(listed(ALL, "web:/srv/site")) == [
        "web:/srv/site: 3 releases, the newest first.",
        "  5fb1aa87  2027-03-09 18:30, 74 files <- visitors see this one now",
        "      Pages: A gala (new)",
        "      People: one person (gone)",
        "  e565c086  2027-03-08 18:30, 1 file",
        "      Tiers and requirements: Population served of Ally Network",
        "  e5cc9218  2027-03-02 18:30",
        "      What changed is not known.",
    ]


def test_a_place_without_releases_is_told_as_such():
    assert ["web:/srv/site: nothing was published there yet."] == list(listed([], "web:/srv/site"))
    assert "RELEASE: web:/srv/site: nothing was published there yet." == problem("5fb1aa87", [])


@pytest.mark.parametrize("typed", ["e565c086", " E565C086 ", "e565", MIDDLE.id, MIDDLE.id.lower(), "20270308t1830"])
def test_a_release_is_known_by_its_name_its_whole_id_or_a_beginning(typed):
    assert MIDDLE == meant(typed, ALL, "")


def test_of_the_same_files_that_were_published_twice_the_newer_is_taken():
    again = release("e565c086", 10)

    assert again == meant("e565c086", [again, *ALL], "")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("e565c068", 'no release is called "e565c068". Did you mean e565c086 (2027-03-08 18:30)?'),
        (
            "the last",
            'no release is called "the last". The newest: 5fb1aa87 (2027-03-09 18:30) or '
            "e565c086 (2027-03-08 18:30) or e5cc9218 (2027-03-02 18:30). All: make releases",
        ),
        (
            "",
            "expected the name of a release. The newest: 5fb1aa87 (2027-03-09 18:30) or e565c086 (2027-03-08 18:30) or "
            "e5cc9218 (2027-03-02 18:30). All: make releases",
        ),
        (
            "202703",
            '"202703" may mean 5fb1aa87 (2027-03-09 18:30) or e565c086 (2027-03-08 18:30) or '
            "e5cc9218 (2027-03-02 18:30). Type more of its name.",
        ),
    ],
)
def test_a_wrong_name_is_told_with_those_that_are_there(typed, told):
    assert f"RELEASE: {told}" == problem(typed, ALL)


def test_what_no_longer_holds_in_an_old_release_is_told_with_its_age():
    coming = (
        Coming(date(2027, 3, 5), 'applications for "Partner" close'),
        Coming(date(2027, 3, 11), 'applications for "Partner" open'),
    )

    assert list(out_of_date(release("e5cc9218", 2, coming=coming), NOW)) == [
        "It was published 7 days ago and shows the dates of that day.",
        '  Out of date in it since 2027-03-05: applications for "Partner" close',
        "  Look at what it says of dates. To bring it up to date, change content/ back and publish that.",
    ]


def test_of_a_release_in_which_all_still_holds_only_the_age_is_told_and_of_today_nothing():
    assert ["It was published 1 day ago and shows the dates of that day."] == list(out_of_date(MIDDLE, NOW))
    assert [] == list(out_of_date(release("1a2b3c4d", 10), NOW))


@pytest.mark.parametrize("old", [OLD, replace(release("e5cc9218", 2), moment=datetime(2026, 3, 2, tzinfo=UTC))])
def test_a_release_that_is_very_old_or_without_a_record_is_to_be_looked_at(old):
    (age, advice) = out_of_date(old, NOW)

    assert age.startswith("It was published ")
    assert "  Look at what it says of dates. To bring it up to date, change content/ back and publish that." == advice


def test_what_is_taken_back_is_told_and_that_what_is_gone_comes_back():
    assert list(taken_back(OLD, ALL)) == [
        "What changed since then is taken back:",
        "  Pages: A gala (new)",
        "  People: one person (gone)",
        "  Tiers and requirements: Population served of Ally Network",
        "So what is gone comes back. If somebody asked for it to go, ask them first.",
    ]


def test_going_forward_again_takes_nothing_back():
    newest = replace(NEW, current=False)

    assert [] == list(taken_back(newest, [newest, MIDDLE, replace(OLD, current=True)]))
