"""Events on their pages: lists of what is to come and what was, the page of each, and what data says of it."""

import json
from datetime import date

import pytest

from conftest import epoch
from sites import words
from subjects.events.subject import SUBJECT

EVENTS = """\
events:
  - id: assembly
    title: Assembly
    starts: 2027-03-13 10:00
    ends: 16:00
    place: The old mill
    for: partner
    register: {url: "https://forms.small-coalition.org/assembly", closes: 2027-03-01}
    summary: Members decide.
    notes: "Bring a cup.\\n\\nThe door is at the back."
  - {id: evening, title: Evening, starts: 2026-10-13 18:30, every: second Tuesday of each month, until: 2027-01, except: 2026-12-08, online: yes}
  - {id: fair, title: Fair, starts: 2026-11-21, ends: 2026-11-23, address_after_rsvp: yes}
  - {id: fair-2025, title: Fair, starts: 2025-11-21, state: cancelled}
  - {id: walk, title: Walk, starts: 2026-12-05 12:00, moved_from: 2026-11-28, place: Orchard, online: yes}
"""  # noqa: E501
ADDRESS = "https://small-coalition.org"


@pytest.fixture
def busy(coalition):
    coalition.change("data/site.yaml", "navigation:", "time_zone: America/New_York\nnavigation:")
    coalition.write("data/events.yaml", EVENTS)
    return coalition


def built(coalition, settings="publishconf.py", address=ADDRESS):
    done = coalition.build(settings, address)
    assert 0 == done.status, done.said
    return done


def entries(page):
    return [words(entry) for entry in page.select(".dated li")]


def facts(page):
    return {words(one.dt): words(one.dd) for one in page.select(".opening dl > div")}


def test_a_site_without_events_has_no_page_no_file_and_no_word_of_them(coalition):
    for text in (None, "events: []\n"):
        if text:
            coalition.write("data/events.yaml", text)
        made = built(coalition)

        assert not (made.output / "events").exists()
        assert not (made.output / "events.ics").exists()
        assert "Events" not in words(made.page())


def test_the_list_shows_what_is_to_come_by_month_with_weekday_and_year(busy):
    page = built(busy).page("events/")

    assert ["November 2026", "December 2026", "January 2027", "March 2027"] == [
        words(one) for one in page.select("h2")
    ][:4]
    assert [
        "Saturday, November 21, 2026 to Monday, November 23, 2026 Fair "
        "The address is given to those who say that they come.",
        "Saturday, December 5, 2026, noon Walk New date . Orchard, and online",
        "Tuesday, January 12, 2027, 6:30 pm Evening Online",
        "Saturday, March 13, 2027, 10 am to 4 pm Assembly The old mill Members decide.",
    ] == entries(page)
    assert "This list was made on November 23, 2026 . Subscribe in your calendar (ICS)" in words(page.main)


def test_what_is_over_moves_to_the_list_of_its_year_by_itself(busy, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(date(2026, 11, 24)))
    made = built(busy)

    assert "Fair" not in words(made.page("events/").select_one(".dated"))
    past = entries(made.page("events/2026/"))
    assert ["Saturday, November 21, 2026", "Tuesday, November 10, 2026", "Tuesday, October 13, 2026"] == [
        entry.split(" to ")[0].split(", 6:30")[0] for entry in past
    ]
    assert ["Friday, November 21, 2025 Fair Cancelled"] == entries(made.page("events/2025/"))


def test_the_page_of_an_event_opens_with_its_facts(busy):
    page = built(busy).page("events/assembly/")

    assert {
        "When": "Saturday, March 13, 2027, 10 am to 4 pm (EST)",
        "Where": "The old mill",
        "For": "Partner",
        "How to take part": "Register by March 1, 2027",
    } == facts(page)
    assert ["2027-03-13T10:00:00-05:00", "2027-03-13T16:00:00-05:00"] == [
        one["datetime"] for one in page.select(".opening time")
    ]
    assert ["Members decide.", "Bring a cup.", "The door is at the back."] == [
        words(one) for one in page.select(".opening > p")
    ][:3]


def test_registration_closes_with_its_last_day(busy, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(date(2027, 3, 2)))

    page = built(busy).page("events/assembly/")

    assert "Registration closed on March 1, 2027." == facts(page)["How to take part"]
    assert not page.select('.opening a[href^="https:"]')


def test_what_comes_again_says_how_and_when_next(busy):
    assert {
        "When": "Tuesday, January 12, 2027, 6:30 pm (EST)",
        "Repeats": "Second Tuesday of each month, until January 31, 2027",
        "Where": "Online",
    } == facts(built(busy).page("events/evening/"))


def test_what_is_over_cancelled_or_moved_says_so_in_words(busy):
    made = built(busy)

    def said(name):
        return [words(one) for one in made.page(f"events/{name}/").select(".opening strong")]

    assert ["This event is over.", "This event is cancelled."] == said("fair-2025")
    assert ["This event has a new date."] == said("walk")
    assert "November 28, 2026" == facts(made.page("events/walk/"))["First planned for"]
    assert [] == said("assembly")


def test_events_of_one_title_have_pages_that_say_which_day(busy):
    made = built(busy)

    assert "Fair, November 21, 2026" == words(made.page("events/fair/").h1)
    assert "Fair, November 21, 2025" == words(made.page("events/fair-2025/").h1)
    assert "Assembly" == words(made.page("events/assembly/").h1)


def test_a_page_of_that_address_that_staff_have_written_opens_with_the_facts_too(busy):
    busy.write("pages/events/walk.md", "---\ntitle: Our walk\ndescription: A walk.\n---\n\nBring shoes.\n")

    page = built(busy).page("events/walk/")

    assert ("Our walk", "Orchard, and online") == (words(page.h1), facts(page)["Where"])
    assert "Bring shoes." == words(page.select_one(".prose"))


def test_the_directive_shows_each_of_the_next_events_once_and_leads_to_all(busy):
    busy.change("data/events.yaml", "starts: 2026-10-13 18:30", "starts: 2026-10-13 18:30, summary: Once")
    busy.change("data/events.yaml", "until: 2027-01", "until: 2027-06")
    busy.write("pages/index.md", busy.read("pages/index.md") + "\n::: events next 3\n")

    page = built(busy).page()

    assert ["Fair", "Walk", "Evening"] == [words(one) for one in page.select(".dated .title")]
    assert "/events/" == page.find("a", string="All events")["href"].removeprefix(ADDRESS)


def test_search_engines_are_told_the_moment_with_its_offset_and_the_state(busy):
    made = built(busy)

    def event(name):
        script = made.page(f"events/{name}/").select_one('script[type="application/ld+json"]').string
        found = json.loads(script)["mainEntity"]
        terms = ("startDate", "previousStartDate", "eventStatus", "eventAttendanceMode")
        return [found[term].removeprefix("https://schema.org/") for term in terms if term in found]

    assert ["2027-03-13T10:00:00-05:00", "EventScheduled", "OfflineEventAttendanceMode"] == event("assembly")
    assert ["2026-12-05T12:00:00-05:00", "2026-11-28", "EventRescheduled", "MixedEventAttendanceMode"] == event("walk")
    assert ["2025-11-21", "EventCancelled", "OfflineEventAttendanceMode"] == event("fair-2025")


def test_a_time_that_the_clock_skips_is_refused_with_its_line(busy):
    busy.write("data/events.yaml", "events:\n  - {id: night, title: Night, starts: 2027-03-13 20:00, ends: 02:30}\n")

    assert [
        'content/data/events.yaml:2:63: event "night", ends: there is no 02:30 on 2027-03-14: '
        "clocks go from 02:00 to 03:00. Write another time."
    ] == busy.problems()


def test_a_time_that_the_clock_shows_twice_is_only_remarked(busy):
    busy.write("data/events.yaml", "events:\n  - {id: night, title: Night, starts: 2026-11-01 01:30}\n")

    assert [
        'content/data/events.yaml:2:39: event "night", starts: '
        "on 2026-11-01 clocks show 01:30 twice. The first is taken."
    ] == [str(remark) for remark in SUBJECT.remarks(busy.check())]


def test_the_days_on_which_pages_will_say_something_else_are_known(busy):
    told = sorted((change.day, change.text) for change in SUBJECT.changes(busy.check()))

    assert [
        (date(2026, 11, 24), '"Fair" is over'),
        (date(2026, 12, 6), '"Walk" is over'),
        (date(2027, 1, 13), '"Evening" is over'),
        (date(2027, 3, 2), 'registration for "Assembly" is closed'),
        (date(2027, 3, 14), '"Assembly" is over'),
    ] == told


def test_while_events_cannot_be_read_nobody_misses_their_pages(busy):
    busy.change("data/site.yaml", "navigation:", "navigation:\n  - {page: events/index}")
    busy.change("pages/index.md", "::: ways", "::: ways\n\nSee [what is on](events/index.md).")
    assert [] == busy.problems()

    busy.change("data/events.yaml", "state: cancelled", "state: cancelld")

    (problem,) = busy.problems()
    assert problem.endswith('state: unknown value "cancelld". Did you mean "cancelled"?')


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("date: 2027-03-09", "Tuesday, March 9, 2027"),
        ("Date: March 9, 2027\n    Time: 6:30 pm - 8 pm", "Tuesday, March 9, 2027, 6:30 pm to 8 pm (EST)"),
        ("when: 2027-03-09 6-8 pm", "Tuesday, March 9, 2027, 6 pm to 8 pm (EST)"),
        ("from: 2027-03-09 18:30\n    to: midnight", "Tuesday, March 9, 2027, 6:30 pm to 12 am (EST)"),
    ],
)
def test_the_day_and_the_time_may_be_called_by_other_names(busy, typed, when):
    busy.write("data/events.yaml", f"events:\n  - id: walk\n    title: Walk\n    {typed}\n")

    assert when == facts(built(busy).page("events/walk/"))["When"]


@pytest.mark.parametrize(
    ("named", "tiers"), [("Partner", "Partner"), ("friend and Partner", "Friend , Partner"), ("everybody", None)]
)
def test_whom_it_is_for_may_be_said_in_titles(busy, named, tiers):
    busy.change("data/events.yaml", "for: partner", f"for: {named}")

    assert tiers == facts(built(busy).page("events/assembly/")).get("For")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("state: canceled", ["This event is cancelled."]),
        ("status: sold out", ["This event is full."]),
        ("state:", []),
    ],
)
def test_a_state_may_be_said_in_other_words(busy, typed, said):
    busy.write("data/events.yaml", f"events:\n  - id: walk\n    title: Walk\n    starts: 2027-03-09\n    {typed}\n")

    assert said == [words(one) for one in built(busy).page("events/walk/").select(".opening strong")]


def test_what_comes_again_in_more_than_a_year_is_not_over(busy):
    busy.write("data/events.yaml", "events:\n  - {id: fair, title: Fair, starts: 2026-01-10, every: 2 years}\n")
    page = built(busy).page("events/fair/")

    assert "Monday, January 10, 2028" == facts(page)["When"]
    assert [] == page.select(".opening strong")
